package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricelint.Entries.Chain;
import io.github.crmkit.pricelint.LineSearch.Buyers;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.rulebook.Selection;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Totals that fall by what rules do, and rules that are never the best of their set. Both depend on prices, so lines are
 * priced, by the engine: at all quantities where a tier or a rule begins or ends and just before them, since nothing changes
 * in between but the quantity.
 *
 * <p>Every kind of buyer and day that the rules of a product tell apart is looked at. Where these are too many, each rule is
 * looked at by itself, with whatever applies beside it for the buyer that it asks for.
 */
final class TotalsLint {

    /** More kinds of buyers than this are not all tried with each other. */
    private static final int MAX_BUYERS = 512;
    /** So many times a rule is asked where it applies, for one product and for all, before rules are looked at one by one. */
    private static final long MAX_ASKED = 200_000;

    private static final long MAX_ASKED_IN_ALL = 3_000_000;
    /** On so many products a rule is looked at by itself. */
    private static final int MAX_ALONE = 8;
    /** So many rules are left where they are when a price is proven. */
    private static final int MAX_PROVEN = 200;

    private final PriceState state;
    private final Entries entries;
    private final Catalogue catalogue;
    private final Map<PriceRule, RuleLine> byRule = new LinkedHashMap<>();
    private final Map<Target.Item, List<RuleLine>> byItem = new HashMap<>();
    private final Map<RuleLine, Integer> alone = new HashMap<>();
    private final Falls falls = new Falls();
    private final Contest contest = new Contest();
    private @Nullable RuleBook everyRule;
    private long asked;

    TotalsLint(PriceState state, Entries entries, Catalogue catalogue, RuleLint rules) {
        this.state = state;
        this.entries = entries;
        this.catalogue = catalogue;
        for (Rivals rivals : rules.allRivals()) {
            for (RuleLine line : rivals.rules) {
                if (!line.unreadable && !line.outranked && line.days != null) {
                    byRule.put(line.rule, line);
                    byItem.computeIfAbsent(line.rule.target().item(), i -> new ArrayList<>())
                            .add(line);
                }
            }
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(falls.findings);
        findings.addAll(contest.findings());
        return findings;
    }

    /** Rules that were never seen to be the best, though not all lines were looked at. */
    Set<EntityRef> undecided() {
        return contest.undecided();
    }

    void run() {
        for (PriceBook book : state.books()) {
            List<PriceBook> chain = entries.chain(book);
            for (Catalogue.Sold sold : chain.isEmpty() ? List.<Catalogue.Sold>of() : priced(chain)) {
                List<RuleLine> lines = on(book, sold);
                for (String unit : units(chain, sold, lines)) {
                    if (!lines.stream().allMatch(this::isDone)) {
                        look(chain, sold, unit, lines);
                    }
                }
            }
        }
    }

    /** Whether nothing is to be learnt of it any more. */
    private boolean isDone(RuleLine line) {
        return falls.named.contains(line.ref()) && (!isOfBest(line) || contest.won.contains(line.ref()));
    }

    private static boolean isOfBest(RuleLine line) {
        return line.set.stacking() == Stacking.BEST;
    }

    /** The products that books or rules give a price. */
    private Set<Catalogue.Sold> priced(List<PriceBook> chain) {
        Set<Catalogue.Sold> sold = new LinkedHashSet<>(entries.products(chain));
        for (RuleLine line : byRule.values()) {
            Effect effect = line.rule.effect();
            if (effect instanceof Effect.FixedPrice
                    || (effect instanceof Effect.Formula formula
                            && formula.base().isCost())) {
                sold.addAll(catalogue.of(line.rule.target().item()));
            }
        }
        return sold;
    }

    private List<RuleLine> on(PriceBook book, Catalogue.Sold sold) {
        List<RuleLine> lines = new ArrayList<>();
        for (Target.Item item : Rivals.itemsOf(sold.article())) {
            for (RuleLine line : byItem.getOrDefault(item, List.of())) {
                boolean changes = line.set.book() == null || line.set.book().equals(book.id());
                if (changes
                        && line.rule
                                .effect()
                                .currency()
                                .map(book.currency()::equals)
                                .orElse(true)) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private Set<String> units(List<PriceBook> chain, Catalogue.Sold sold, List<RuleLine> lines) {
        Set<String> units = entries.units(chain, sold.product());
        if (lines.stream().anyMatch(line -> line.facts.units)) {
            sold.product().measures().others().forEach(other -> units.add(other.unit()));
        }
        return units;
    }

    private void look(List<PriceBook> chain, Catalogue.Sold sold, String unit, List<RuleLine> lines) {
        List<LocalDate> books = entries.turns(chain, sold);
        if (books.isEmpty()) {
            return;
        }
        List<ContractPrice> agreed =
                entries.agreed(sold.product().id(), chain.get(0).currency());
        List<LocalDate> days = days(books, lines, agreed);
        List<Customer> buyers =
                Buyers.amongAll(lines, unlike(agreed), MAX_BUYERS).orElse(List.of());
        long questions = (long) buyers.size() * days.size() * lines.size();
        boolean few = !buyers.isEmpty() && questions <= MAX_ASKED && asked + questions <= MAX_ASKED_IN_ALL;
        if (!few) {
            contest.unsure.addAll(lines);
            lines.forEach(line -> alone(chain, sold, unit, line));
            return;
        }
        asked += questions;
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i + 1 < days.size(); i++) {
            LocalDate day = days.get(i);
            long cell = books.stream().filter(b -> !b.isAfter(day)).count();
            for (Customer buyer : buyers) {
                Place place = place(chain.get(0), sold, unit, buyer, day);
                Stretch stretch = new Stretch(place, day, lines);
                List<ContractPrice> held = held(agreed, buyer, day);
                if (!stretch.reaches.isEmpty() && seen.add(List.of(cell, held, stretch.reaches))) {
                    Chain there = entries.at(chain, sold.product(), unit, day);
                    sweep(there, stretch, stretch.samples(there));
                    contest.unsure.addAll(
                            Stretch.isForEach(there) || stretch.isPercentages() ? Set.of() : stretch.lines());
                }
            }
        }
    }

    private static Place place(PriceBook book, Catalogue.Sold sold, String unit, Customer buyer, LocalDate day) {
        return new Place(book, sold.product(), sold.article(), unit, buyer, DateRange.ofDay(day), sold.grid());
    }

    /** A few accounts with which prices were agreed in different ways. */
    private static Collection<AccountId> unlike(List<ContractPrice> agreed) {
        Map<AccountId, Set<Object>> byAccount = new LinkedHashMap<>();
        agreed.forEach(c -> byAccount
                .computeIfAbsent(c.account(), a -> new LinkedHashSet<>())
                .add(List.of(c.unit(), c.price(), c.validity())));
        Map<Set<Object>, AccountId> accounts = new LinkedHashMap<>();
        byAccount.forEach((account, prices) -> accounts.putIfAbsent(prices, account));
        return accounts.values().stream().limit(MAX_ALONE).toList();
    }

    /** The prices that were agreed with a buyer and hold on a day. */
    private static List<ContractPrice> held(List<ContractPrice> agreed, Customer buyer, LocalDate day) {
        return agreed.stream()
                .filter(c -> c.account().equals(buyer.account()) && c.validity().contains(day))
                .toList();
    }

    /** The days on which something begins or ends; the last one ends them. */
    private static List<LocalDate> days(List<LocalDate> books, List<RuleLine> lines, List<ContractPrice> agreed) {
        TreeSet<LocalDate> days = new TreeSet<>(books);
        LocalDate first = books.get(0);
        LocalDate end = books.get(books.size() - 1);
        List<LocalDate> turns = new ArrayList<>();
        List<DateRange> ranges = new ArrayList<>();
        agreed.forEach(c -> ranges.add(c.validity()));
        for (RuleLine line : lines) {
            line.facts.days.forEach(day -> ranges.add(DateRange.ofDay(day)));
            Optional.ofNullable(line.days).ifPresent(ranges::add);
        }
        for (DateRange range : ranges) {
            range.firstDay().ifPresent(turns::add);
            range.lastDay().ifPresent(last -> turns.add(last.plusDays(1)));
        }
        turns.stream().filter(t -> t.isAfter(first) && t.isBefore(end)).forEach(days::add);
        return List.copyOf(days);
    }

    /** Looks at one rule where it begins and ends for the buyers that it asks for, on its first day. */
    private void alone(List<PriceBook> chain, Catalogue.Sold sold, String unit, RuleLine line) {
        DateRange days = line.days == null
                ? null
                : line.days
                        .intersection(sold.days())
                        .flatMap(d -> d.intersection(chain.get(0).validity()))
                        .orElse(null);
        if (days == null || isDone(line) || alone.merge(line, 1, Integer::sum) > MAX_ALONE) {
            return;
        }
        LocalDate day = days.firstDay().orElseThrow();
        List<Customer> buyers = new Buyers(List.of(line)).all();
        for (Customer buyer : buyers.subList(0, Math.min(MAX_ALONE, buyers.size()))) {
            Place place = place(chain.get(0), sold, unit, buyer, day);
            Set<BigDecimal> samples = new Stretch(place, day, List.of(line)).bounds();
            Set<RuleLine> beside = new LinkedHashSet<>();
            samples.forEach(q -> beside.addAll(applying(place, q, day)));
            if (beside.contains(line)) {
                sweep(
                        entries.at(chain, sold.product(), unit, day),
                        new Stretch(place, day, List.copyOf(beside)),
                        samples);
            }
        }
    }

    private List<RuleLine> applying(Place place, BigDecimal quantity, LocalDate day) {
        RuleBook rules = everyRule == null ? book(byRule.values()) : everyRule;
        everyRule = rules;
        List<RuleLine> there = new ArrayList<>();
        for (Selection selection : rules.select(place.at(quantity, day))) {
            selection.rules().forEach(rule -> there.add(Objects.requireNonNull(byRule.get(rule))));
        }
        return there;
    }

    private RuleBook book(Collection<RuleLine> lines) {
        Set<RuleSet> sets = new LinkedHashSet<>();
        lines.forEach(line -> sets.add(line.set));
        return RuleBook.of(sets, lines.stream().map(line -> line.rule).toList(), state.fields());
    }

    /** Prices the samples one after the other. */
    private void sweep(Chain there, Stretch stretch, Collection<BigDecimal> samples) {
        Place place = stretch.place;
        List<ContractPrice> agreed =
                held(entries.agreed(place.product().id(), place.currency()), place.buyer(), stretch.day);
        Till bare = entries.till(there.books, place.product()).agreed(agreed);
        Till till = bare.with(book(stretch.lines()), place.buyer());
        BigDecimal less = null;
        BigDecimal most = null;
        for (BigDecimal quantity : samples) {
            BigDecimal total = till.total(place.unit(), quantity, stretch.day).orElse(null);
            if (total == null) {
                continue;
            }
            if (contest.isOpenAt(stretch, quantity)
                    && contest.isNews(stretch, quantity, agreed.isEmpty() ? tier(there, quantity) : null)) {
                contest.note(stretch, quantity, parts(bare, till, stretch, quantity));
            }
            if (less != null && most != null && total.compareTo(most) < 0) {
                fall(bare, till, stretch, new Falls.Fall(less, most, quantity, total));
            }
            less = quantity;
            most = total;
        }
    }

    /** What the price of one unit comes from; absent where that depends on the quantity. */
    private static @Nullable Object tier(Chain chain, BigDecimal quantity) {
        Chain.Step step = chain.stepAt(quantity);
        PriceEntry reached = step == null ? null : step.reached(quantity);
        return reached == null || !Stretch.isForEach(chain) ? null : List.of(chain.books, chain.unit, reached.id());
    }

    /** A proof names every candidate: where there are many rules, those that apply are put by themselves first. */
    private Set<EntityRef> parts(Till bare, Till till, Stretch stretch, BigDecimal quantity) {
        Till few = stretch.reaches.size() <= MAX_PROVEN
                ? till
                : bare.with(book(stretch.at(quantity)), stretch.place.buyer());
        return few.parts(stretch.place, quantity, stretch.day);
    }

    private void fall(Till bare, Till till, Stretch stretch, Falls.Fall fall) {
        String unit = stretch.place.unit();
        Optional<BigDecimal> less = bare.total(unit, fall.less(), stretch.day);
        Optional<BigDecimal> more = bare.total(unit, fall.more(), stretch.day);
        boolean byBook = less.isPresent() && more.isPresent() && more.get().compareTo(less.get()) < 0;
        if (!byBook) {
            falls.note(stretch, fall, parts(bare, till, stretch, fall.less()), parts(bare, till, stretch, fall.more()));
        }
    }
}
