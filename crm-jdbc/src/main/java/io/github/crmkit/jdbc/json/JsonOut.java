package io.github.crmkit.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the parts of one JSON object; an absent part is left out. */
public final class JsonOut {

    private final JsonGenerator generator;

    JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    /**
     * Writes a part as text: a text itself, and everything else whose {@code toString} is read back by its class: ids, dates,
     * instants, constants, decimals.
     */
    public JsonOut text(String name, @Nullable Object value) {
        if (value != null) {
            try {
                generator.writeStringField(name, value.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Writes a whole number. */
    public JsonOut number(String name, long value) {
        try {
            generator.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a list of objects; an empty one is left out. */
    public <V> JsonOut list(String name, List<V> values, JsonShape<V> shape) {
        if (!values.isEmpty()) {
            try {
                generator.writeFieldName(name);
                objects(values, shape);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    <V> void objects(List<V> values, JsonShape<V> shape) throws IOException {
        generator.writeStartArray();
        for (V value : values) {
            generator.writeStartObject();
            shape.write(this, value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }
}
