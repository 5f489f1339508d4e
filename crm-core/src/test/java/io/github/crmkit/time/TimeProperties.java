package io.github.crmkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeProperties {

    @Property
    void every_day_is_in_its_period_and_in_neither_neighbour(
            @ForAll Month first, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        FiscalCalendar calendar = FiscalCalendar.yearsStartingIn(first);
        FiscalPeriod period = calendar.periodOf(day, level);
        assertThat(period.contains(day)).isTrue();
        assertThat(calendar.next(period).contains(day)).isFalse();
        assertThat(calendar.previous(period).contains(day)).isFalse();
        assertThat(calendar.period(period.id())).isEqualTo(period);
    }

    @Property
    void every_day_of_a_period_finds_that_period(
            @ForAll Month first, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        FiscalCalendar calendar = FiscalCalendar.yearsStartingIn(first);
        FiscalPeriod period = calendar.periodOf(day, level);
        Stream<LocalDate> days = period.firstDay().datesUntil(period.lastDay().plusDays(1));
        assertThat(days).allMatch(any -> calendar.periodOf(any, level).equals(period));
    }

    @Property
    void children_tile_their_parent(@ForAll Month first, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        FiscalCalendar calendar = FiscalCalendar.yearsStartingIn(first);
        FiscalPeriod parent = calendar.periodOf(day, level);
        List<FiscalPeriod> children = calendar.children(parent);
        if (children.isEmpty()) {
            assertThat(level).isEqualTo(PeriodLevel.MONTH);
            return;
        }
        assertThat(children.get(0).firstDay()).isEqualTo(parent.firstDay());
        assertThat(children.get(children.size() - 1).lastDay()).isEqualTo(parent.lastDay());
        for (int i = 1; i < children.size(); i++) {
            assertThat(children.get(i).firstDay())
                    .isEqualTo(children.get(i - 1).lastDay().plusDays(1));
        }
    }

    @Property
    void neighbours_abut_and_lead_back(@ForAll Month first, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        FiscalCalendar calendar = FiscalCalendar.yearsStartingIn(first);
        FiscalPeriod period = calendar.periodOf(day, level);
        FiscalPeriod next = calendar.next(period);
        assertThat(period.range().abuts(next.range())).isTrue();
        assertThat(next.firstDay()).isEqualTo(period.lastDay().plusDays(1));
        assertThat(calendar.previous(next)).isEqualTo(period);
        assertThat(period.id()).isLessThan(next.id());
    }

    @Property
    void a_period_id_survives_being_written_and_read(
            @ForAll Month first, @ForAll("days") LocalDate day, @ForAll PeriodLevel level) {
        PeriodId id = FiscalCalendar.yearsStartingIn(first).periodOf(day, level).id();
        assertThat(PeriodId.parse(id.text())).isEqualTo(id);
    }

    @Property
    void a_day_is_in_an_intersection_exactly_when_it_is_in_both(
            @ForAll("ranges") DateRange one, @ForAll("ranges") DateRange other, @ForAll("nearDays") LocalDate day) {
        boolean both = one.contains(day) && other.contains(day);
        assertThat(one.intersection(other)
                        .filter(common -> common.contains(day))
                        .isPresent())
                .isEqualTo(both);
        assertThat(one.intersection(other)).isEqualTo(other.intersection(one));
    }

    @Property
    void a_range_encloses_another_exactly_when_the_other_is_their_intersection(
            @ForAll("ranges") DateRange one, @ForAll("ranges") DateRange other) {
        assertThat(one.encloses(other))
                .isEqualTo(one.intersection(other).filter(other::equals).isPresent());
    }

    @Property
    void abutting_ranges_never_overlap(@ForAll("ranges") DateRange one, @ForAll("ranges") DateRange other) {
        assertThat(one.abuts(other) && one.overlaps(other)).isFalse();
    }

    @Property
    void an_instant_lies_between_the_ends_of_its_day(@ForAll("zones") ZoneId zone, @ForAll("instants") Instant at) {
        OrganisationZone organisation = new OrganisationZone(zone);
        LocalDate day = organisation.dateOf(at);
        assertThat(organisation.startOf(day)).isBeforeOrEqualTo(at);
        assertThat(organisation.endOf(day)).isAfter(at);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return epochDays(LocalDate.of(2, 1, 1), LocalDate.of(9999, 12, 31));
    }

    @Provide
    Arbitrary<LocalDate> nearDays() {
        return epochDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 20));
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        return Combinators.combine(nearDays().injectNull(0.2), nearDays().injectNull(0.2))
                .filter((from, until) -> from == null || until == null || from.isBefore(until))
                .as(DateRange::new);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Asia/Bangkok", "Europe/Berlin", "America/Santiago", "Asia/Kathmandu")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<LocalDate> epochDays(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .between(first.toEpochDay(), last.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
