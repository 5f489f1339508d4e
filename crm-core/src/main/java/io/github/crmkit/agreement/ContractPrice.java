package io.github.crmkit.agreement;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product costs an account, over some days, whatever its price book says. It is agreed on, may get
 * another price, end or reference, may be withdrawn and reinstated; it is never removed, since prices that were given name
 * it. The price of a model or bundle does not reach its variants or parts.
 *
 * <p>Account, product, unit, currency and first day identify it among the contracted prices of a tenant.
 *
 * @param unit what the price is for one of; at most {@value Product#MAX_WORD} characters
 * @param price 0 or more; it applies where prices are asked for in its currency, and nowhere else
 * @param validity the days on which it applies, in the organisation's zone; a beginning on {@link PriceEntry#SINCE_EVER} is
 *     no beginning
 * @param active whether it applies at all
 * @param reference the contract that it stands in; absent where none was named
 */
public record ContractPrice(
        ContractPriceId id,
        Stamp stamp,
        AccountId account,
        ProductId product,
        String unit,
        UnitPrice price,
        DateRange validity,
        boolean active,
        @Nullable String reference) {

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public ContractPrice {
        Violations problems = new Violations();
        unit = problems.plainText(unit, Product.MAX_WORD, "unit");
        problems.require(!price.isNegative(), "price", "negative", "must not be negative");
        validity.checkKept(problems, "validity");
        reference = problems.plainTextOrAbsent(reference, MAX_REFERENCE, "reference");
        problems.throwIfAny("contract price");
        validity = Days.kept(validity);
    }

    /** The contract that it stands in, where one was named. */
    public Optional<String> contract() {
        return Optional.ofNullable(reference);
    }

    /** Sets its price, the end of its days and its reference, and lets it apply; nothing changes where it is so already. */
    public Change<ContractPrice> set(UnitPrice newPrice, @Nullable LocalDate until, @Nullable String newReference) {
        Change<ContractPrice> reinstated = reinstate();
        DateRange days = new DateRange(validity.from(), until);
        ContractPrice changed =
                new ContractPrice(id, stamp, account, product, unit, newPrice, days, true, newReference);
        return changed.equals(reinstated.state())
                ? reinstated
                : reinstated.then(p -> Change.of(p, changed, new ContractPriceEvent.Changed()));
    }

    /** Stops it from applying; a withdrawn one stays as it is. */
    public Change<ContractPrice> withdraw() {
        return active ? Change.of(this, with(stamp, false), new ContractPriceEvent.Withdrawn()) : Change.none(this);
    }

    /** Lets it apply again; an active one stays as it is. */
    public Change<ContractPrice> reinstate() {
        return active ? Change.none(this) : Change.of(this, with(stamp, true), new ContractPriceEvent.Reinstated());
    }

    /** Whether this and another one, both active, would price the same unit in the same currency on some same day. */
    public boolean overlaps(ContractPrice other) {
        return active
                && other.active
                && Place.of(this).equals(Place.of(other).since(validity.from()))
                && validity.overlaps(other.validity);
    }

    /** Whether it applies on that day. */
    public boolean appliesOn(LocalDate date) {
        return active && validity.contains(date);
    }

    /** The same price with another stamp. */
    public ContractPrice withStamp(Stamp next) {
        return with(next, active);
    }

    private ContractPrice with(Stamp newStamp, boolean newActive) {
        return new ContractPrice(id, newStamp, account, product, unit, price, validity, newActive, reference);
    }

    /** What identifies it. */
    record Place(
            AccountId account,
            ProductId product,
            String unit,
            String currency,
            @Nullable LocalDate from) {

        static Place of(ContractPrice price) {
            return new Place(
                    price.account,
                    price.product,
                    price.unit,
                    price.price.currency().getCode(),
                    price.validity.from());
        }

        Place since(@Nullable LocalDate day) {
            return new Place(account, product, unit, currency, day);
        }
    }
}
