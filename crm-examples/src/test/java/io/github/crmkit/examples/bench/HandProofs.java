package io.github.crmkit.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.pricing.PriceResult.Rejected;
import io.github.crmkit.pricing.PriceStep;
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
                        field(to, "rule", step.rule());
                        to.writeStringField("operand", step.operand());
                        UnitPrice before = step.before();
                        field(to, "before", before == null ? null : before.toString());
                        to.writeStringField("after", step.after().toString());
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
                        to.writeStringField("entry", one.entry().text());
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
                String rule = null;
                String operand = null;
                String before = null;
                String after = null;
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    String value = parser.nextTextValue();
                    switch (name) {
                        case "kind" -> kind = value;
                        case "rule" -> rule = value;
                        case "operand" -> operand = value;
                        case "before" -> before = value;
                        default -> after = value;
                    }
                }
                steps.add(new PriceStep(
                        PriceStep.Kind.valueOf(Objects.requireNonNull(kind)),
                        rule,
                        Objects.requireNonNull(operand),
                        before == null ? null : UnitPrice.parse(before),
                        UnitPrice.parse(Objects.requireNonNull(after))));
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
                String entry = null;
                String reason = null;
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    String value = parser.nextTextValue();
                    if (name.equals("entry")) {
                        entry = value;
                    } else {
                        reason = value;
                    }
                }
                all.add(new Rejected(
                        new PriceEntryId(UUID.fromString(Objects.requireNonNull(entry))),
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
