package io.github.crmkit.jdbc.json;

import static io.github.crmkit.jdbc.json.JsonObject.require;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The text of a list of values: <code>{"v":1,"of":[{...},{...}]}</code>, the version always first. */
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String VERSION = "v";
    private static final String VALUES = "of";

    private JsonText() {}

    /** The text of these values. */
    public static <V> String write(JsonShape<V> shape, List<V> values) {
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

    /**
     * The values that a text stands for.
     *
     * @throws IllegalArgumentException for anything that {@link #write} never wrote
     */
    public static <V> List<V> read(JsonShape<V> shape, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            require(VERSION.equals(parser.nextFieldName()) && parser.nextToken() == JsonToken.VALUE_NUMBER_INT);
            int version = parser.getIntValue();
            if (version > shape.version()) {
                throw new IllegalArgumentException("version " + version + " was written by a later release");
            }
            require(VALUES.equals(parser.nextFieldName()));
            List<V> values = new JsonObject(parser).objects(shape, version);
            require(parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
            return values;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
