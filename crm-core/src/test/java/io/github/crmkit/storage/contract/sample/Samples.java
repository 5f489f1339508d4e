package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The type of samples, and one that has it all. */
public final class Samples {

    /** Who makes everything in the contract. */
    public static final UserId SOMEBODY = new UserId(UUID.fromString("018f0000-0000-7000-8000-00000000beef"));

    /** The stamp of everything new. */
    public static final Stamp FIRST = Stamp.first(Instant.parse("2026-03-01T08:15:30.123456Z"), SOMEBODY);

    /** When following versions are made. */
    public static final Instant LATER = Instant.parse("2026-03-02T16:00:00.000001Z");

    /** How samples are kept: one reference is unique, the owner is {@link SampleFields#OWNER_ID}. */
    public static final EntityType<Sample, SampleId> TYPE = EntityType.named("sample", SampleId::new, Sample::id)
            .fields(SampleFields.ALL)
            .owner(SampleFields.OWNER_ID)
            .unique("reference", SampleFields.REFERENCE)
            .stamp(Sample::stamp, Sample::withStamp);

    private Samples() {}

    /** A new sample in which nothing is absent. */
    public static Sample full() {
        return Sample.named("Anong Srisai")
                .withReference("REF-1")
                .withRemark("first line\nsecond line")
                .with(new Measures(42L, new BigDecimal("1234.50"), new BigDecimal("0.000001")))
                .withActive(true)
                .withDueOn(LocalDate.of(2026, 12, 20))
                .withHappenedAt(Instant.parse("2026-02-28T23:59:59.999999Z"))
                .withColour(Colour.GREEN)
                .withOwner(SOMEBODY);
    }
}
