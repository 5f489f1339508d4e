package io.github.crmkit.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.term.BillingPeriod;
import io.github.crmkit.term.Fraction;
import io.github.crmkit.term.Proration;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TotalsProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What holds of the worth of every quote: exact sums over its lines, rounded once. */
class QuoteWorthProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final UserId SELLER = new UserId(new UUID(1, 1));

    @Property(tries = 3_000)
    void everything_is_the_exact_sum_over_the_lines_rounded_once(
            @ForAll Random random, @ForAll @IntRange(max = 900) int on) {
        Quote quote = quote(random, 1 + random.nextInt(6), false);
        LocalDate day = DAY.plusDays(on);
        Fraction monthly = Fraction.ZERO;
        Fraction yearly = Fraction.ZERO;
        BigDecimal recurring = BigDecimal.ZERO;
        for (int i = 0; i < quote.lines().size(); i++) {
            BigDecimal net = quote.totals().lines().get(i).net().getAmount();
            ServiceTerm term = quote.lines().get(i).term();
            if (term != null) {
                Fraction month = Fraction.of(net).dividedBy(term.months());
                monthly = term.days().contains(day) ? monthly.plus(month) : monthly;
                yearly = yearly.plus(month.times(Fraction.of(12, 1)));
                recurring = recurring.add(net);
            }
        }
        QuoteWorth worth = quote.worth();

        assertThat(worth.mrr(day)).isEqualTo(rounded(quote, monthly));
        assertThat(worth.arr(day)).isEqualTo(rounded(quote, monthly.times(Fraction.of(12, 1))));
        assertThat(worth.acv()).isEqualTo(rounded(quote, yearly));
        assertThat(worth.recurring().getAmount()).isEqualByComparingTo(recurring);
        assertThat(worth.recurring().plus(worth.oneOff())).isEqualTo(worth.tcv());
        assertThat(worth.tcv()).isEqualTo(quote.totals().net());
    }

    @Property(tries = 1_000)
    void it_does_not_depend_on_the_order_of_the_lines(@ForAll Random random, @ForAll @IntRange(max = 900) int on) {
        Quote quote = quote(random, 2 + random.nextInt(5), true);
        List<QuoteLine> others = new ArrayList<>(quote.lines());
        Collections.shuffle(others, random);
        QuoteWorth one = quote.worth();
        QuoteWorth other = with(quote, others).worth();

        assertThat(other.acv()).isEqualTo(one.acv());
        assertThat(other.mrr(DAY.plusDays(on))).isEqualTo(one.mrr(DAY.plusDays(on)));
        assertThat(other.tcv()).isEqualTo(one.tcv());
    }

    @Property(tries = 1_000)
    void a_line_that_is_cut_in_two_at_a_month_is_worth_the_same_year(
            @ForAll @IntRange(min = 2, max = 36) int months, @ForAll @IntRange(min = 1, max = 100_000) int price) {
        ServiceTerm whole = ServiceTerm.of(DAY, months, BillingPeriod.MONTH);
        ServiceTerm first = ServiceTerm.of(DAY, 1, BillingPeriod.MONTH);
        LocalDate cut = DAY.plusMonths(1);
        ServiceTerm rest = whole.over(new DateRange(cut, whole.days().until()));
        ProductId product = new ProductId(new UUID(2, 2));
        Quote one = of(List.of(line(product, BigDecimal.valueOf((long) price * months, 2), whole)), CurrencyUnit.USD);
        Quote two = of(
                List.of(
                        line(product, BigDecimal.valueOf((long) price * (months - 1), 2), rest),
                        line(product, BigDecimal.valueOf(price, 2), first)),
                CurrencyUnit.USD);

        assertThat(two.worth().acv()).isEqualTo(one.worth().acv());
        assertThat(two.worth().tcv()).isEqualTo(one.worth().tcv());
        assertThat(two.worth().mrr(cut)).isEqualTo(one.worth().mrr(cut));
    }

    private static Money rounded(Quote quote, Fraction exact) {
        CurrencyUnit currency = quote.terms().currency();
        return Money.of(
                currency,
                exact.toDecimal(
                        currency.getDecimalPlaces(), quote.terms().profile().rounding()));
    }

    private static Quote quote(Random random, int count, boolean twoProducts) {
        List<QuoteLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(200_000) - 20_000, 2);
            UUID product = twoProducts ? new UUID(2, random.nextInt(2)) : new UUID(2, i);
            lines.add(line(new ProductId(product), amount, term(random)));
        }
        return of(lines, CurrencyUnit.USD);
    }

    private static @Nullable ServiceTerm term(Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        LocalDate from = DAY.plusMonths(random.nextInt(6));
        Proration method = List.of(Proration.ACTUAL_DAYS, Proration.THIRTY_DAYS, Proration.MONTHS_BEGUN)
                .get(random.nextInt(3));
        return new ServiceTerm(
                DateRange.of(
                        from,
                        random.nextBoolean()
                                ? from.plusMonths(1 + random.nextInt(6))
                                : from.plusDays(1 + random.nextInt(900))),
                1 + random.nextInt(31),
                random.nextBoolean() ? BillingPeriod.MONTH : BillingPeriod.YEAR,
                method);
    }

    private static QuoteLine line(ProductId product, BigDecimal amount, @Nullable ServiceTerm term) {
        UnitPrice price = UnitPrice.of(CurrencyUnit.USD, amount);
        PriceStep list = new PriceStep(PriceStep.Kind.LIST, null, null, "0", null, price, Quantity.ONE);
        Price priced = new Price(
                product,
                "piece",
                Quantity.ONE,
                price,
                price,
                Quantity.ONE,
                null,
                Money.of(CurrencyUnit.USD, amount, RoundingMode.UNNECESSARY),
                List.of(list),
                List.of());
        TaxClass tax = new TaxClass("standard", Percent.of(20));
        return new QuoteLine("SKU", "Name", priced, tax, PricedLines.Role.ASKED, List.of(), term);
    }

    private static Quote of(List<QuoteLine> lines, CurrencyUnit currency) {
        return new Quote(
                new QuoteId(new UUID(3, 3)),
                Stamp.first(Instant.EPOCH, SELLER),
                new OpportunityId(new UUID(4, 4)),
                null,
                SELLER,
                new QuoteTerms(
                        new PriceBookId(new UUID(5, 5)), currency, DAY, DAY.plusDays(30), TotalsProfile.STANDARD),
                QuoteStatus.DRAFT,
                lines,
                Money.zero(currency),
                null);
    }

    private static Quote with(Quote quote, List<QuoteLine> lines) {
        return of(lines, quote.terms().currency());
    }
}
