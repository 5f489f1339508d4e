package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Stamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A label on a sample; a sample has each label at most once. */
public record Link(
        LinkId id, @Nullable SampleId sampleId, @Nullable String label, Stamp stamp) {

    /** A new link. */
    public static Link of(@Nullable SampleId sampleId, @Nullable String label) {
        return new Link(new LinkId(UUID.randomUUID()), sampleId, label, Samples.FIRST);
    }

    /** The following version with another label. */
    public Link relabelled(@Nullable String other) {
        return new Link(id, sampleId, other, stamp.next(Samples.LATER, Samples.SOMEBODY));
    }

    Link withStamp(Stamp other) {
        return new Link(id, sampleId, label, other);
    }
}
