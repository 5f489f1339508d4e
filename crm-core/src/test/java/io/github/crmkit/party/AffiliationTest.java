package io.github.crmkit.party;

import static io.github.crmkit.party.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AffiliationTest {

    private static final ContactId ANONG = new ContactId(UUID.randomUUID());
    private static final AccountId TILES = new AccountId(UUID.randomUUID());
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);

    @Test
    void a_role_is_plain_text_and_a_day_lies_in_the_years_every_store_knows() {
        assertRefused(
                () -> affiliation("a\tb", DateRange.of(LocalDate.of(999, 12, 31), LocalDate.of(10_000, 1, 1))),
                "role plain-text",
                "period.from date-range",
                "period.until date-range");
        assertThat(affiliation(null, DateRange.of(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31)))
                        .statedRole())
                .isEmpty();
        assertThat(affiliation(" Buyer ", DateRange.always()).statedRole()).contains("Buyer");
    }

    @Test
    void it_ends_with_the_last_day() {
        Change<Affiliation> change =
                affiliation("Buyer", DateRange.startingOn(MAY_1)).end(MAY_31);

        assertThat(change.events()).containsExactly(new AffiliationEvent.Ended(MAY_31));
        assertThat(change.state().period()).isEqualTo(DateRange.of(MAY_1, JUNE_1));
        assertThat(change.state().holdsOn(MAY_31)).isTrue();
        assertThat(change.state().holdsOn(JUNE_1)).isFalse();
    }

    @Test
    void an_end_can_be_brought_forward_but_not_put_off() {
        Affiliation ended = affiliation("Buyer", DateRange.ofDays(MAY_1, MAY_31));

        assertThat(ended.end(MAY_1).state().period()).isEqualTo(DateRange.ofDay(MAY_1));
        assertThat(ended.end(MAY_31).isNone()).isTrue();
        assertRefused(() -> ended.end(JUNE_1), "lastDay already-ended");
        assertRefused(() -> ended.end(MAY_1.minusDays(1)), "lastDay before-start");
        assertRefused(() -> affiliation(null, DateRange.always()).end(LocalDate.MAX), "lastDay date-range");
        assertRefused(
                () -> affiliation(null, DateRange.always()).end(LocalDate.of(9999, 12, 31)), "lastDay date-range");
        assertThat(affiliation(null, DateRange.always())
                        .end(LocalDate.of(9999, 12, 30))
                        .isNone())
                .isFalse();
    }

    @Test
    void the_same_role_on_the_same_day_is_a_repetition() {
        Affiliation may = affiliation("Buyer", DateRange.ofDays(MAY_1, MAY_31));

        assertThat(may.repeats(affiliation("BUYER", DateRange.ofDay(MAY_31)))).isTrue();
        assertThat(may.repeats(affiliation("Buyer", DateRange.always()))).isTrue();
        assertThat(may.repeats(affiliation("Buyer", DateRange.startingOn(JUNE_1))))
                .isFalse();
        assertThat(may.repeats(affiliation("Seller", DateRange.ofDay(MAY_31)))).isFalse();
        assertThat(may.repeats(affiliation(null, DateRange.ofDay(MAY_31)))).isFalse();
        assertThat(affiliation(null, DateRange.ofDay(MAY_1)).repeats(affiliation(null, DateRange.always())))
                .isTrue();
    }

    @Test
    void another_contact_or_another_account_is_no_repetition() {
        Affiliation one = affiliation("Buyer", DateRange.always());
        Stamp stamp = one.stamp();
        AffiliationId id = new AffiliationId(UUID.randomUUID());

        assertThat(one.repeats(new Affiliation(
                        id, stamp, new ContactId(UUID.randomUUID()), TILES, "Buyer", DateRange.always())))
                .isFalse();
        assertThat(one.repeats(new Affiliation(
                        id, stamp, ANONG, new AccountId(UUID.randomUUID()), "Buyer", DateRange.always())))
                .isFalse();
    }

    private static Affiliation affiliation(@Nullable String role, DateRange period) {
        Stamp stamp = Stamp.first(SampleAccount.CREATED_AT, SampleAccount.OWNER);
        return new Affiliation(new AffiliationId(UUID.randomUUID()), stamp, ANONG, TILES, role, period);
    }
}
