package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.ReferenceShape.REFERENCE;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a price is what it is: its steps, and what did not make it. */
final class ProofShapes {

    private ProofShapes() {}

    /** A step; what it is for is left out where that is one unit. */
    static final class StepShape implements JsonShape<PriceStep> {

        @Override
        public void write(JsonOut to, PriceStep step) {
            EntityRef source = step.source();
            to.text("kind", step.kind());
            if (source != null) {
                REFERENCE.write(to, source);
            }
            to.text("name", step.name())
                    .text("operand", step.operand())
                    .text("before", step.before())
                    .text("after", step.after())
                    .text("per", step.per().equals(Quantity.ONE) ? null : step.per());
        }

        @Override
        public PriceStep read(JsonObject from, int version) {
            return new PriceStep(
                    PriceStep.Kind.valueOf(from.text("kind")),
                    source(from),
                    from.optional("name"),
                    from.text("operand"),
                    before(from.optional("before")),
                    UnitPrice.parse(from.text("after")),
                    per(from.optional("per")));
        }

        private static @Nullable EntityRef source(JsonObject from) {
            String type = from.optional("type");
            return type == null ? null : new EntityRef(type, UUID.fromString(from.text("id")));
        }

        private static @Nullable UnitPrice before(@Nullable String text) {
            return text == null ? null : UnitPrice.parse(text);
        }

        private static Quantity per(@Nullable String text) {
            return text == null ? Quantity.ONE : Quantity.parse(text);
        }
    }

    /** What was chosen of a bundle. */
    static final class ChosenShape implements JsonShape<Bundle.Chosen> {

        @Override
        public void write(JsonOut to, Bundle.Chosen chosen) {
            to.text("choice", chosen.choice()).text("product", chosen.product().text());
        }

        @Override
        public Bundle.Chosen read(JsonObject from, int version) {
            return new Bundle.Chosen(from.text("choice"), new ProductId(UUID.fromString(from.text("product"))));
        }
    }

    /** A candidate and why it was left aside. */
    static final class RejectedShape implements JsonShape<Rejected> {

        @Override
        public void write(JsonOut to, Rejected rejected) {
            REFERENCE.write(to, rejected.candidate());
            to.text("reason", rejected.reason());
        }

        @Override
        public Rejected read(JsonObject from, int version) {
            return new Rejected(REFERENCE.read(from, version), Rejected.Reason.valueOf(from.text("reason")));
        }
    }
}
