package io.github.crmkit.pricelint;

import static io.github.crmkit.pricebook.PriceEntryBuilder.aPriceEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class EntryLintProperties {

    @Property(tries = 20_000)
    void the_linter_agrees_with_pricing_every_quantity_on_every_day(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        Product product = random.chance(2) ? Shop.TILE : Shop.RED_BOX;
        List<PriceEntry> entries = entries(random, product);
        PriceState state = PriceState.of(Shop.WEEK)
                .books(
                        List.of(Shop.DOLLARS
                                .edit(
                                        "Shop",
                                        random.chance(3) ? random.days() : Shop.DOLLARS.validity(),
                                        Shop.DOLLARS.pool(),
                                        null)
                                .state()),
                        entries,
                        List.of(product));

        LintReport report = PriceLint.check(state);

        Plain plain = new Plain(state, product, entries);
        plain.tryAll();
        assertThat(!report.of(Finding.Kind.TIER_GAP).isEmpty())
                .as("gap of tiers")
                .isEqualTo(plain.tierGap);
        assertThat(!report.of(Finding.Kind.DATE_GAP).isEmpty())
                .as("gap of days")
                .isEqualTo(plain.dateGap);
        if (!plain.mixed) {
            assertThat(about(report, Finding.Kind.TIER_OVERLAP)).as("overlaps").isEqualTo(plain.tied);
        }
        assertThat(!report.of(Finding.Kind.TIERING_MIXED).isEmpty()).as("mixed").isEqualTo(plain.mixed);
        assertThat(!report.of(Finding.Kind.TOTALS_FALL).isEmpty())
                .as("falling totals")
                .isEqualTo(plain.falls);
        report.findings()
                .forEach(f -> assertThat(plain.shows(f))
                        .as("%s at %s", f, f.witness())
                        .isTrue());
    }

    private static List<PriceEntry> entries(RandomRules random, Product product) {
        List<PriceEntry> entries = new ArrayList<>();
        int number = 1 + random.number(6);
        Tiering tiering = random.pick(List.of(Tiering.values()));
        for (int i = 1; i <= number; i++) {
            PriceEntry entry = aPriceEntry(i)
                    .product(product.id())
                    .from(i == 1 && !random.chance(4) ? "0" : String.valueOf(random.number(13)))
                    .price("USD " + (1 + random.number(12)))
                    .valid(random.chance(2) ? random.days() : Shop.DOLLARS.validity())
                    .tiering(random.chance(15) ? random.pick(List.of(Tiering.values())) : tiering)
                    .between(random.chance(8) ? "USD 6" : null, random.chance(8) ? "USD 7" : null)
                    .build();
            entries.add(random.chance(10) ? entry.withdraw().state() : entry);
        }
        return entries;
    }

    private static Set<EntityRef> about(LintReport report, Finding.Kind kind) {
        Set<EntityRef> all = new HashSet<>();
        report.of(kind).forEach(f -> all.addAll(f.about()));
        return all;
    }

    /** Prices one product of one book as plainly as it can be told, in its own unit. */
    private static final class Plain {
        private final PriceState state;
        private final Product product;
        private final List<PriceEntry> entries;
        private boolean tierGap;
        private boolean dateGap;
        private boolean mixed;
        private boolean falls;
        private final Set<EntityRef> tied = new HashSet<>();

        Plain(PriceState state, Product product, List<PriceEntry> entries) {
            this.state = state;
            this.product = product;
            this.entries = entries;
        }

        void tryAll() {
            PriceBook book = state.books().get(0);
            boolean before = false;
            boolean gap = false;
            for (LocalDate day : BruteForce.days(state)) {
                if (!BruteForce.sells(book, product, day)) {
                    continue;
                }
                List<PriceEntry> there = on(day);
                dateGap = dateGap || (gap && !there.isEmpty());
                before = before || !there.isEmpty();
                gap = before && there.isEmpty();
                if (!there.isEmpty()) {
                    tryDay(there);
                }
            }
        }

        private void tryDay(List<PriceEntry> there) {
            mixed = mixed || there.stream().map(PriceEntry::tiering).distinct().count() > 1;
            BigDecimal most = null;
            for (Quantity quantity : BruteForce.quantities(product)) {
                PriceEntry reached = reached(there, quantity);
                tierGap = tierGap || reached == null || isMissing(there);
                there.stream()
                        .filter(e -> number(there, e) > 1)
                        .filter(e -> e.tiering() == Tiering.GRADUATED
                                ? !isMissing(there) && e.from().compareTo(quantity) < 0
                                : reached != null && e.from().equals(reached.from()))
                        .forEach(e -> tied.add(PriceEntries.TYPE.refTo(e.id())));
                BigDecimal total = total(there, quantity);
                falls = falls || (total != null && most != null && total.compareTo(most) < 0);
                most = total == null || (most != null && most.compareTo(total) > 0) ? most : total;
            }
        }

        private static boolean isMissing(List<PriceEntry> there) {
            return there.stream().allMatch(e -> e.tiering() == Tiering.GRADUATED && !e.isList());
        }

        private static long number(List<PriceEntry> there, PriceEntry like) {
            return there.stream().filter(e -> e.from().equals(like.from())).count();
        }

        private List<PriceEntry> on(LocalDate day) {
            return entries.stream()
                    .filter(e -> e.active() && e.validity().contains(day))
                    .toList();
        }

        private static @Nullable PriceEntry reached(List<PriceEntry> there, Quantity quantity) {
            PriceEntry reached = null;
            for (PriceEntry entry : there) {
                boolean higher = reached == null || entry.from().compareTo(reached.from()) > 0;
                reached = higher && entry.from().compareTo(quantity) <= 0 ? entry : reached;
            }
            return reached;
        }

        private static @Nullable BigDecimal total(List<PriceEntry> there, Quantity quantity) {
            PriceEntry reached = reached(there, quantity);
            if (reached == null
                    || there.stream().anyMatch(e -> e.tiering() != reached.tiering())
                    || (reached.tiering() != Tiering.GRADUATED && number(there, reached) > 1)) {
                return null;
            }
            BigDecimal exact = reached.price().amount();
            if (reached.tiering() == Tiering.VOLUME) {
                exact = exact.multiply(quantity.value());
            } else if (reached.tiering() == Tiering.GRADUATED) {
                exact = BigDecimal.ZERO;
                if (there.stream().noneMatch(PriceEntry::isList)) {
                    return null;
                }
                for (BigDecimal unit = BigDecimal.ONE;
                        unit.compareTo(quantity.value()) <= 0;
                        unit = unit.add(BigDecimal.ONE)) {
                    // the unit that ends here lies in the band that the one before it has reached
                    PriceEntry band = reached(there, Quantity.of(unit.subtract(BigDecimal.ONE)));
                    long same = there.stream()
                            .filter(e ->
                                    e.from().equals(Objects.requireNonNull(band).from()))
                            .count();
                    if (same > 1) {
                        return null;
                    }
                    exact = exact.add(Objects.requireNonNull(band).price().amount());
                }
            }
            BigDecimal least = bound(reached, true, quantity);
            BigDecimal greatest = bound(reached, false, quantity);
            exact = greatest == null ? exact : exact.min(greatest);
            exact = least == null ? exact : exact.max(least);
            return exact.setScale(2, RoundingMode.HALF_UP);
        }

        private static @Nullable BigDecimal bound(PriceEntry entry, boolean floor, Quantity quantity) {
            return entry.within()
                    .flatMap(b -> floor ? b.lowest() : b.highest())
                    .map(p -> p.amount().multiply(quantity.value()))
                    .orElse(null);
        }

        boolean shows(Finding finding) {
            Witness witness = finding.witness();
            List<PriceEntry> there = on(witness.day());
            Quantity quantity = witness.quantity();
            BigDecimal total = total(there, quantity);
            if (finding.kind() != Finding.Kind.TOTALS_FALL) {
                return total == null;
            }
            BigDecimal more = total(there, witness.largerQuantity().orElseThrow());
            return total != null && more != null && more.compareTo(total) < 0;
        }
    }
}
