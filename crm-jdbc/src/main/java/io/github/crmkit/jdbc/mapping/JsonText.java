package io.github.crmkit.jdbc.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The text of a list of values: <code>{"v":1,"of":[{...},{...}]}</code>. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String VERSION = "v";
    private static final String VALUES = "of";

    private JsonText() {}

    static <V> String write(JsonShape<V> shape, List<V> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeNumberField(VERSION, shape.version());
            generator.writeFieldName(VALUES);
            new JsonOut(generator).objects(values, shape);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static <V> List<V> read(JsonShape<V> shape, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not the JSON of a list");
            }
            JsonObject envelope = JsonObject.read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON of a list");
            }
            return envelope.list(VALUES, shape, Math.toIntExact(envelope.number(VERSION)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
