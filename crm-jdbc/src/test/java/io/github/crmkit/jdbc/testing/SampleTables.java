package io.github.crmkit.jdbc.testing;

import io.github.crmkit.jdbc.Layout;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Codec;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.storage.contract.sample.Link;
import io.github.crmkit.storage.contract.sample.LinkId;
import io.github.crmkit.storage.contract.sample.Links;
import io.github.crmkit.storage.contract.sample.Measures;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetId;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the aggregates that the storage contract works on, as a host would declare its own. */
public final class SampleTables {

    private SampleTables() {}

    /** All of them. */
    public static List<Table<?, ?>> all() {
        return List.of(sample(), sheet(), link());
    }

    /** The standard layout with the samples. */
    public static Layout layout() {
        return with(Layout.standard());
    }

    /** This layout with the samples. */
    public static Layout with(Layout layout) {
        return layout.with(sample(), sheet(), link());
    }

    /** Makes every table of the layout. */
    public static void create(DataSource dataSource, Layout layout, Engine engine) {
        Schema.of(layout).apply(dataSource);
        DraftDdl.create(dataSource, layout.naming(), dialect(engine), layout.added());
    }

    /** The dialect of an engine. */
    public static Dialect dialect(Engine engine) {
        return switch (engine) {
            case H2 -> Dialect.h2();
            case POSTGRESQL -> Dialect.postgresql();
            case MARIADB -> Dialect.mariadb();
        };
    }

    static Table<Sample, SampleId> sample() {
        return Table.of(Samples.TYPE, "sample", t -> {
            var reference = t.field(SampleFields.REFERENCE);
            var name = t.field(SampleFields.NAME);
            var remark = t.field(SampleFields.REMARK);
            var quantity = t.field(SampleFields.QUANTITY);
            var amount = t.field(SampleFields.AMOUNT);
            var rate = t.field(SampleFields.RATE);
            var active = t.field(SampleFields.ACTIVE);
            var dueOn = t.field(SampleFields.DUE_ON);
            var happenedAt = t.field(SampleFields.HAPPENED_AT);
            var colour = t.field(SampleFields.COLOUR);
            var owner = t.field(SampleFields.OWNER_ID);
            t.index("ix_sample_owner", SampleFields.OWNER_ID.asc().then(SampleFields.DUE_ON.asc()));
            return row -> new Sample(
                    row.id(),
                    row.optional(reference),
                    row.get(name),
                    row.optional(remark),
                    new Measures(row.optional(quantity), row.optional(amount), row.optional(rate)),
                    row.optional(active),
                    row.optional(dueOn),
                    row.optional(happenedAt),
                    row.optional(colour),
                    row.optional(owner),
                    row.stamp());
        });
    }

    static Table<Sheet, SheetId> sheet() {
        return Table.of(Sheets.TYPE, "sheet", t -> {
            var title = t.field(Sheets.TITLE);
            var lines = t.<SheetLine>children("sheet_line", "sheet_id", Sheet::lines, c -> {
                var text = c.column("text", Codec.text(200), SheetLine::text);
                var quantity = c.column("quantity", Codec.decimal(6), SheetLine::quantity);
                var price = c.optional("price", Codec.decimal(2), SheetLine::price);
                var dueOn = c.optional("due_on", Codec.date(), SheetLine::dueOn);
                return row -> new SheetLine(row.get(text), row.get(quantity), row.optional(price), row.optional(dueOn));
            });
            return row -> new Sheet(row.id(), row.get(title), row.list(lines), row.stamp());
        });
    }

    static Table<Link, LinkId> link() {
        return Table.of(Links.TYPE, "link", t -> {
            var sample = t.field(Links.SAMPLE_ID);
            var label = t.field(Links.LABEL);
            return row -> new Link(row.id(), row.optional(sample), row.optional(label), row.stamp());
        });
    }
}
