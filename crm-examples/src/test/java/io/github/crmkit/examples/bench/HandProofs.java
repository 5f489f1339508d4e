package io.github.crmkit.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proof of a price as JSON, written by hand in the shape that the adapter keeps. */
final class HandProofs {

    private static final JsonFactory JSON = new JsonFactory();

    private interface Body {
        void write(JsonGenerator to) throws IOException;
    }

    private HandProofs() {}

    static @Nullable String steps(List<PriceStep> steps) {
        return steps.isEmpty()
                ? null
                : json(to -> {
                    for (PriceStep step : steps) {
                        to.writeStartObject();
                        to.writeStringField("kind", step.kind().name());
                        EntityRef source = step.source();
                        if (source != null) {
                            reference(to, source);
                        }
                        field(to, "name", step.name());
                        to.writeStringField("operand", step.operand());
                        UnitPrice before = step.before();
                        field(to, "before", before == null ? null : before.toString());
                        to.writeStringField("after", step.after().toString());
                        field(
                                to,
                                "per",
                                step.per().equals(Quantity.ONE)
                                        ? null
                                        : step.per().toString());
                        to.writeEndObject();
                    }
                });
    }

    static @Nullable String rejected(List<Rejected> all) {
        return all.isEmpty()
                ? null
                : json(to -> {
                    for (Rejected one : all) {
                        to.writeStartObject();
                        reference(to, one.candidate());
                        to.writeStringField("reason", one.reason().name());
                        to.writeEndObject();
                    }
                });
    }

    static List<PriceStep> readSteps(@Nullable String text) {
        List<PriceStep> steps = new ArrayList<>();
        if (text == null) {
            return steps;
        }
        try (JsonParser parser = openArray(text)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String kind = null;
                String type = null;
                String id = null;
                String called = null;
                String operand = null;
                String before = null;
                String after = null;
                String per = "1";
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    String value = parser.nextTextValue();
                    switch (name) {
                        case "kind" -> kind = value;
                        case "type" -> type = value;
                        case "id" -> id = value;
                        case "name" -> called = value;
                        case "operand" -> operand = value;
                        case "before" -> before = value;
                        case "after" -> after = value;
                        default -> per = value;
                    }
                }
                steps.add(new PriceStep(
                        PriceStep.Kind.valueOf(Objects.requireNonNull(kind)),
                        type == null ? null : new EntityRef(type, UUID.fromString(Objects.requireNonNull(id))),
                        called,
                        Objects.requireNonNull(operand),
                        before == null ? null : UnitPrice.parse(before),
                        UnitPrice.parse(Objects.requireNonNull(after)),
                        Quantity.parse(Objects.requireNonNull(per))));
            }
            return steps;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Rejected> readRejected(@Nullable String text) {
        List<Rejected> all = new ArrayList<>();
        if (text == null) {
            return all;
        }
        try (JsonParser parser = openArray(text)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String type = null;
                String id = null;
                String reason = null;
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    String value = parser.nextTextValue();
                    switch (name) {
                        case "type" -> type = value;
                        case "id" -> id = value;
                        default -> reason = value;
                    }
                }
                all.add(new Rejected(
                        new EntityRef(Objects.requireNonNull(type), UUID.fromString(Objects.requireNonNull(id))),
                        Rejected.Reason.valueOf(Objects.requireNonNull(reason))));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonParser openArray(String text) throws IOException {
        JsonParser parser = JSON.createParser(text);
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.START_ARRAY) {
            token = parser.nextToken();
        }
        return parser;
    }

    private static void reference(JsonGenerator to, EntityRef reference) throws IOException {
        to.writeStringField("type", reference.type());
        to.writeStringField("id", reference.id().toString());
    }

    private static void field(JsonGenerator to, String name, @Nullable String value) throws IOException {
        if (value != null) {
            to.writeStringField(name, value);
        }
    }

    private static String json(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(text)) {
            to.writeStartObject();
            to.writeNumberField("v", 1);
            to.writeArrayFieldStart("of");
            body.write(to);
            to.writeEndArray();
            to.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return text.toString();
    }
}
