package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.rulebook.Selection;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries every line of a small shop. */
final class BruteForce {

    private static final int MOST = 14;

    final Set<EntityRef> deciding = new HashSet<>();
    final Set<EntityRef> tied = new HashSet<>();
    private final PriceState state;
    private final RuleBook rules;

    BruteForce(PriceState state) {
        this.state = state;
        this.rules = RuleBook.of(state.sets(), state.rules(), state.fields());
    }

    static EntityRef ref(PriceRule rule) {
        return EntityRef.of("price-rule", rule.id());
    }

    void tryAll() {
        List<Customer> buyers = buyers();
        for (PriceBook book : state.books()) {
            for (Product product : state.products()) {
                for (LocalDate day : days(state)) {
                    if (sells(book, product, day)) {
                        tryDay(book, product, day, buyers);
                    }
                }
            }
        }
    }

    static List<LocalDate> days(PriceState state) {
        return Objects.requireNonNull(state.days().from())
                .datesUntil(Objects.requireNonNull(state.days().until()))
                .toList();
    }

    private void tryDay(PriceBook book, Product product, LocalDate day, List<Customer> buyers) {
        for (Quantity quantity : quantities(product)) {
            for (Customer buyer : buyers) {
                for (Selection selection : rules.select(line(book, product, buyer, quantity, day))) {
                    front(selection).forEach(r -> deciding.add(ref(r)));
                    equals(selection).forEach(r -> tied.add(ref(r)));
                }
            }
        }
    }

    static boolean sells(PriceBook book, Product product, LocalDate day) {
        return book.active() && book.validity().contains(day) && product.isForSale(day);
    }

    static List<Quantity> quantities(Product product) {
        BigDecimal step = product.measures().increment() == null
                ? BigDecimal.ONE
                : product.measures().increment().value();
        List<Quantity> all = new ArrayList<>();
        for (BigDecimal q = step; q.intValue() <= MOST; q = q.add(step)) {
            all.add(Quantity.of(q));
        }
        return all;
    }

    /** Rules that none goes before. */
    static List<PriceRule> front(Selection selection) {
        PriceRule best = selection.best();
        return selection.set().stacking() != Stacking.FIRST
                ? selection.rules()
                : selection.rules().stream().filter(r -> ranksAs(r, best)).toList();
    }

    /** Rules of which one would have to go first. */
    static List<PriceRule> equals(Selection selection) {
        return selection.tie() == null
                ? List.of()
                : front(selection).stream()
                        .filter(r -> front(selection).stream().anyMatch(o -> !o.equals(r) && ranksAs(r, o)))
                        .toList();
    }

    static boolean ranksAs(PriceRule one, PriceRule other) {
        return one.target().equals(other.target()) && one.priority() == other.priority();
    }

    PricingContext line(PriceBook book, Product product, Customer buyer, Quantity quantity, LocalDate day) {
        List<CategoryId> path = product.category() == null
                ? List.of()
                : state.categories().pathOf(Objects.requireNonNull(product.category()));
        Map<PromotionId, PromotionStanding> granted = new HashMap<>();
        buyer.promotions().forEach((promotion, standing) -> {
            DateRange days = state.promotions().get(promotion);
            if (days != null && days.contains(day)) {
                granted.put(promotion, standing);
            }
        });
        return new PricingContext(
                buyer.promotions(granted),
                new PricingContext.Article(product.id(), product.model().orElse(null), path, product.sku()),
                quantity,
                product.unit(),
                day,
                book.currency(),
                book.id());
    }

    /** What the rules do at the line of a witness; absent where there is no such line. */
    List<Selection> at(Witness witness) {
        PriceBook book = state.books().stream()
                .filter(b -> b.id().equals(witness.book()))
                .findFirst()
                .orElse(null);
        Product product = state.products().stream()
                .filter(p -> p.id().equals(witness.product()))
                .findFirst()
                .orElse(null);
        boolean sold = book != null
                && product != null
                && !(product.form() instanceof Form.Model)
                && sells(book, product, witness.day());
        return sold ? rules.select(line(book, product, witness.buyer(), witness.quantity(), witness.day())) : List.of();
    }

    /** Buyers that differ in all that rules ask for, and in nothing else. */
    List<Customer> buyers() {
        String asked = state.rules().stream()
                .map(r -> r.target().buyer() + " " + r.condition() + " " + r.promotion())
                .collect(Collectors.joining(" "));
        List<Customer> all = new ArrayList<>();
        List<@Nullable AccountId> accounts =
                asked.contains("ccount") || !state.contracts().isEmpty()
                        ? Arrays.asList(null, Shop.SIAM, new AccountId(new UUID(6, 5)))
                        : Arrays.asList((AccountId) null);
        for (AccountId account : accounts) {
            for (String group :
                    asked.contains("gold") ? Arrays.asList(null, "gold", "lead") : Arrays.asList((String) null)) {
                for (String channel : asked.contains("channel")
                        ? Arrays.asList(null, "web", "shop", "fair")
                        : Arrays.asList((String) null)) {
                    for (boolean spring : asked.contains("PromotionId") ? List.of(false, true) : List.of(false)) {
                        Customer buyer = new Customer(account, group, null, channel, null, Map.of(), Map.of());
                        all.add(spring ? buyer.promotions(Map.of(Shop.SPRING, PromotionStanding.GRANTED)) : buyer);
                    }
                }
            }
        }
        return all;
    }
}
