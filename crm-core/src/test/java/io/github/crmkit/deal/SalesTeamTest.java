package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.deal.SalesTeam.Member;
import io.github.crmkit.deal.SalesTeam.Split;
import io.github.crmkit.kernel.Refused;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesTeamTest {

    private static final UserId ANN = user(1);
    private static final UserId BEN = user(2);
    private static final UserId CAT = user(3);

    @Test
    void three_thirds_share_a_hundred_without_losing_a_cent() {
        SalesTeam team = revenue(split(ANN, "33.34"), split(BEN, "33.33"), split(CAT, "33.33"));

        assertThat(team.revenueOf(Money.parse("USD 100.01")))
                .containsExactly(
                        Map.entry(ANN, Money.parse("USD 33.35")),
                        Map.entry(BEN, Money.parse("USD 33.33")),
                        Map.entry(CAT, Money.parse("USD 33.33")));
    }

    @ParameterizedTest
    @CsvSource({"99.99", "100.01", "100.000001", "99.999999", "0.01"})
    void revenue_that_is_not_exactly_a_hundred_percent_is_refused_and_says_the_sum(String sum) {
        assertThat(Refused.by(() -> revenue(split(ANN, sum)))).containsExactly("revenue split-total");
        assertThatThrownBy(() -> revenue(split(ANN, sum)))
                .hasMessageContaining("must sum to exactly 100 %, and sum to " + sum + " %");
    }

    @Test
    void thirds_of_two_decimals_are_no_hundred_percent() {
        assertThat(Refused.by(() -> revenue(split(ANN, "33.33"), split(BEN, "33.33"), split(CAT, "33.33"))))
                .containsExactly("revenue split-total");
    }

    @Test
    void overlay_has_any_total_and_comes_on_top() {
        SalesTeam team = new SalesTeam(List.of(), List.of(), List.of(split(ANN, "70"), split(BEN, "50")));

        assertThat(team.revenueOf(Money.parse("USD 0.05"))).isEmpty();
        assertThat(team.overlayOf(Money.parse("USD 0.05")))
                .containsExactly(Map.entry(ANN, Money.parse("USD 0.04")), Map.entry(BEN, Money.parse("USD 0.02")));
        assertThat(team.overlayOf(Money.parse("JPY 1000")))
                .containsValues(Money.parse("JPY 700"), Money.parse("JPY 500"));
    }

    @Test
    void nobody_shares_nothing() {
        assertThat(SalesTeam.nobody().overlayOf(Money.parse("USD 5"))).isEmpty();
        assertThat(SalesTeam.nobody().holdsSplit(ANN)).isFalse();
        assertThat(SalesTeam.nobody().isNobody()).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        List<Member> members = List.of(new Member(ANN, " "), new Member(ANN, "presales"));
        List<Split> splits = List.of(split(ANN, "0"), split(ANN, "-1"), split(BEN, "50"));

        assertThat(Refused.by(() -> new SalesTeam(members, splits, splits)))
                .containsExactly(
                        "members[0].role plain-text",
                        "members[1].user duplicate",
                        "revenue[0].share split-share",
                        "revenue[1].user duplicate",
                        "revenue[1].share split-share",
                        "overlay[0].share split-share",
                        "overlay[1].user duplicate",
                        "overlay[1].share split-share",
                        "revenue split-total");
    }

    @Test
    void what_a_caller_left_out_is_refused_and_not_tripped_over() {
        Violations problems = new Violations();
        UserId nobody = absent();
        Percent nothing = absent();
        String silence = absent();
        List<Split> splits = List.of(new Split(nobody, Percent.HUNDRED), new Split(ANN, nothing));

        SalesTeam.check(List.of(new Member(nobody, silence)), splits, List.of(), problems);
        SalesTeam.checkHolders(ANN, List.of(), splits, List.of(), problems);

        assertThat(Refused.in(problems))
                .containsExactly(
                        "members[0].user not-null",
                        "members[0].role plain-text",
                        "revenue[0] not-null",
                        "revenue[1] not-null");
    }

    @Test
    void a_split_belongs_to_the_owner_or_to_a_member() {
        SalesTeam team = new SalesTeam(
                List.of(new Member(BEN, "presales")),
                List.of(split(ANN, "60"), split(BEN, "40")),
                List.of(split(CAT, "10")));

        Violations problems = new Violations();
        team.checkHolders(ANN, problems);
        assertThat(Refused.in(problems)).containsExactly("overlay[0].user split-member");

        Violations withoutOwner = new Violations();
        team.checkHolders(CAT, withoutOwner);
        assertThat(Refused.in(withoutOwner)).containsExactly("revenue[0].user split-member");
        assertThat(team.holdsSplit(CAT)).isTrue();
    }

    @Test
    void a_team_is_not_endless() {
        List<Member> crowd = IntStream.rangeClosed(0, SalesTeam.MAX_MEMBERS)
                .mapToObj(i -> new Member(user(i), "presales"))
                .toList();
        assertThat(Refused.by(() -> new SalesTeam(crowd, List.of(), List.of()))).containsExactly("members too-many");
        assertThat(Refused.by(() -> new SalesTeam(
                        List.of(), List.of(), Collections.nCopies(SalesTeam.MAX_SPLITS + 1, split(ANN, "1")))))
                .contains("overlay too-many");
    }

    @Test
    void it_reads_aloud() {
        assertThat(new Member(ANN, " presales ").toString()).isEqualTo("presales " + ANN.text());
        assertThat(split(BEN, "12.50").toString()).isEqualTo("12.5 % " + BEN.text());
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as from a caller without annotations
    private static <T> T absent() {
        return null;
    }

    private static SalesTeam revenue(Split... splits) {
        return new SalesTeam(List.of(), List.of(splits), List.of());
    }

    private static Split split(UserId user, String points) {
        return new Split(user, Percent.of(points));
    }

    private static UserId user(int number) {
        return new UserId(new UUID(0, number));
    }
}
