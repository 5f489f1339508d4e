package io.github.crmkit.price;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A price and why it is what it is.
 *
 * @param unit what the quantity counts
 * @param list where the calculation started, in the currency of the book: the list price, or whatever came first where the
 *     book has none for that day
 * @param calculated what all steps lead to, without the manual price
 * @param per how many units the calculated price is for: 1, or so many as were priced together; more than 0
 * @param manual the price given by hand for one unit, kept beside the calculated one; absent where there is none
 * @param amount the quantity at the net price, rounded once to the decimals of the currency
 * @param proof the steps, in order; they {@link PriceStep#fold fold} to the net price exactly
 * @param rejected every candidate that is no part of the proof
 */
public record Price(
        ProductId product,
        String unit,
        Quantity quantity,
        UnitPrice list,
        UnitPrice calculated,
        Quantity per,
        @Nullable UnitPrice manual,
        Money amount,
        List<PriceStep> proof,
        List<Rejected> rejected)
        implements PriceResult {

    /** @throws IllegalArgumentException where the proof does not lead to the net price, or to another number of units */
    public Price {
        proof = List.copyOf(proof);
        rejected = List.copyOf(rejected);
        if (!PriceStep.fold(proof).equals(manual == null ? calculated : manual)) {
            throw new IllegalArgumentException("the proof must lead to the net price");
        }
        if (!proof.get(proof.size() - 1).per().equals(manual == null ? per : Quantity.ONE)) {
            throw new IllegalArgumentException("the proof must end with the units that the net price is for");
        }
    }

    /** What {@link #netPer} units cost: the manual price where there is one, else the calculated one. */
    public UnitPrice net() {
        return manual == null ? calculated : manual;
    }

    /** How many units the net price is for. */
    public Quantity netPer() {
        return manual == null ? per : Quantity.ONE;
    }

    /** The price given by hand, where there is one. */
    public Optional<UnitPrice> manualPrice() {
        return Optional.ofNullable(manual);
    }

    /** The currency of the book. */
    public CurrencyUnit currency() {
        return list.currency();
    }
}
