package io.github.crmkit.pricing;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for tiers, against a straightforward count. */
class TierProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Product TILE = aProduct().build();

    @Property(tries = 5_000)
    void buying_more_never_costs_less_by_graduated_tiers_or_by_rising_blocks(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 300_000) int quantity,
            @ForAll @IntRange(min = 1, max = 100_000) int more) {
        List<Integer> rising = new ArrayList<>(cents);
        Collections.sort(rising);
        for (PriceSheet sheet : List.of(sheet(cents, Tiering.GRADUATED), sheet(rising, Tiering.BLOCK))) {
            assertThat(amount(sheet, quantity + more)).isGreaterThanOrEqualTo(amount(sheet, quantity));
        }
    }

    @Property(tries = 5_000)
    void each_way_of_tiering_is_what_counting_by_hand_gives(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 300_000) int quantity) {
        BigDecimal all = BigDecimal.valueOf(quantity, 3);
        BigDecimal graduated = BigDecimal.ZERO;
        int reached = 0;
        for (int i = 0; i < cents.size(); i++) {
            BigDecimal from = from(i);
            BigDecimal end = i + 1 < cents.size() ? from(i + 1).min(all) : all;
            if (end.compareTo(from) > 0) {
                graduated = graduated.add(end.subtract(from).multiply(BigDecimal.valueOf(cents.get(i), 2)));
            }
            reached = all.compareTo(from) >= 0 ? i : reached;
        }
        BigDecimal tier = BigDecimal.valueOf(cents.get(reached), 2);

        assertThat(amount(sheet(cents, Tiering.GRADUATED), quantity)).isEqualTo(usd(graduated));
        assertThat(amount(sheet(cents, Tiering.VOLUME), quantity)).isEqualTo(usd(tier.multiply(all)));
        assertThat(amount(sheet(cents, Tiering.BLOCK), quantity)).isEqualTo(usd(tier));
    }

    @Property(tries = 5_000)
    void what_is_taken_back_is_rounded_as_what_was_sold(
            @ForAll @IntRange(min = 1, max = 1_000_000) int micros,
            @ForAll @IntRange(min = 1, max = 1_000_000) int quantity,
            @ForAll @IntRange(min = 1, max = 1_000) int per) {
        UnitPrice price = UnitPrice.of(CurrencyUnit.USD, BigDecimal.valueOf(micros, 6));
        Quantity sold = Quantity.of(BigDecimal.valueOf(quantity, 2));
        Money amount = price.times(sold, Quantity.of(per), RoundingMode.HALF_UP);

        assertThat(price.times(sold.negated(), Quantity.of(per), RoundingMode.HALF_UP))
                .isEqualTo(amount.negated());
        PriceSheet sheet = PriceSheet.of(
                aPriceBook().build(), List.of(TILE), List.of(aPriceEntry(1).build()));
        PriceRequest request = PriceRequest.of(TILE.id(), sold.value());
        assertThat(byHand(sheet, request, price.value().negated()))
                .isEqualTo(byHand(sheet, request, price.value()).negated());
    }

    private static Money byHand(PriceSheet sheet, PriceRequest request, BigMoney price) {
        return ((Price) sheet.price(request.manual(price), DAY, RoundingMode.HALF_UP)).amount();
    }

    private static BigDecimal from(int tier) {
        return BigDecimal.valueOf(tier * 50L);
    }

    private static PriceSheet sheet(List<Integer> cents, Tiering tiering) {
        List<PriceEntry> entries = new ArrayList<>();
        for (int i = 0; i < cents.size(); i++) {
            entries.add(aPriceEntry(i + 1L)
                    .from(from(i).toPlainString())
                    .price("USD " + BigDecimal.valueOf(cents.get(i), 2).toPlainString())
                    .tiering(tiering)
                    .build());
        }
        return PriceSheet.of(aPriceBook().build(), List.of(TILE), entries);
    }

    private static Money amount(PriceSheet sheet, int thousandths) {
        PriceRequest request = PriceRequest.of(TILE.id(), BigDecimal.valueOf(thousandths, 3));
        return ((Price) sheet.price(request, DAY, RoundingMode.HALF_UP)).amount();
    }

    private static Money usd(BigDecimal exact) {
        return Money.of(CurrencyUnit.USD, exact, RoundingMode.HALF_UP);
    }
}
