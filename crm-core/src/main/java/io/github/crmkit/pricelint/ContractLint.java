package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricelint.Place.Grid;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What was agreed on with accounts: what claims the same days, what leaves days out, and what no line ever comes to. */
final class ContractLint {

    private final PriceState state;
    private final Catalogue catalogue;
    private final List<Finding> findings = new ArrayList<>();

    /** What one account pays for one product in one currency: an agreement for any unit holds for lines in all units. */
    private record Deal(AccountId account, ProductId product, CurrencyUnit currency) {}

    ContractLint(PriceState state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    List<Finding> findings() {
        return findings;
    }

    void run() {
        Map<Deal, List<ContractPrice>> deals = new LinkedHashMap<>();
        for (ContractPrice price : state.contracts()) {
            if (price.active() && price.validity().overlaps(state.days())) {
                Deal deal =
                        new Deal(price.account(), price.product(), price.price().currency());
                deals.computeIfAbsent(deal, d -> new ArrayList<>()).add(price);
            }
        }
        deals.forEach(this::look);
    }

    private void look(Deal deal, List<ContractPrice> prices) {
        Catalogue.Sold sold = sold(deal.product());
        Set<ContractPrice> reached = new HashSet<>();
        if (sold != null) {
            List<ContractPrice> known = prices.stream()
                    .filter(p -> sold.product().measures().knows(p.unit()))
                    .toList();
            walk(deal, sold, known, reached);
        }
        prices.stream().filter(p -> !reached.contains(p)).forEach(p -> findings.add(never(p, sold)));
    }

    private Catalogue.@Nullable Sold sold(ProductId product) {
        List<Catalogue.Sold> found = catalogue.of(new Target.OneVariant(product));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Goes through the days; between two on which something begins or ends nothing changes. */
    private void walk(Deal deal, Catalogue.Sold sold, List<ContractPrice> prices, Set<ContractPrice> reached) {
        Set<Set<ContractPrice>> said = new HashSet<>();
        List<ContractPrice> before = List.of();
        LocalDate gap = null;
        PriceBook asked = null;
        for (LocalDate day : turns(deal, sold, prices)) {
            PriceBook book = book(deal.currency(), day).orElse(null);
            if (book == null || !sold.days().contains(day)) {
                continue;
            }
            List<ContractPrice> held =
                    prices.stream().filter(p -> p.validity().contains(day)).toList();
            reached.addAll(held);
            overlaps(held, sold, book, day, said);
            if (held.isEmpty()) {
                gap = before.isEmpty() || gap != null ? gap : day;
                asked = Objects.equals(gap, day) ? book : asked;
                continue;
            }
            if (gap != null && asked != null) {
                findings.add(gap(before.get(0), held.get(0), sold, asked, gap, day));
            }
            gap = null;
            before = held;
        }
    }

    private Set<LocalDate> turns(Deal deal, Catalogue.Sold sold, List<ContractPrice> prices) {
        Set<LocalDate> turns = new TreeSet<>();
        List<DateRange> ranges = new ArrayList<>(List.of(sold.days()));
        prices.forEach(p -> ranges.add(p.validity()));
        state.books().stream().filter(b -> b.currency().equals(deal.currency())).forEach(b -> ranges.add(b.validity()));
        for (DateRange range : ranges) {
            range.firstDay().ifPresent(turns::add);
            range.lastDay().ifPresent(last -> turns.add(last.plusDays(1)));
        }
        return turns;
    }

    private Optional<PriceBook> book(CurrencyUnit currency, LocalDate day) {
        return state.books().stream()
                .filter(b -> b.active()
                        && b.currency().equals(currency)
                        && b.validity().contains(day))
                .findFirst();
    }

    private void overlaps(
            List<ContractPrice> held,
            Catalogue.Sold sold,
            PriceBook book,
            LocalDate day,
            Set<Set<ContractPrice>> said) {
        for (int i = 0; i < held.size(); i++) {
            for (ContractPrice other : held.subList(i + 1, held.size())) {
                ContractPrice one = held.get(i);
                if (one.unit().equals(other.unit()) && said.add(Set.of(one, other))) {
                    findings.add(new Finding(
                            Finding.Kind.CONTRACT_OVERLAP,
                            List.of(ref(one), ref(other)),
                            "Two prices of " + named(sold) + " are agreed on with one account for " + one.unit()
                                    + " on " + day + ": " + one.price() + " and " + other.price() + ".",
                            witness(one, sold.product(), one.unit(), book, day)));
                }
            }
        }
    }

    private static Finding gap(
            ContractPrice before,
            ContractPrice after,
            Catalogue.Sold sold,
            PriceBook book,
            LocalDate from,
            LocalDate until) {
        return new Finding(
                Finding.Kind.CONTRACT_GAP,
                List.of(ref(before), ref(after)),
                "No price of " + named(sold) + " is agreed on from " + from + " to " + until.minusDays(1)
                        + " with an account that has one before and after that.",
                witness(before, sold.product(), sold.product().unit(), book, from));
    }

    /** Says why no line ever comes to a price. */
    private Finding never(ContractPrice price, Catalogue.@Nullable Sold sold) {
        Product product = catalogue.find(price.product()).orElse(null);
        LocalDate day = price.validity()
                .intersection(state.days())
                .orElseThrow()
                .firstDay()
                .orElseThrow();
        PriceBook book = state.books().stream()
                .filter(b -> b.active() && b.currency().equals(price.price().currency()))
                .findFirst()
                .orElse(null);
        String code = price.price().currency().getCode();
        Finding.Kind kind;
        String why;
        if (product == null || sold == null) {
            kind = Finding.Kind.CONTRACT_WITHOUT_PRODUCT;
            why = "it is for what is not sold";
        } else if (!product.measures().knows(price.unit())) {
            kind = Finding.Kind.CONTRACT_WITHOUT_UNIT;
            why = "it is for a unit that " + named(sold) + " does not have";
        } else if (book == null) {
            kind = Finding.Kind.CONTRACT_CURRENCY_MISSING;
            why = "it is in " + code + ", and no price book is";
        } else {
            kind = Finding.Kind.CONTRACT_WITHOUT_DAY;
            why = named(sold) + " is not sold, or no price book in " + code + " is valid, on any of its days";
        }
        PriceBook asked =
                book == null && !state.books().isEmpty() ? state.books().get(0) : book;
        return new Finding(
                kind,
                List.of(ref(price)),
                "An agreed price of " + price.price() + " can never decide: " + why + ".",
                witness(price, product, product == null ? price.unit() : product.unit(), asked, day));
    }

    private static Witness witness(
            ContractPrice price, @Nullable Product product, String unit, @Nullable PriceBook book, LocalDate day) {
        BigDecimal least =
                product == null ? BigDecimal.ONE : Grid.of(product, unit).ceil(BigDecimal.ONE);
        return new Witness(
                book == null ? null : book.id(),
                price.product(),
                product == null || unit.equals(product.unit()) ? null : unit,
                Quantity.of(least),
                null,
                day,
                Customer.of(price.account(), null, null));
    }

    private static String named(Catalogue.Sold sold) {
        return "\"" + sold.product().name() + "\"";
    }

    private static EntityRef ref(ContractPrice price) {
        return ContractPrices.TYPE.refTo(price.id());
    }
}
