package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.price.PricedLines.Role;
import io.github.crmkit.price.Threshold;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one document while they are being priced. A line that costs a percentage of others is priced behind them:
 * whoever asks for the price of a line that is being priced already closes a circle. Belongs to one thread.
 */
final class Document implements RuleEffects.Totals {

    private final PriceSheet sheet;
    private final List<PriceRequest> asked;
    private final LocalDate date;
    private final RoundingMode rounding;
    private final List<Slot> slots;
    private final Slot.Pools pools;
    /** By the place of the line; no element where it is not priced yet. */
    private final PriceResult[] proven;

    private final NetResult[] nets;
    private final Map<Integer, List<RuleEffects.Grant>> grants = new HashMap<>();
    /** The lines that wait for the prices of others, the latest first. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private final Map<Integer, PriceRule> asking = new HashMap<>();
    private boolean proves = true;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the requests */
    Document(PriceSheet sheet, List<PriceRequest> asked, LocalDate date, RoundingMode rounding) {
        this.sheet = sheet;
        this.asked = List.copyOf(asked);
        this.date = date;
        this.rounding = rounding;
        this.slots = slots(sheet, this.asked);
        this.pools = new Slot.Pools(sheet.book().pool(), slots);
        this.proven = new PriceResult[slots.size()];
        this.nets = new NetResult[slots.size()];
    }

    private static List<Slot> slots(PriceSheet sheet, List<PriceRequest> asked) {
        List<Slot> slots = new ArrayList<>(asked.size());
        Violations problems = new Violations();
        for (int i = 0; i < asked.size(); i++) {
            PriceRequest request = asked.get(i);
            Card card = sheet.card(request.product());
            if (card == null || !card.takes(request)) {
                check(sheet, request, "lines[" + i + "]", problems);
            }
            if (card != null && problems.isEmpty()) {
                Slot.add(sheet, i, request, card, slots);
            }
        }
        problems.throwIfAny("lines to price");
        return slots;
    }

    private static void check(PriceSheet sheet, PriceRequest request, String place, Violations problems) {
        Violations own = new Violations();
        request.check(own);
        own.list().forEach(v -> problems.addAll(List.of(v.under(place))));
        sheet.check(request, place, problems);
    }

    PricedLines price() {
        proves = true;
        List<PricedLines.Line> lines = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Card card = slot.card();
            lines.add(new PricedLines.Line(slot.role(), slot.of(), card == null ? null : card.product, proven(i)));
        }
        lines.addAll(given());
        return new PricedLines(sheet.book().currency(), lines);
    }

    /**
     * The bare prices of the lines that were asked for, in their order.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the requests
     */
    static List<NetResult> nets(PriceSheet sheet, List<PriceRequest> asked, LocalDate date, RoundingMode rounding) {
        List<NetResult> straight =
                sheet.book().pool() == QuantityPool.LINE ? straight(sheet, asked, date, rounding) : null;
        return straight == null ? new Document(sheet, asked, date, rounding).nets() : straight;
    }

    /** The prices of lines none of which leads to other lines or asks for them; absent where one may. */
    private static @Nullable List<NetResult> straight(
            PriceSheet sheet, List<PriceRequest> asked, LocalDate date, RoundingMode rounding) {
        Card[] cards = new Card[asked.size()];
        for (int i = 0; i < cards.length; i++) {
            PriceRequest request = asked.get(i);
            Card card = sheet.card(request.product());
            if (card == null || !card.takes(request)) {
                return null; // what is wrong with a line is said before a rule of another one may fail
            }
            cards[i] = card;
        }
        List<NetResult> nets = new ArrayList<>(cards.length);
        for (int i = 0; i < cards.length; i++) {
            NetPrice net = cards[i].straight(asked.get(i), BigDecimal.ZERO, date, rounding);
            if (net == null) {
                return null;
            }
            nets.add(net);
        }
        return nets;
    }

    private List<NetResult> nets() {
        proves = false;
        List<NetResult> results = new ArrayList<>(asked.size());
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).role() == Role.ASKED) {
                results.add(net(i));
            }
        }
        return results;
    }

    Optional<Threshold> nextThreshold(int index) {
        int at = 0;
        while (slots.get(at).of() != index || slots.get(at).role() != Role.ASKED) {
            at++;
        }
        PriceResult now = proven(at);
        Slot slot = slots.get(at);
        if (slot.card() == null || !slot.isPriced()) {
            return Optional.empty();
        }
        Line line = line(at, slot, slot.card());
        Quantity next = Thresholds.next(sheet, line);
        if (next == null) {
            return Optional.empty();
        }
        Quantity more = next.minus(line.pooled);
        List<PriceRequest> others = new ArrayList<>(asked);
        PriceRequest request = asked.get(index);
        others.set(index, request.quantity(line.quantity.plus(more).value()));
        Violations problems = new Violations();
        sheet.check("lines", others, problems);
        if (!problems.isEmpty()) {
            return Optional.empty(); // so much cannot be bought, for example off the increment
        }
        Document then = new Document(sheet, others, date, rounding);
        return Optional.of(new Threshold(next, more, now, then.price().asked().get(index)));
    }

    private Line line(int index, Slot slot, Card card) {
        return new Line(index, slot.request(), card, date, pools.others(slot, card));
    }

    private PriceResult proven(int index) {
        PriceResult known = proven[index];
        if (known != null) {
            return known;
        }
        Slot slot = slots.get(index);
        Card card = slot.card();
        PriceResult result;
        if (card == null) {
            result = none(slot.request(), NoPrice.Reason.PRODUCT_MISSING);
        } else if (slot.bundle() != null) {
            EntityRef source = Products.TYPE.refTo(slot.bundle().id());
            result = gratis(
                    slot.request(),
                    card.product,
                    PriceStep.Kind.INCLUDED,
                    source,
                    slot.bundle().name());
        } else {
            Waterfall waterfall = new Waterfall(sheet, line(index, slot, card), this, true);
            result = waterfall.prove(rounding);
            if (!waterfall.grants().isEmpty()) {
                grants.put(index, waterfall.grants());
            }
        }
        proven[index] = result;
        return result;
    }

    private NetResult net(int index) {
        NetResult known = nets[index];
        if (known != null) {
            return known;
        }
        Slot slot = slots.get(index);
        Card card = slot.card();
        NetResult result;
        if (card == null) {
            result = none(slot.request(), NoPrice.Reason.PRODUCT_MISSING);
        } else if (slot.bundle() != null) {
            BigDecimal nothing = Money.zero(sheet.book().currency()).getAmount();
            result = new NetPrice(card.product.id(), sheet.book().currency(), nothing, BigDecimal.ONE, nothing);
        } else {
            BigDecimal pool = pools.others(slot, card);
            NetPrice straight = card.straight(slot.request(), pool, date, rounding);
            result = straight == null
                    ? new Waterfall(sheet, new Line(index, slot.request(), card, date, pool), this, false).net(rounding)
                    : straight;
        }
        nets[index] = result;
        return result;
    }

    /** What rules give, once for each rule and pool of quantities. */
    private List<PricedLines.Line> given() {
        List<PricedLines.Line> lines = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            for (RuleEffects.Grant grant : grants.getOrDefault(i, List.of())) {
                Object pool = pools.nameFor(i, grant.line().product);
                if (proven[i] instanceof Price && seen.add(List.of(grant.rule().id(), pool))) {
                    lines.add(free(slots.get(i).of(), grant));
                }
            }
        }
        return lines;
    }

    private PricedLines.Line free(int of, RuleEffects.Grant grant) {
        ProductId other = grant.goods().other();
        ProductId what = other == null ? grant.line().product.id() : other;
        Product product = sheet.product(what).orElse(null);
        PriceRequest request = PriceRequest.of(what, grant.given().value());
        PriceRule rule = grant.rule();
        PriceResult result = product == null
                ? none(request, NoPrice.Reason.PRODUCT_MISSING)
                : product.isForSale(date)
                        ? gratis(request, product, PriceStep.Kind.FREE, RuleStage.refTo(rule), rule.name())
                        : none(request, NoPrice.Reason.NOT_ON_SALE);
        return new PricedLines.Line(Role.FREE, of, product, result);
    }

    private NoPrice none(PriceRequest request, NoPrice.Reason reason) {
        return new NoPrice(
                request.product(),
                request.unit() == null ? Product.PIECE : request.unit(),
                Quantity.of(request.quantity()),
                reason,
                reason.words(),
                List.of());
    }

    private Price gratis(PriceRequest request, Product product, PriceStep.Kind kind, EntityRef source, String name) {
        UnitPrice nothing = UnitPrice.zero(sheet.book().currency());
        PriceStep step = new PriceStep(kind, source, name, "0", null, nothing, Quantity.ONE);
        return new Price(
                product.id(),
                request.unit() == null ? product.unit() : request.unit().strip(),
                Quantity.of(request.quantity()),
                nothing,
                nothing,
                Quantity.ONE,
                null,
                Money.zero(sheet.book().currency()),
                List.of(step),
                List.of());
    }

    @Override
    public Answer of(Line line, PriceRule rule, Target.Item of) {
        asking.put(line.index, rule);
        open.push(line.index);
        Answer answer = others(line, rule, of);
        open.pop();
        return answer;
    }

    private Answer others(Line line, PriceRule rule, Target.Item of) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Card card = slot.card();
            if (i == line.index || card == null || slot.bundle() != null || !of.includes(card.article)) {
                continue;
            }
            any = true;
            if (open.contains(i)) {
                return new Answer(sum, circle(i));
            }
            BigDecimal amount = amount(i);
            if (amount == null) {
                return new Answer(sum, incomplete(i));
            }
            sum = sum.add(amount);
        }
        return any ? new Answer(sum, null) : RuleEffects.Totals.NONE.of(line, rule, of);
    }

    private @Nullable BigDecimal amount(int index) {
        if (proves) {
            return proven(index) instanceof Price price ? price.amount().getAmount() : null;
        }
        return net(index) instanceof NetPrice price ? price.amount() : null;
    }

    private Failure incomplete(int index) {
        NoPrice.Reason reason = (proves ? proven(index) : net(index)) instanceof NoPrice none ? none.reason() : null;
        return reason == NoPrice.Reason.TOTAL_CIRCLE
                ? Failure.of(reason, ((NoPrice) (proves ? proven(index) : net(index))).message())
                : Failure.of(NoPrice.Reason.TOTAL_INCOMPLETE);
    }

    /** Names the rules of the lines that are being priced since the one that would be asked again. */
    private Failure circle(int again) {
        List<PriceRule> rules = new ArrayList<>();
        for (int index : open) {
            rules.add(asking.get(index));
            if (index == again) {
                break;
            }
        }
        String names =
                rules.stream().map(r -> r.id().text()).distinct().sorted().collect(Collectors.joining(" and "));
        Set<EntityRef> tied = rules.stream().map(RuleStage::refTo).collect(Collectors.toSet());
        return new Failure(
                NoPrice.Reason.TOTAL_CIRCLE, "lines are percentages of each other by price rules " + names, tied);
    }
}
