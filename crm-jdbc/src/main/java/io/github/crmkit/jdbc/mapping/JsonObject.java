package io.github.crmkit.jdbc.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object that was read: its parts by name, in any order. */
public final class JsonObject {

    private final List<String> names = new ArrayList<>();
    private final List<Object> parts = new ArrayList<>();

    private JsonObject() {}

    /** Reads the object at whose opening bracket the parser stands. */
    static JsonObject read(JsonParser parser) throws IOException {
        JsonObject object = new JsonObject();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                object.add(name, readAll(parser));
            } else if (value == JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("an object stands alone in the part " + name);
            } else if (value != JsonToken.VALUE_NULL) {
                object.add(name, parser.getText());
            }
        }
        return object;
    }

    /** Reads the objects of the array at whose opening bracket the parser stands. */
    static List<JsonObject> readAll(JsonParser parser) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            objects.add(read(parser));
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("a list holds something else than objects");
        }
        return objects;
    }

    private void add(String name, Object part) {
        names.add(name);
        parts.add(part);
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
        return part(name) instanceof String text ? text : null;
    }

    /** A whole number that is always there. */
    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /** A list of objects; empty where it was left out. */
    public <V> List<V> list(String name, JsonShape<V> shape, int version) {
        Object part = part(name);
        if (part == null) {
            return List.of();
        } else if (!(part instanceof List<?> objects)) {
            throw new IllegalArgumentException("the part " + name + " is no list");
        } else {
            return objects.stream()
                    .map(object -> shape.read((JsonObject) object, version))
                    .toList();
        }
    }

    private @Nullable Object part(String name) {
        int at = names.indexOf(name);
        return at < 0 ? null : parts.get(at);
    }
}
