package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.money.Percent;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.totals.TaxClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What the prices of a quote rest on: small lists that no filter asks for. */
final class BasisShapes {

    private BasisShapes() {}

    /** A coupon that is shown. */
    static final class CodeShape implements JsonShape<String> {

        @Override
        public void write(JsonOut to, String code) {
            to.text("code", code);
        }

        @Override
        public String read(JsonObject from, int version) {
            return from.text("code");
        }
    }

    /** A value of a host's own field, with the letter of what it is. */
    static final class CustomShape implements JsonShape<Map.Entry<String, Object>> {

        @Override
        public void write(JsonOut to, Map.Entry<String, Object> one) {
            to.text("name", one.getKey()).text("kind", kind(one.getValue())).text("value", plain(one.getValue()));
        }

        private static String kind(Object value) {
            if (value instanceof Long) {
                return "integer";
            } else if (value instanceof BigDecimal) {
                return "decimal";
            } else if (value instanceof Boolean) {
                return "boolean";
            }
            return value instanceof LocalDate ? "date" : "text";
        }

        private static String plain(Object value) {
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }

        @Override
        public Map.Entry<String, Object> read(JsonObject from, int version) {
            String name = from.text("name");
            String kind = from.text("kind");
            String value = from.text("value");
            return Map.entry(
                    name,
                    switch (kind) {
                        case "integer" -> Long.valueOf(value);
                        case "decimal" -> new BigDecimal(value);
                        case "boolean" -> Boolean.valueOf(value);
                        case "date" -> LocalDate.parse(value);
                        case "text" -> value;
                        default -> throw new IllegalArgumentException("an unknown kind of value");
                    });
        }
    }

    /** What a category is taxed at. */
    static final class TaxShape implements JsonShape<TaxClass> {

        @Override
        public void write(JsonOut to, TaxClass tax) {
            to.text("category", tax.category()).text("rate", tax.rate().value().toPlainString());
        }

        @Override
        public TaxClass read(JsonObject from, int version) {
            return new TaxClass(from.text("category"), Percent.of(from.text("rate")));
        }
    }

    /** A promotion that prices use. */
    static final class PromotionShape implements JsonShape<PromotionId> {

        @Override
        public void write(JsonOut to, PromotionId promotion) {
            to.text("promotion", promotion.text());
        }

        @Override
        public PromotionId read(JsonObject from, int version) {
            return new PromotionId(UUID.fromString(from.text("promotion")));
        }
    }
}
