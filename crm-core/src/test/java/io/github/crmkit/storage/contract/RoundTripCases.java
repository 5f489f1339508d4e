package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.contract.sample.Colour;
import io.github.crmkit.storage.contract.sample.Measures;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

/** What is stored comes back as it was. */
final class RoundTripCases {

    private static final List<LocalDate> DATES = Stream.of(
                    "1000-01-01",
                    "1582-10-04",
                    "1582-10-10",
                    "1582-10-15",
                    "1899-12-31",
                    "1900-02-28",
                    "1900-03-01",
                    "1969-12-31",
                    "1970-01-01",
                    "2000-02-29",
                    "2026-03-29",
                    "2026-10-25",
                    "2038-01-19",
                    "9999-12-31")
            .map(LocalDate::parse)
            .toList();

    /** Among them hours that some zone skips or has twice. */
    private static final List<Instant> INSTANTS = Stream.of(
                    "1000-01-01T00:00:00Z",
                    "1582-10-10T12:00:00.000001Z",
                    "1899-12-31T23:59:59.999999Z",
                    "1969-12-31T23:59:59.999999Z",
                    "1970-01-01T00:00:00Z",
                    "2026-03-08T07:30:00Z",
                    "2026-03-29T00:59:59.999999Z",
                    "2026-03-29T01:00:00Z",
                    "2026-03-29T02:30:00Z",
                    "2026-10-25T00:30:00.123456Z",
                    "2026-10-25T01:30:00.123456Z",
                    "2026-11-01T05:30:00Z",
                    "2026-11-01T06:30:00Z",
                    "2038-01-19T03:14:08Z",
                    "9999-12-31T23:59:59.999999Z")
            .map(Instant::parse)
            .toList();

    private RoundTripCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("every_kind_of_value_comes_back", RoundTripCases::everyKind),
                new ContractCase("absent_values_come_back_absent", RoundTripCases::absent),
                new ContractCase("values_can_become_absent_and_present_again", RoundTripCases::toAbsentAndBack),
                new ContractCase("decimals_keep_their_digits_and_their_scale", RoundTripCases::decimals),
                new ContractCase("a_decimal_is_never_rounded_on_the_way_in", RoundTripCases::notRounded),
                new ContractCase("whole_numbers_keep_all_their_bits", RoundTripCases::longs),
                new ContractCase("truth_values_and_constants_come_back", RoundTripCases::constants),
                new ContractCase("instants_keep_their_microseconds", RoundTripCases::instants),
                new ContractCase("far_dates_come_back", RoundTripCases::dates),
                new ContractCase("far_instants_come_back", RoundTripCases::farInstants),
                new ContractCase("ids_keep_all_their_bits", RoundTripCases::ids),
                new ContractCase("the_stamp_comes_back_as_given", RoundTripCases::stamp),
                new ContractCase("zone_and_language_of_the_machine_do_not_matter", RoundTripCases::machines));
    }

    private static void everyKind(Bench bench) {
        comesBack(bench, Samples.full());
    }

    private static void absent(Bench bench) {
        comesBack(bench, Sample.named("nothing else"));
    }

    private static void toAbsentAndBack(Bench bench) {
        Sample full = Samples.full();
        Stamp second = full.stamp().next(Samples.LATER, Samples.SOMEBODY);
        Sample empty = stamped(Sample.named(full.id().value(), "nothing else"), second);
        Sample again = stamped(full, second.next(Samples.LATER, Samples.SOMEBODY));
        bench.insert(full);
        bench.update(Samples.TYPE, empty);
        assertThat(bench.find(full)).contains(empty);
        bench.update(Samples.TYPE, again);
        assertThat(bench.find(full)).contains(again);
    }

    private static void decimals(Bench bench) {
        Stream.of("0.00", "0.10", "-0.01", "1.00", "100.00", "0.05", "999999999999999.99", "-999999999999999.99")
                .forEach(amount -> comesBack(bench, Sample.named(amount).withAmount(amount)));
        Stream.of("0.000000", "0.000001", "-0.000001", "1.100000", "999999999999999.999999", "-0.333333")
                .forEach(rate -> comesBack(bench, Sample.named(rate).withRate(rate)));
    }

    private static void notRounded(Bench bench) {
        Sample fine = Sample.named("too fine").withAmount("1.005");
        assertThatThrownBy(() -> bench.insert(fine)).isInstanceOf(RuntimeException.class);
        assertThat(bench.all()).isEmpty();
        Sample coarse = Sample.named("coarse").withAmount("1.5");
        bench.insert(coarse);
        BigDecimal found = bench.find(coarse).orElseThrow().measures().amount();
        assertThat(found).isEqualByComparingTo("1.5");
    }

    private static void longs(Bench bench) {
        Stream.of(0L, 1L, -1L, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE)
                .forEach(n -> comesBack(bench, Sample.named("n" + n).withQuantity(n)));
    }

    private static void constants(Bench bench) {
        for (Colour colour : Colour.values()) {
            comesBack(bench, Sample.named(colour.name()).withColour(colour).withActive(true));
            comesBack(bench, Sample.named(colour.name()).withColour(colour).withActive(false));
        }
    }

    private static void instants(Bench bench) {
        for (String fraction : List.of("000001", "000999", "123456", "500000", "999999")) {
            Instant at = Instant.parse("2026-07-01T12:00:00." + fraction + "Z");
            comesBack(bench, Sample.named(fraction).withHappenedAt(at));
        }
    }

    private static void dates(Bench bench) {
        DATES.forEach(day -> comesBack(bench, Sample.named(day.toString()).withDueOn(day)));
        assertThat(bench.names(SampleFields.DUE_ON.lessThan(LocalDate.of(1582, 10, 10))))
                .containsExactly("1000-01-01", "1582-10-04");
    }

    private static void farInstants(Bench bench) {
        INSTANTS.forEach(at -> comesBack(bench, Sample.named(at.toString()).withHappenedAt(at)));
        assertThat(bench.names(SampleFields.HAPPENED_AT.lessThan(Instant.parse("1899-12-31T23:59:59.999999Z"))))
                .containsExactly("1000-01-01T00:00:00Z", "1582-10-10T12:00:00.000001Z");
    }

    private static void ids(Bench bench) {
        Stream.of(
                        "00000000-0000-0000-0000-000000000000",
                        "ffffffff-ffff-ffff-ffff-ffffffffffff",
                        "018f2c7e-9a3b-7def-8123-456789abcdef",
                        "80000000-0000-4000-8000-000000000000",
                        "7fffffff-ffff-1fff-bfff-ffffffffffff")
                .map(UUID::fromString)
                .forEach(id -> comesBack(bench, Sample.named(id, "id").withOwner(new UserId(id))));
    }

    private static void stamp(Bench bench) {
        Sample made = Sample.named("stamped");
        bench.insert(made);
        UserId other = new UserId(UUID.randomUUID());
        Sample changed = stamped(made, made.stamp().next(Instant.parse("2031-01-01T00:00:00.000009Z"), other));
        bench.update(Samples.TYPE, changed);
        assertThat(bench.find(made).map(Sample::stamp)).contains(changed.stamp());
        assertThat(changed.stamp().version()).isEqualTo(2);
    }

    private static void machines(Bench bench) {
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        List<Sample> stored = new ArrayList<>();
        try {
            for (String zoneId : List.of("Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Europe/Berlin")) {
                for (String tag : List.of("tr-TR", "ar-SA", "de-DE", "th-TH-u-ca-buddhist-nu-thai")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    List<Sample> more = timely("ISTANBUL " + zoneId + tag);
                    bench.insertAll(more);
                    stored.addAll(more);
                    // what other machines stored before is read here as well
                    assertThat(bench.all()).containsExactlyInAnyOrderElementsOf(stored);
                    assertThat(bench.names(SampleFields.NAME.sameText("istanbul " + zoneId + tag)))
                            .hasSize(more.size());
                    assertThat(bench.names(SampleFields.HAPPENED_AT.equalTo(INSTANTS.get(3))))
                            .hasSize(stored.size() / more.size());
                }
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    private static List<Sample> timely(String name) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < INSTANTS.size(); i++) {
            samples.add(Sample.named(name)
                    .with(new Measures((long) -i, new BigDecimal("-1234.50"), new BigDecimal("0.500000")))
                    .withDueOn(DATES.get(i % DATES.size()))
                    .withHappenedAt(INSTANTS.get(i)));
        }
        return samples;
    }

    private static void comesBack(Bench bench, Sample sample) {
        bench.insert(sample);
        assertThat(bench.find(sample)).contains(sample);
    }

    private static Sample stamped(Sample sample, Stamp stamp) {
        return Samples.TYPE.withStamp(sample, stamp);
    }
}
