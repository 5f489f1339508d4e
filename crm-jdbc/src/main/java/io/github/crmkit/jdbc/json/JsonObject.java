package io.github.crmkit.jdbc.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON objects of one text, as they are read one behind the other. A shape asks for the parts in the order in which it
 * wrote them; a part that was not asked for is refused, so that nothing is lost in silence.
 */
public final class JsonObject {

    private final JsonParser parser;
    private @Nullable String part;

    JsonObject(JsonParser parser) {
        this.parser = parser;
    }

    /** A part that is always there. */
    public String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw new IllegalArgumentException("the part " + name + " is missing");
        }
        return text;
    }

    /** A part, or null where it was absent. */
    public @Nullable String optional(String name) {
        if (!name.equals(part)) {
            return null;
        }
        try {
            String text = parser.nextTextValue();
            if (text == null) {
                text = scalar();
            }
            part = parser.nextFieldName();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String scalar() throws IOException {
        JsonToken value = parser.currentToken();
        if (value == null || value.isStructStart()) {
            throw new IllegalArgumentException("the part " + part + " is no single value");
        }
        return value == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    /** A whole number that is always there. */
    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /** A list of objects; empty where it was left out. */
    public <V> List<V> list(String name, JsonShape<V> shape, int version) {
        if (!name.equals(part)) {
            return List.of();
        }
        try {
            List<V> values = objects(shape, version);
            part = parser.nextFieldName();
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of the list that follows. */
    <V> List<V> objects(JsonShape<V> shape, int version) throws IOException {
        require(parser.nextToken() == JsonToken.START_ARRAY);
        List<V> values = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            part = parser.nextFieldName();
            values.add(shape.read(this, version));
            if (part != null) {
                throw new IllegalArgumentException("the part " + part + " stands where it was never written");
            }
            require(parser.currentToken() == JsonToken.END_OBJECT);
        }
        require(parser.currentToken() == JsonToken.END_ARRAY);
        return List.copyOf(values);
    }

    static void require(boolean asWritten) {
        if (!asWritten) {
            throw new IllegalArgumentException("not the JSON of a list of objects");
        }
    }
}
