package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.rulebook.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lines of one product cost, as the engine prices them: what the linter says of totals is what a quote would show. */
final class Till {

    private final PriceSheet sheet;
    private final Product product;

    private Till(PriceSheet sheet, Product product) {
        this.sheet = sheet;
        this.product = product;
    }

    /** What a book and those that it is derived from give, without any rule. */
    static Till of(PriceState state, List<PriceBook> books, Product product, Collection<PriceEntry> entries) {
        PriceSheet.Terms terms =
                PriceSheet.Terms.NONE.categories(state.categories()).rates(state.rates());
        return new Till(PriceSheet.of(books, List.of(product), entries, terms), product);
    }

    /** What these rules make of it for a buyer. */
    Till with(RuleBook rules, Customer buyer) {
        return new Till(sheet.terms(sheet.terms().rules(rules).customer(buyer)), product);
    }

    /** For a buyer with whom these prices were agreed. */
    Till agreed(List<ContractPrice> prices) {
        List<PriceSheet.Contracted> agreed = new ArrayList<>();
        for (ContractPrice one : prices) {
            agreed.add(new PriceSheet.Contracted(
                    ContractPrices.TYPE.refTo(one.id()),
                    one.reference(),
                    one.product(),
                    one.unit(),
                    one.price(),
                    one.validity(),
                    one.active()));
        }
        return agreed.isEmpty() ? this : new Till(sheet.terms(sheet.terms().contracts(agreed)), product);
    }

    private PriceRequest line(String unit, BigDecimal quantity) {
        return PriceRequest.of(product.id(), quantity).unit(unit);
    }

    /** What so many cost, rounded to the decimals of the currency; absent where they have no price. */
    Optional<BigDecimal> total(String unit, BigDecimal quantity, LocalDate day) {
        return sheet.net(line(unit, quantity), day, Rounding.COMMERCIAL) instanceof NetPrice price
                ? Optional.of(price.amount())
                : Optional.empty();
    }

    /** The rules that have a part in what so many cost; none where they have no price. */
    Set<EntityRef> parts(Place place, BigDecimal quantity, LocalDate day) {
        Set<EntityRef> parts = new LinkedHashSet<>();
        if (sheet.price(line(place.unit(), quantity), day, Rounding.COMMERCIAL) instanceof Price price) {
            sheet.terms()
                    .rules()
                    .select(place.at(quantity, day))
                    .forEach(s -> s.rules().forEach(rule -> parts.add(RuleLine.refTo(rule))));
            price.rejected().forEach(r -> parts.remove(r.candidate()));
        }
        return parts;
    }
}
