package io.github.crmkit.merge;

import io.github.crmkit.kernel.Change;
import java.util.List;

/**
 * What filling the blanks of an aggregate leads to: blanks take the offered values, everything else stays.
 *
 * @param change the change to save; none where nothing was blank
 * @param dropped every offered value that found another one in its place, in the order of the fields
 */
public record Filled<T>(Change<T> change, List<DroppedValue> dropped) {

    public Filled {
        dropped = List.copyOf(dropped);
    }
}
