package io.github.crmkit.examples.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes charts as JSON that can stand within a script element: no text in it can end that element. */
final class ChartData {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .characterEscapes(new ScriptSafe())
            .build();

    private ChartData() {}

    /** The charts as an array, in their order. */
    static String json(List<Chart> charts) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (Chart chart : charts) {
                write(chart, json);
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void write(Chart chart, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", chart.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("unit", Html.fit(chart.unit()));
        json.writeArrayFieldStart("labels");
        for (String label : chart.labels()) {
            json.writeString(Html.fit(label));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("series");
        for (Chart.Series series : chart.series()) {
            write(series, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Chart.Series series, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", Html.fit(series.name()));
        json.writeBooleanField("line", series.line());
        json.writeArrayFieldStart("values");
        for (Chart.Bar bar : series.bars()) {
            if (bar.from() == null) {
                write(bar.to(), json);
            } else {
                json.writeStartArray();
                write(bar.from(), json);
                write(bar.to(), json);
                json.writeEndArray();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(@Nullable BigDecimal number, JsonGenerator json) throws IOException {
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    /** What means something to HTML, and the two line breaks that only JSON takes for plain characters. */
    private static final class ScriptSafe extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (char unsafe : new char[] {'<', '>', '&', '\''}) {
                codes[unsafe] = CharacterEscapes.ESCAPE_STANDARD;
            }
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int code) {
            return switch (code) {
                case 0x2028 -> new SerializedString("\\u2028");
                case 0x2029 -> new SerializedString("\\u2029");
                default -> null;
            };
        }
    }
}
