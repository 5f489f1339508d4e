package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Stamp;
import java.util.List;
import java.util.UUID;

/** Something that owns lines: they are stored, replaced and removed with it, and keep their order. */
public record Sheet(SheetId id, String title, List<SheetLine> lines, Stamp stamp) {

    public Sheet {
        lines = List.copyOf(lines);
    }

    /** A new sheet. */
    public static Sheet of(String title, List<SheetLine> lines) {
        return new Sheet(new SheetId(UUID.randomUUID()), title, lines, Samples.FIRST);
    }

    /** The following version with these lines instead. */
    public Sheet with(String otherTitle, List<SheetLine> others) {
        return new Sheet(id, otherTitle, others, stamp.next(Samples.LATER, Samples.SOMEBODY));
    }

    Sheet withStamp(Stamp other) {
        return new Sheet(id, title, lines, other);
    }
}
