package io.github.crmkit.jdbc.json;

/**
 * How a small value is kept as a JSON object within a list.
 *
 * <p>What is stored carries the version of the shape it was written in; a shape reads every version that was ever released.
 *
 * @param <V> the type of the values
 */
public interface JsonShape<V> {

    /** The version that is written. */
    default int version() {
        return 1;
    }

    /** Writes the parts of a value. */
    void write(JsonOut to, V value);

    /** Makes the value from its parts, asked for in the order in which that version of the shape wrote them. */
    V read(JsonObject from, int version);
}
