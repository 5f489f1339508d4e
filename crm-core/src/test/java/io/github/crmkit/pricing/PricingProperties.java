package io.github.crmkit.pricing;

import static io.github.crmkit.catalog.ProductBuilder.aProduct;
import static io.github.crmkit.pricebook.PriceBookBuilder.aPriceBook;
import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryBuilder;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

class PricingProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final PriceBook BOOK = aPriceBook().build();
    private static final Product TILE = aProduct().build();

    @Property
    void the_steps_fold_to_the_net_and_the_amount_is_rounded_once(
            @ForAll("entries") List<PriceEntry> entries, @ForAll("requests") PriceRequest request) {
        if (price(entries, request) instanceof Price price) {
            BigDecimal exact = price.net().amount().multiply(request.quantity());

            assertThat(PriceStep.fold(price.proof())).isEqualTo(price.net());
            assertThat(price.amount().getAmount()).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
            assertThat(price.net()).isEqualTo(price.manualPrice().orElse(price.calculated()));
            assertThat(price.calculated().amount()).isEqualByComparingTo(discounted(price, request));
        }
    }

    private static BigDecimal discounted(Price price, PriceRequest request) {
        UnitPrice tier = price.proof().stream()
                .filter(step -> step.source() != null)
                .reduce((first, second) -> second)
                .orElseThrow()
                .after();
        BigDecimal off = request.discount() == null ? BigDecimal.ZERO : request.discount();
        return tier.amount()
                .multiply(new BigDecimal(100).subtract(off))
                .divide(new BigDecimal(100), 6, RoundingMode.HALF_UP);
    }

    @Property
    void every_entry_is_named_once_in_the_proof_or_as_rejected(
            @ForAll("entries") List<PriceEntry> entries, @ForAll("requests") PriceRequest request) {
        assertThat(named(price(entries, request)))
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(e -> e.id().text()).toList());
    }

    @Property
    void the_order_of_the_entries_does_not_matter(
            @ForAll("entries") List<PriceEntry> entries,
            @ForAll("requests") PriceRequest request,
            @ForAll Random random) {
        List<PriceEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);

        assertThat(price(shuffled, request)).isEqualTo(price(entries, request));
    }

    @Property
    void without_the_entry_that_made_the_price_another_named_one_does_or_none(
            @ForAll("entries") List<PriceEntry> entries, @ForAll("requests") PriceRequest request) {
        if (price(entries, request) instanceof Price price) {
            String winner = winner(price);
            List<PriceEntry> others =
                    entries.stream().filter(e -> !e.id().text().equals(winner)).toList();

            PriceResult without = price(others, request);

            assertThat(named(price)).contains(winner).containsAll(named(without));
            if (without instanceof Price second) {
                assertThat(winner(second)).isNotEqualTo(winner);
                assertThat(tier(others, winner(second))).isLessThan(tier(entries, winner));
            } else {
                assertThat(((NoPrice) without).reason())
                        .isIn(NoPrice.Reason.NO_ENTRY, NoPrice.Reason.NO_ENTRY_APPLIES, NoPrice.Reason.TIED_ENTRIES);
            }
        }
    }

    @Property
    void the_winner_applies_and_no_entry_that_applies_has_a_higher_bound(
            @ForAll("entries") List<PriceEntry> entries, @ForAll("requests") PriceRequest request) {
        List<PriceEntry> applying = entries.stream()
                .filter(e -> e.active() && e.validity().contains(DAY))
                .filter(e -> e.unit().equals(Objects.requireNonNullElse(request.unit(), "piece")))
                .filter(e -> e.from().value().compareTo(request.quantity()) <= 0)
                .toList();

        PriceResult result = price(entries, request);

        if (result instanceof Price price) {
            assertThat(applying).extracting(e -> e.id().text()).contains(winner(price));
            assertThat(applying).allMatch(e -> e.from().compareTo(tier(entries, winner(price))) <= 0);
        } else if (((NoPrice) result).reason() == NoPrice.Reason.TIED_ENTRIES) {
            assertThat(applying).hasSizeGreaterThan(1);
        } else {
            assertThat(applying).isEmpty();
        }
    }

    private static PriceResult price(List<PriceEntry> entries, PriceRequest request) {
        return PriceSheet.of(BOOK, List.of(TILE), entries).price(request, DAY, RoundingMode.HALF_UP);
    }

    private static List<String> named(PriceResult result) {
        Stream<EntityRef> proven = result instanceof Price price
                ? price.proof().stream().map(PriceStep::by).flatMap(Optional::stream)
                : Stream.of();
        return Stream.concat(proven, result.rejected().stream().map(Rejected::candidate))
                .map(ref -> ref.id().toString())
                .toList();
    }

    private static String winner(Price price) {
        return price.proof().stream()
                .map(PriceStep::by)
                .flatMap(Optional::stream)
                .map(by -> by.id().toString())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Quantity tier(List<PriceEntry> entries, String id) {
        return entries.stream()
                .filter(e -> e.id().text().equals(id))
                .findFirst()
                .orElseThrow()
                .from();
    }

    @Provide
    Arbitrary<List<PriceEntry>> entries() {
        Arbitrary<String> unit = Arbitraries.of("piece", "piece", "piece", "box");
        Arbitrary<String> from = Arbitraries.of("0", "0", "0.5", "10", "100", "250");
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(6);
        Arbitrary<DateRange> days = Arbitraries.of(
                DateRange.always(),
                DateRange.always(),
                DateRange.ofDay(DAY),
                DateRange.validThrough(DAY.minusDays(1)),
                DateRange.startingOn(DAY.plusDays(1)));
        Arbitrary<Boolean> active = Arbitraries.of(true, true, true, false);
        return Combinators.combine(unit, from, price, days, active)
                .as((u, f, p, d, a) -> {
                    PriceEntryBuilder entry = aPriceEntry(0)
                            .unit(u)
                            .from(f)
                            .price("USD " + p.toPlainString())
                            .valid(d);
                    return a ? entry : entry.withdrawn();
                })
                .list()
                .ofMaxSize(8)
                .map(PricingProperties::numbered);
    }

    private static List<PriceEntry> numbered(List<PriceEntryBuilder> builders) {
        List<PriceEntry> entries = new ArrayList<>();
        for (PriceEntryBuilder builder : builders) {
            PriceEntry entry = builder.build();
            entries.add(new PriceEntry(
                    new PriceEntryId(new UUID(5, entries.size() + 1)),
                    entry.stamp(),
                    entry.book(),
                    entry.product(),
                    entry.unit(),
                    entry.from(),
                    entry.price(),
                    entry.validity(),
                    entry.active(),
                    entry.tiering(),
                    entry.bounds()));
        }
        return entries;
    }

    @Provide
    Arbitrary<PriceRequest> requests() {
        Arbitrary<BigDecimal> quantity = Arbitraries.oneOf(
                Arbitraries.of("0.499999", "0.5", "9.999999", "10", "99", "100", "250")
                        .map(BigDecimal::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.000001"), new BigDecimal("1000"))
                        .ofScale(6));
        Arbitrary<BigDecimal> discount = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100"))
                .ofScale(6)
                .injectNull(0.5);
        Arbitrary<BigMoney> manual = Arbitraries.bigDecimals()
                .between(new BigDecimal("-10"), new BigDecimal("1000"))
                .ofScale(6)
                .map(amount -> BigMoney.of(CurrencyUnit.USD, amount))
                .injectNull(0.7);
        return Combinators.combine(
                        quantity, discount, manual, Arbitraries.of("piece").injectNull(0.7))
                .as((q, d, m, u) -> new PriceRequest(TILE.id(), q, u, d, m, null, List.of()));
    }
}
