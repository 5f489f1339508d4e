package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.TextField;
import java.util.List;

/** The type of sheets. */
public final class Sheets {

    public static final TextField<Sheet> TITLE = Field.text("title", 120, Sheet::title);

    /** How sheets are kept. */
    public static final EntityType<Sheet, SheetId> TYPE = EntityType.named("sheet", SheetId::new, Sheet::id)
            .fields(List.of(TITLE))
            .stamp(Sheet::stamp, Sheet::withStamp);

    private Sheets() {}
}
