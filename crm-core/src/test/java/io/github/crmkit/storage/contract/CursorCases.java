package io.github.crmkit.storage.contract;

import static io.github.crmkit.storage.contract.sample.SampleFields.AMOUNT;
import static io.github.crmkit.storage.contract.sample.SampleFields.DUE_ON;
import static io.github.crmkit.storage.contract.sample.SampleFields.HAPPENED_AT;
import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.OWNER_ID;
import static io.github.crmkit.storage.contract.sample.SampleFields.QUANTITY;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Cursor;
import io.github.crmkit.query.InvalidCursorException;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pages neither repeat nor skip, and a cursor opens nothing that its holder could not read. */
final class CursorCases {

    private static final Sort<Sample> MIXED = QUANTITY.desc().then(AMOUNT.asc()).then(DUE_ON.desc());

    private CursorCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("pages_of_any_size_tile_the_listing", CursorCases::tiles),
                new ContractCase("the_last_page_has_no_cursor_even_when_it_is_full", CursorCases::lastPage),
                new ContractCase("pages_of_one_part_microseconds", CursorCases::microseconds),
                new ContractCase("pages_part_texts_that_differ_little", CursorCases::texts),
                new ContractCase("a_filter_holds_on_every_page", CursorCases::filtered),
                new ContractCase(
                        "rows_that_come_and_go_are_neither_repeated_nor_make_others_skipped", CursorCases::moving),
                new ContractCase("a_cursor_of_another_filter_or_order_is_refused", CursorCases::foreign),
                new ContractCase("a_cursor_of_another_tenant_shows_only_own_rows", CursorCases::otherTenant),
                new ContractCase("forged_cursors_are_refused", CursorCases::forged),
                new ContractCase("damaged_cursors_never_do_harm", CursorCases::fuzzed));
    }

    /** Sort values are few, so ties and absent values cross every page's end. */
    private static List<Sample> insertTies(Bench bench, int rows) {
        Random random = new Random(7);
        List<Sample> samples = IntStream.range(0, rows)
                .mapToObj(i -> Sample.named("s" + i)
                        .withQuantity(i % 7 == 0 ? null : (long) (i % 7))
                        .withAmount(random.nextInt(3) == 0 ? null : "1." + random.nextInt(3) + "0")
                        .withDueOn(
                                random.nextInt(3) == 0 ? null : Samples.full().dueOn()))
                .toList();
        bench.insertAll(samples);
        return samples;
    }

    private static List<Sample> paged(Bench bench, Criteria<Sample> where, Sort<Sample> sort, int size) {
        List<Sample> rows = new ArrayList<>();
        Page<Sample> page = bench.page(where, sort, PageRequest.first(size));
        rows.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(size);
            // as it would travel through a URL
            Cursor cursor = new Cursor(new String(page.next().get().token().toCharArray()));
            page = bench.page(where, sort, PageRequest.after(cursor, size));
            assertThat(page.items()).as("a page behind a cursor").isNotEmpty();
            rows.addAll(page.items());
            assertThat(rows).as("an end of the pages").hasSizeLessThan(5_000);
        }
        return rows;
    }

    private static List<Sample> sorted(List<Sample> rows, Sort<Sample> sort) {
        Keyset<Sample> keyset = Keyset.of(Samples.TYPE, Criteria.all(), sort);
        return rows.stream()
                .sorted(Comparator.comparing(keyset::position, keyset.order()))
                .toList();
    }

    private static void tiles(Bench bench) {
        List<Sample> rows = insertTies(bench, 70);
        for (Sort<Sample> sort : List.of(MIXED, QUANTITY.asc(), AMOUNT.desc(), Sort.<Sample>byId())) {
            List<Sample> expected = sorted(rows, sort);
            for (int size : List.of(1, 2, 7, 69, 70, 71, 1_000)) {
                assertThat(paged(bench, Criteria.all(), sort, size))
                        .as("by %s, %d at a time", sort.describe(), size)
                        .isEqualTo(expected);
            }
        }
    }

    private static void lastPage(Bench bench) {
        insertTies(bench, 10);
        assertThat(bench.page(Criteria.all(), MIXED, PageRequest.first(10)).next())
                .isEmpty();
        assertThat(bench.page(Criteria.all(), MIXED, PageRequest.first(11)).next())
                .isEmpty();
        Page<Sample> half = bench.page(Criteria.all(), MIXED, PageRequest.first(5));
        Page<Sample> rest =
                bench.page(Criteria.all(), MIXED, PageRequest.after(half.next().orElseThrow(), 5));
        assertThat(rest.items()).hasSize(5);
        assertThat(rest.next()).isEmpty();
        assertThat(bench.page(NAME.equalTo("nobody"), MIXED, PageRequest.first(5)))
                .isEqualTo(new Page<Sample>(List.of(), null));
    }

    private static void microseconds(Bench bench) {
        Instant start = Instant.parse("2026-10-25T00:59:59.999995Z");
        List<Sample> rows = IntStream.range(0, 10)
                .mapToObj(i -> Sample.named("s" + i).withHappenedAt(start.plusNanos(i * 1_000L)))
                .toList();
        bench.insertAll(rows);
        assertThat(paged(bench, Criteria.all(), HAPPENED_AT.asc(), 1)).isEqualTo(rows);
        assertThat(paged(bench, Criteria.all(), HAPPENED_AT.desc(), 1)).isEqualTo(sorted(rows, HAPPENED_AT.desc()));
    }

    private static void texts(Bench bench) {
        List<Sample> rows = TextCases.DELICATE.stream()
                .map(text -> Sample.named(text).withRemark(text))
                .toList();
        bench.insertAll(rows);
        for (Sort<Sample> sort : List.of(NAME.asc(), REMARK.desc())) {
            assertThat(paged(bench, Criteria.all(), sort, 1)).isEqualTo(sorted(rows, sort));
        }
    }

    private static void filtered(Bench bench) {
        List<Sample> rows = insertTies(bench, 50);
        Criteria<Sample> where = QUANTITY.lessThan(5L).or(AMOUNT.isNull());
        List<Sample> expected = sorted(rows.stream().filter(where::matches).toList(), MIXED);
        assertThat(paged(bench, where, MIXED, 4)).isEqualTo(expected);
    }

    private static void moving(Bench bench) {
        List<Sample> rows = sorted(insertTies(bench, 60), MIXED);
        List<Sample> gone = IntStream.range(0, rows.size())
                .filter(i -> i % 4 == 1)
                .mapToObj(rows::get)
                .toList();
        List<Sample> seen = new ArrayList<>();
        @Nullable Cursor cursor = null;
        int pages = 0;
        do {
            Page<Sample> page = bench.page(Criteria.all(), MIXED, new PageRequest(4, cursor));
            seen.addAll(page.items());
            cursor = page.cursor();
            bench.insert(
                    Sample.named("new " + pages).withQuantity((long) (pages % 7)),
                    Sample.named("new " + pages).withQuantity(3L).withAmount("1.10"));
            if (pages < gone.size()) {
                Sample leaving = gone.get(pages);
                bench.run(unit -> Bench.samples(unit).delete(leaving));
            }
            pages++;
        } while (cursor != null && pages < 500);
        List<Sample> throughout = new ArrayList<>(rows);
        throughout.removeAll(gone);
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
        assertThat(sorted(seen, MIXED)).isEqualTo(seen);
    }

    private static void foreign(Bench bench) {
        insertTies(bench, 10);
        Criteria<Sample> where = QUANTITY.greaterThan(0L);
        Cursor cursor = bench.page(where, MIXED, PageRequest.first(2)).next().orElseThrow();
        PageRequest request = PageRequest.after(cursor, 2);
        assertThat(bench.page(where, MIXED, request).items()).hasSize(2);
        for (Criteria<Sample> other : List.of(
                QUANTITY.greaterThan(1L),
                QUANTITY.greaterThanEqual(0L),
                AMOUNT.isNull(),
                where.not(),
                Criteria.<Sample>all())) {
            assertThatThrownBy(() -> bench.page(other, MIXED, request)).isInstanceOf(InvalidCursorException.class);
        }
        for (Sort<Sample> other :
                List.of(QUANTITY.asc().then(AMOUNT.asc()).then(DUE_ON.desc()), QUANTITY.desc(), Sort.<Sample>byId())) {
            assertThatThrownBy(() -> bench.page(where, other, request)).isInstanceOf(InvalidCursorException.class);
        }
    }

    private static void otherTenant(Bench bench) {
        insertTies(bench, 20);
        Cursor cursor =
                bench.page(Criteria.all(), MIXED, PageRequest.first(1)).next().orElseThrow();
        Bench stranger = bench.asStranger();
        assertThat(stranger.page(Criteria.all(), MIXED, PageRequest.after(cursor, 10))
                        .items())
                .isEmpty();
        List<Sample> own = insertTies(stranger, 5);
        assertThat(own)
                .containsAll(stranger.page(Criteria.all(), MIXED, PageRequest.after(cursor, 10))
                        .items());
    }

    private static void forged(Bench bench) {
        bench.insert(Samples.full(), Samples.full().withReference("REF-2"));
        Sort<Sample> sort =
                AMOUNT.asc().then(HAPPENED_AT.asc()).then(DUE_ON.asc()).then(OWNER_ID.asc());
        Cursor cursor =
                bench.page(Criteria.all(), sort, PageRequest.first(1)).next().orElseThrow();
        byte[] token = Base64.getUrlDecoder().decode(cursor.token());
        byte[] mark = Arrays.copyOf(token, 4);
        String body = new String(token, 4, token.length - 4, StandardCharsets.UTF_8);
        assertThat(body).contains("7:1234.50");
        List<String> bodies =
                new ArrayList<>(List.of("", ":", "-:", "x", "-:-:-:-:-:", "-1:", "2147483647:x", "0:0:0:0:0:"));
        for (String amount : List.of(
                "1e2", "1E+99999", "1234.5", "+1234.50", "NaN", "0x10", "1234.50 ", "\u0661234.50", "' or 1=1")) {
            bodies.add(body.replace("7:1234.50", amount.length() + ":" + amount));
        }
        for (String day :
                List.of("2026-13-01", "+99999-01-01", "0000-01-01", "-0001-01-01", "20261220", "2026-12-20Z")) {
            bodies.add(body.replace("10:2026-12-20", day.length() + ":" + day));
        }
        for (String at : List.of(
                "2026-02-28T23:59:59.999999Z",
                "1772323199",
                "1772323199.",
                ".999999000",
                "+1772323199.999999000",
                "1772323199.0999999000",
                "1772323198.1999999000",
                "1772323200.-1000",
                "253402300800.0",
                "-30610224001.0",
                "9223372036854775807.0")) {
            bodies.add(body.replace("20:1772323199.999999000", at.length() + ":" + at));
        }
        bodies.add(body.replace("36:018f", "36:018G"));
        bodies.add(body + "1:x");
        bodies.add(body.substring(0, body.length() - 1));
        for (String forged : bodies) {
            assertThat(forged).isNotEqualTo(body);
            byte[] text = forged.getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(mark, 4 + text.length);
            System.arraycopy(text, 0, bytes, 4, text.length);
            Cursor bad = new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            assertThatThrownBy(() -> bench.page(Criteria.all(), sort, PageRequest.after(bad, 1)))
                    .as(forged)
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    private static void fuzzed(Bench bench) {
        List<Sample> rows = insertTies(bench, 20);
        bench.asStranger().insert(Sample.named("not yours"));
        Cursor cursor =
                bench.page(Criteria.all(), MIXED, PageRequest.first(3)).next().orElseThrow();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            StringBuilder token = new StringBuilder(cursor.token());
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(token.length());
                switch (random.nextInt(3)) {
                    case 0 -> token.setCharAt(at, "Az09-_=+/é ".charAt(random.nextInt(11)));
                    case 1 -> token.deleteCharAt(at);
                    default -> token.insert(at, (char) ('a' + random.nextInt(26)));
                }
            }
            try {
                Page<Sample> page =
                        bench.page(Criteria.all(), MIXED, PageRequest.after(new Cursor(token.toString()), 30));
                assertThat(rows).containsAll(page.items());
            } catch (InvalidCursorException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(250);
    }
}
