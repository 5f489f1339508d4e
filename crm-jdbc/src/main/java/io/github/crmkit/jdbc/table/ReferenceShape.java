package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.kernel.EntityRef;
import java.util.UUID;

/** A reference to any aggregate: the stable name of its type and its id. */
final class ReferenceShape implements JsonShape<EntityRef> {

    static final ReferenceShape REFERENCE = new ReferenceShape();

    private ReferenceShape() {}

    @Override
    public void write(JsonOut to, EntityRef reference) {
        to.text("type", reference.type()).text("id", reference.id());
    }

    @Override
    public EntityRef read(JsonObject from, int version) {
        return new EntityRef(from.text("type"), UUID.fromString(from.text("id")));
    }
}
