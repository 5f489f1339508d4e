package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetId;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an aggregate owns is kept with it: lines of a sheet, changes of a history entry. */
final class PartCases {

    private PartCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("owned_lines_come_back_in_their_order", PartCases::lines),
                new ContractCase("owned_lines_are_replaced_wholly", PartCases::replaced),
                new ContractCase("owned_lines_are_removed_with_their_owner", PartCases::removed),
                new ContractCase("owned_lines_are_not_mixed_up_between_owners", PartCases::manySheets),
                new ContractCase("a_history_entry_comes_back_as_it_was_written", PartCases::history),
                new ContractCase("the_history_of_one_aggregate_is_read_oldest_first", PartCases::historyOfOne));
    }

    private static void lines(Bench bench) {
        Sheet none = Sheet.of("none", List.of());
        Sheet few = Sheet.of(
                "few",
                List.of(
                        SheetLine.of("zebra", "3"),
                        SheetLine.of("apple", "1"),
                        SheetLine.of("zebra", "3"),
                        new SheetLine(
                                "", new BigDecimal("0.000001"), new BigDecimal("-0.10"), LocalDate.of(2026, 1, 31)),
                        new SheetLine("🛁 ไทย", new BigDecimal("1.100000"), null, null)));
        Sheet many = Sheet.of("many", numbered(250));
        for (Sheet sheet : List.of(none, few, many)) {
            bench.insert(Sheets.TYPE, sheet);
            assertThat(bench.find(Sheets.TYPE, sheet.id())).contains(sheet);
        }
    }

    private static void replaced(Bench bench) {
        Sheet first = Sheet.of("first", numbered(5));
        bench.insert(Sheets.TYPE, first);
        List<SheetLine> turned = new ArrayList<>(first.lines());
        Collections.reverse(turned);
        Sheet second = first.with("turned round", turned);
        Sheet third = second.with("fewer", turned.subList(1, 3));
        Sheet fourth = third.with("more", numbered(12));
        Sheet fifth = fourth.with("other title, same lines", fourth.lines());
        Sheet sixth = fifth.with("none", List.of());
        for (Sheet sheet : List.of(second, third, fourth, fifth, sixth)) {
            bench.update(Sheets.TYPE, sheet);
            assertThat(bench.find(Sheets.TYPE, first.id())).contains(sheet);
        }
    }

    private static void removed(Bench bench) {
        Sheet sheet = Sheet.of("soon gone", numbered(3));
        Sheet again = new Sheet(sheet.id(), "again", List.of(SheetLine.of("new", "1")), Samples.FIRST);
        bench.insert(Sheets.TYPE, sheet);
        bench.run(unit -> unit.repository(Sheets.TYPE).delete(sheet));
        assertThat(bench.find(Sheets.TYPE, sheet.id())).isEmpty();
        bench.insert(Sheets.TYPE, again);
        assertThat(bench.find(Sheets.TYPE, sheet.id())).contains(again);
    }

    private static void manySheets(Bench bench) {
        List<Sheet> sheets = IntStream.range(0, 30)
                .mapToObj(i -> Sheet.of(String.format("sheet %02d", i), numbered(i % 7)))
                .toList();
        bench.run(unit -> unit.repository(Sheets.TYPE).insertAll(sheets));
        assertThat(bench.list(Sheets.TYPE, Criteria.all(), Sheets.TITLE.asc())).isEqualTo(sheets);
        List<SheetId> backwards = new ArrayList<>(sheets.stream().map(Sheet::id).toList());
        Collections.reverse(backwards);
        List<Sheet> found = bench.get(unit -> unit.repository(Sheets.TYPE).findAll(backwards));
        assertThat(found.stream().map(Sheet::id)).isEqualTo(backwards);
        assertThat(found).containsExactlyInAnyOrderElementsOf(sheets);
        var page = bench.get(unit -> unit.repository(Sheets.TYPE)
                .page(Sheets.TITLE.startsWith("sheet 1"), Sheets.TITLE.desc(), PageRequest.first(3)));
        assertThat(page.items()).containsExactly(sheets.get(19), sheets.get(18), sheets.get(17));
        long count = bench.get(unit -> unit.repository(Sheets.TYPE).count(Criteria.all()));
        assertThat(count).isEqualTo(30);
    }

    private static void history(Bench bench) {
        EntityRef subject = Samples.TYPE.refOf(Samples.full());
        HistoryEntry rich = entry(
                subject,
                1,
                "lead.moved",
                "\"no\" budget, 100%\n😀",
                List.of(
                        new FieldChange("status", null, "NEW"),
                        new FieldChange("amount", "1.00", null),
                        new FieldChange("name", "", "a,b;\"c\"\\ {} [] 😀 สวัสดี\nnext")),
                List.of(new EntityRef("account", UUID.randomUUID()), new EntityRef("contact", UUID.randomUUID())));
        HistoryEntry bare = entry(subject, 2, "x", null, List.of(), List.of());
        bench.run(unit -> unit.repository(HistoryEntry.TYPE).insertAll(List.of(rich, bare)));
        assertThat(bench.find(HistoryEntry.TYPE, rich.id())).contains(rich);
        assertThat(bench.find(HistoryEntry.TYPE, bare.id())).contains(bare);
    }

    private static void historyOfOne(Bench bench) {
        EntityRef one = new EntityRef("sample", UUID.randomUUID());
        EntityRef sameIdOtherType = new EntityRef("sheet", one.id());
        EntityRef other = new EntityRef("sample", UUID.randomUUID());
        List<HistoryEntry> entries = new ArrayList<>();
        for (long version = 12; version >= 1; version--) {
            for (EntityRef subject : List.of(one, sameIdOtherType, other)) {
                entries.add(entry(subject, version, "changed." + version, null, List.of(), List.of()));
            }
        }
        bench.run(unit -> unit.repository(HistoryEntry.TYPE).insertAll(entries));
        Sort<HistoryEntry> oldestFirst = HistoryEntry.VERSION.asc();
        List<HistoryEntry> read = bench.list(HistoryEntry.TYPE, HistoryEntry.about(one), oldestFirst);
        assertThat(read).hasSize(12).allMatch(e -> e.subject().equals(one));
        assertThat(read.stream().map(HistoryEntry::version)).isSorted();
        var page = bench.get(unit -> unit.repository(HistoryEntry.TYPE)
                .page(HistoryEntry.about(other), HistoryEntry.VERSION.desc(), PageRequest.first(2)));
        assertThat(page.items().stream().map(HistoryEntry::code)).containsExactly("changed.12", "changed.11");
    }

    private static HistoryEntry entry(
            EntityRef subject,
            long version,
            String code,
            @Nullable String note,
            List<FieldChange> changes,
            List<EntityRef> related) {
        return new HistoryEntry(
                new HistoryId(UUID.randomUUID()),
                subject,
                version,
                Samples.LATER,
                Samples.SOMEBODY,
                code,
                note,
                changes,
                related);
    }

    private static List<SheetLine> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SheetLine.of("line " + (count - i), Integer.toString(i)))
                .toList();
    }
}
