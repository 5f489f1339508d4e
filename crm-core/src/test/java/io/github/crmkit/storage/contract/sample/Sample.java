package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something with every kind of value. */
public record Sample(
        SampleId id,
        @Nullable String reference,
        String name,
        @Nullable String remark,
        Measures measures,
        @Nullable Boolean active,
        @Nullable LocalDate dueOn,
        @Nullable Instant happenedAt,
        @Nullable Colour colour,
        @Nullable UserId ownerId,
        Stamp stamp) {

    /** A new sample that has a name and nothing else. */
    public static Sample named(String name) {
        return named(UUID.randomUUID(), name);
    }

    /** As above, with this id. */
    public static Sample named(UUID id, String name) {
        return new Sample(
                new SampleId(id), null, name, null, Measures.NONE, null, null, null, null, null, Samples.FIRST);
    }

    /** The following version with another name. */
    public Sample renamed(String other) {
        return named(other, stamp.next(Samples.LATER, Samples.SOMEBODY));
    }

    public Sample withReference(@Nullable String other) {
        return new Sample(id, other, name, remark, measures, active, dueOn, happenedAt, colour, ownerId, stamp);
    }

    public Sample withRemark(@Nullable String other) {
        return new Sample(id, reference, name, other, measures, active, dueOn, happenedAt, colour, ownerId, stamp);
    }

    public Sample withQuantity(@Nullable Long quantity) {
        return with(new Measures(quantity, measures.amount(), measures.rate()));
    }

    public Sample withAmount(@Nullable String amount) {
        BigDecimal decimal = amount == null ? null : new BigDecimal(amount);
        return with(new Measures(measures.quantity(), decimal, measures.rate()));
    }

    public Sample withRate(@Nullable String rate) {
        BigDecimal decimal = rate == null ? null : new BigDecimal(rate);
        return with(new Measures(measures.quantity(), measures.amount(), decimal));
    }

    public Sample with(Measures other) {
        return new Sample(id, reference, name, remark, other, active, dueOn, happenedAt, colour, ownerId, stamp);
    }

    public Sample withActive(@Nullable Boolean other) {
        return new Sample(id, reference, name, remark, measures, other, dueOn, happenedAt, colour, ownerId, stamp);
    }

    public Sample withDueOn(@Nullable LocalDate other) {
        return new Sample(id, reference, name, remark, measures, active, other, happenedAt, colour, ownerId, stamp);
    }

    public Sample withHappenedAt(@Nullable Instant other) {
        return new Sample(id, reference, name, remark, measures, active, dueOn, other, colour, ownerId, stamp);
    }

    public Sample withColour(@Nullable Colour other) {
        return new Sample(id, reference, name, remark, measures, active, dueOn, happenedAt, other, ownerId, stamp);
    }

    public Sample withOwner(@Nullable UserId other) {
        return new Sample(id, reference, name, remark, measures, active, dueOn, happenedAt, colour, other, stamp);
    }

    Sample withStamp(Stamp other) {
        return named(name, other);
    }

    private Sample named(String otherName, Stamp otherStamp) {
        return new Sample(
                id, reference, otherName, remark, measures, active, dueOn, happenedAt, colour, ownerId, otherStamp);
    }
}
