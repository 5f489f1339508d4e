package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.deal.SalesTeam.Split;
import io.github.crmkit.kernel.Refused;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class SalesTeamProperties {

    private static final int MILLIONTHS = 100_000_000;

    @Property
    void revenue_is_shared_out_to_the_cent_and_everybody_gets_their_part_within_one(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cents,
            @ForAll("hundredPercent") List<Split> splits) {
        Money amount = Money.ofMinor(CurrencyUnit.EUR, cents);

        Map<UserId, Money> shared = new SalesTeam(List.of(), splits, List.of()).revenueOf(amount);

        assertThat(shared.values().stream().reduce(Money::plus)).contains(amount);
        assertThat(shared.keySet())
                .containsExactlyElementsOf(splits.stream().map(Split::user).toList());
        for (Split split : splits) {
            BigDecimal exact = amount.getAmount().multiply(split.share().fraction());
            Money part = shared.getOrDefault(split.user(), Money.zero(CurrencyUnit.EUR));
            assertThat(part.getAmount().subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
        }
    }

    @Property
    void one_millionth_of_a_percent_less_or_more_is_refused(
            @ForAll("hundredPercent") List<Split> splits, @ForAll @IntRange(min = 0, max = 5) int which) {
        int at = which % splits.size();
        for (String step : List.of("0.000001", "-0.000001")) {
            List<Split> off = new ArrayList<>(splits);
            Percent share = splits.get(at).share();
            off.set(
                    at,
                    new Split(splits.get(at).user(), Percent.of(share.value().add(new BigDecimal(step)))));

            assertThat(Refused.by(() -> new SalesTeam(List.of(), off, List.of())))
                    .contains("revenue split-total");
        }
    }

    @Property
    void overlay_sums_to_its_own_total_rounded_once(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cents,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 300) Integer> shares) {
        Money amount = Money.ofMinor(CurrencyUnit.EUR, cents);
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            splits.add(new Split(user(i), Percent.of(shares.get(i))));
        }
        long points = shares.stream().mapToLong(Integer::intValue).sum();

        Map<UserId, Money> credited = new SalesTeam(List.of(), List.of(), splits).overlayOf(amount);

        assertThat(credited.values().stream().reduce(Money::plus))
                .contains(Money.ofMinor(CurrencyUnit.EUR, Math.floorDiv(cents * points + 50, 100)));
    }

    /** Cuts the whole at random places: one to six parts, each more than nothing, in millionths of a percent point. */
    @Provide
    Arbitrary<List<Split>> hundredPercent() {
        return Arbitraries.integers()
                .between(1, MILLIONTHS - 1)
                .set()
                .ofMaxSize(5)
                .map(cuts -> {
                    List<Integer> ends = new ArrayList<>(cuts.stream().sorted().toList());
                    ends.add(MILLIONTHS);
                    List<Split> splits = new ArrayList<>();
                    int from = 0;
                    for (int end : ends) {
                        Percent share = Percent.of(BigDecimal.valueOf(end - from, 6));
                        splits.add(new Split(user(splits.size()), share));
                        from = end;
                    }
                    return splits;
                });
    }

    private static UserId user(int number) {
        return new UserId(new UUID(0, number));
    }
}
