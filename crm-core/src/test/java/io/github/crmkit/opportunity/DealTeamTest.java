package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.DealShop.BOON;
import static io.github.crmkit.opportunity.DealShop.MALEE;
import static io.github.crmkit.opportunity.DealShop.SOMCHAI;
import static io.github.crmkit.opportunity.DealShop.thb;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.crmkit.deal.SalesTeam.Member;
import io.github.crmkit.deal.SalesTeam.Split;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityCommand.HandOver;
import io.github.crmkit.opportunity.OpportunityCommand.Staff;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who works on a deal, who gets what of it, and what becomes of that when it changes hands. */
class DealTeamTest {

    private static final Percent HALF = Percent.of(50);

    private final DealShop shop = new DealShop();

    @Test
    void a_team_shares_the_deal_out_to_the_last_satang() {
        Opportunity shared = shop.deals()
                .staff(Staff.of(shop.deal)
                        .member(MALEE, "presales")
                        .member(BOON, "support")
                        .revenue(SOMCHAI, Percent.of("33.34"))
                        .revenue(MALEE, Percent.of("33.33"))
                        .revenue(BOON, Percent.of("33.33"))
                        .overlay(BOON, Percent.of(120)));

        assertThat(shared.dossier().team().revenueOf(thb("100.01")))
                .containsExactly(entry(SOMCHAI, thb("33.35")), entry(MALEE, thb("33.33")), entry(BOON, thb("33.33")));
        assertThat(shared.dossier().team().overlayOf(thb("100.01"))).containsExactly(entry(BOON, thb("120.01")));
        HistoryEntry told = shop.deals().history(shared.id()).get(1);
        assertThat(told.code()).isEqualTo("opportunity.staffed");
        assertThat(told.changes())
                .contains(new FieldChange("team", null, "presales " + MALEE.text() + "\nsupport " + BOON.text()))
                .contains(new FieldChange("overlaySplits", null, "120 % " + BOON.text()));
    }

    @Test
    void all_that_is_wrong_with_a_team_is_said_at_once_and_nothing_is_written() {
        List<Object> before = shop.dump();

        assertRefused(
                () -> shop.deals()
                        .staff(Staff.of(shop.deal)
                                .member(MALEE, " ")
                                .revenue(MALEE, Percent.of("99.99"))
                                .overlay(BOON, Percent.ZERO)),
                "members[0].role plain-text",
                "overlay[0].share split-share",
                "revenue split-total",
                "overlay[0].user split-member");
        assertThatThrownBy(() -> shop.deals().staff(Staff.of(shop.deal).revenue(SOMCHAI, Percent.of("99.99"))))
                .hasMessageContaining("99.99 %");
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_member_with_a_split_leaves_only_when_the_splits_are_given_anew() {
        Opportunity shared = shop.deals().staff(halves(shop.deal));

        assertRefused(() -> shop.deals().staff(Staff.of(shared).without(MALEE)), "revenue[1].user split-member");
        Opportunity alone =
                shop.deals().staff(Staff.of(shared).without(MALEE).unsplit().revenue(SOMCHAI, Percent.HUNDRED));

        assertThat(alone.dossier().team().members()).isEmpty();
        assertThat(shop.deals()
                        .staff(Staff.of(alone).unsplit())
                        .dossier()
                        .team()
                        .isNobody())
                .isTrue();
        assertThatThrownBy(() -> shop.deals().staff(Staff.of(shared).unsplit()))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_member_has_one_role_and_the_same_team_is_no_change() {
        Opportunity staffed = shop.deals().staff(halves(shop.deal));

        assertThat(shop.deals().staff(Staff.of(staffed))).isEqualTo(staffed);
        assertThat(shop.deals()
                        .staff(Staff.of(staffed).member(MALEE, "lead"))
                        .dossier()
                        .team()
                        .members())
                .containsExactly(new Member(MALEE, "lead"));
    }

    @Test
    void a_deal_is_handed_over_with_a_note() {
        Opportunity handed = shop.deals().handOver(HandOver.of(shop.deal.id(), MALEE, "they call on Mondays"));

        assertThat(handed.owner()).isEqualTo(MALEE);
        HistoryEntry told = shop.deals().history(handed.id()).get(1);
        assertThat(told.code()).isEqualTo("opportunity.handed-over");
        assertThat(told.reason()).contains("they call on Mondays");
        assertThat(shop.deals().handOver(HandOver.of(handed.id(), MALEE, "once more")))
                .isEqualTo(handed);
    }

    @Test
    void an_owner_with_a_split_stays_on_the_team_or_the_splits_are_given_anew() {
        Opportunity shared = shop.deals().staff(halves(shop.deal));
        HandOver leaving = HandOver.of(shared.id(), MALEE, "moving to Chiang Mai");

        assertRefused(() -> shop.deals().handOver(leaving), "revenue[0].user split-member");
        assertRefused(() -> shop.deals().assign(shared.id(), MALEE), "revenue[0].user split-member");
        assertThat(shop.now()).isEqualTo(shared);

        Opportunity stayed = shop.deals().handOver(leaving.staying("adviser"));
        assertThat(stayed.dossier().team().members()).containsExactly(new Member(SOMCHAI, "adviser"));
        assertThat(stayed.dossier().team().revenue())
                .isEqualTo(shared.dossier().team().revenue());

        Opportunity back =
                shop.deals().handOver(HandOver.of(shared.id(), SOMCHAI, "back").staying("adviser"));
        Opportunity gone = shop.deals().handOver(leaving.revenue(List.of(new Split(MALEE, Percent.HUNDRED))));
        assertThat(back.dossier().team().members()).containsExactly(new Member(MALEE, "adviser"));
        assertThat(gone.dossier().team().members()).isEmpty();
        assertThat(gone.dossier().team().holdsSplit(SOMCHAI)).isFalse();
    }

    @Test
    void what_is_wrong_with_new_splits_is_said_with_who_may_not_hold_them() {
        assertRefused(
                () -> shop.deals()
                        .handOver(HandOver.of(shop.deal.id(), MALEE, "to you")
                                .revenue(List.of(new Split(BOON, HALF)))
                                .overlay(List.of(new Split(SOMCHAI, HALF)))),
                "revenue split-total",
                "revenue[0].user split-member",
                "overlay[0].user split-member");
        assertRefused(() -> shop.deals().handOver(HandOver.of(shop.deal.id(), MALEE, " ")), "note plain-text");
    }

    @Test
    void a_closed_deal_is_handed_over_but_not_shared_out_anew() {
        Opportunity shared = shop.deals().staff(halves(shop.deal));
        Opportunity won = shop.deals().win(shared.id());
        HandOver over = HandOver.of(won.id(), MALEE, "for the next order");

        assertRefused(
                () -> shop.deals().handOver(over.revenue(List.of(new Split(MALEE, Percent.HUNDRED)))), " deal-closed");
        assertRefused(() -> shop.deals().staff(Staff.of(won).unsplit()), " deal-closed");
        assertThat(shop.deals().handOver(over.staying("adviser")).owner()).isEqualTo(MALEE);
        assertThat(shop.now().outcome().isClosed()).isTrue();
    }

    private static Staff halves(Opportunity deal) {
        return Staff.of(deal).member(MALEE, "presales").revenue(SOMCHAI, HALF).revenue(MALEE, HALF);
    }
}
