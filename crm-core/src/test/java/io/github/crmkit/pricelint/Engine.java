package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.rulebook.RuleBook;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Prices lines of a state as any quote would, with its rules or without. */
final class Engine {

    private record Key(PriceBook book, Customer buyer) {}

    private final PriceState state;
    private final RuleBook rules;
    private final Map<Key, PriceSheet> sheets = new HashMap<>();
    private final Map<PriceBook, PriceSheet> bare = new HashMap<>();

    Engine(PriceState state) {
        this.state = state;
        this.rules = RuleBook.of(state.sets(), state.rules(), state.fields());
    }

    RuleBook rules() {
        return rules;
    }

    private PriceSheet sheet(PriceBook book) {
        return bare.computeIfAbsent(book, b -> {
            List<PriceBook> books = new ArrayList<>(List.of(b));
            state.books().stream().filter(other -> !other.equals(b)).forEach(books::add);
            PriceSheet.Terms terms =
                    PriceSheet.Terms.NONE.categories(state.categories()).rates(state.rates());
            return PriceSheet.of(books, state.products(), state.entries(), terms);
        });
    }

    /** Without rules, for nobody in particular. */
    PriceResult bare(PriceBook book, Product product, Quantity quantity, LocalDate day) {
        return sheet(book).price(PriceRequest.of(product.id(), quantity.value()), day, Rounding.COMMERCIAL);
    }

    /** Without rules, for a buyer with whom prices may have been agreed. */
    PriceResult bare(PriceBook book, Product product, Customer buyer, Quantity quantity, LocalDate day) {
        PriceSheet sheet = sheet(book);
        return sheet.terms(sheet.terms().contracts(agreed(buyer)))
                .price(PriceRequest.of(product.id(), quantity.value()), day, Rounding.COMMERCIAL);
    }

    private List<PriceSheet.Contracted> agreed(Customer buyer) {
        return state.contracts().stream()
                .filter(c -> c.account().equals(buyer.account()))
                .map(c -> new PriceSheet.Contracted(
                        ContractPrices.TYPE.refTo(c.id()),
                        null,
                        c.product(),
                        c.unit(),
                        c.price(),
                        c.validity(),
                        c.active()))
                .toList();
    }

    /** A promotion is granted on its days alone, as whoever reads it from storage sees to. */
    PriceResult price(PriceBook book, Product product, Customer buyer, Quantity quantity, LocalDate day) {
        Customer known = onDay(buyer, day);
        return sheets.computeIfAbsent(new Key(book, known), k -> {
                    PriceSheet sheet = sheet(book);
                    return sheet.terms(
                            sheet.terms().rules(rules).customer(known).contracts(agreed(known)));
                })
                .price(PriceRequest.of(product.id(), quantity.value()), day, Rounding.COMMERCIAL);
    }

    Customer onDay(Customer buyer, LocalDate day) {
        Map<PromotionId, PromotionStanding> granted = new HashMap<>();
        buyer.promotions().forEach((promotion, standing) -> {
            DateRange days = state.promotions().get(promotion);
            if (days != null && days.contains(day)) {
                granted.put(promotion, standing);
            }
        });
        return buyer.promotions(granted);
    }

    PriceBook book(Witness witness) {
        return state.books().stream()
                .filter(b -> b.id().equals(witness.book()))
                .findFirst()
                .orElseThrow();
    }

    Product product(Witness witness) {
        return state.products().stream()
                .filter(p -> p.id().equals(witness.product()))
                .findFirst()
                .orElseThrow();
    }

    PriceResult price(Witness witness, Quantity quantity) {
        return price(book(witness), product(witness), witness.buyer(), quantity, witness.day());
    }

    PriceResult bare(Witness witness, Quantity quantity) {
        return bare(book(witness), product(witness), witness.buyer(), quantity, witness.day());
    }

    static Optional<BigDecimal> total(PriceResult result) {
        return result instanceof Price price ? Optional.of(price.amount().getAmount()) : Optional.empty();
    }

    static NoPrice.Reason reason(PriceResult result) {
        return Objects.requireNonNull(result instanceof NoPrice none ? none.reason() : null);
    }

    static boolean hasReason(PriceResult result, Set<NoPrice.Reason> some) {
        return result instanceof NoPrice none && some.contains(none.reason());
    }

    /** The rules that made the price, as its proof names them. */
    static Set<EntityRef> rules(PriceResult result) {
        Set<EntityRef> rules = new LinkedHashSet<>();
        if (result instanceof Price price) {
            price.proof()
                    .forEach(step -> step.by()
                            .filter(ref -> ref.type().equals("price-rule"))
                            .ifPresent(rules::add));
        }
        return rules;
    }
}
