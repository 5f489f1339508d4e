package io.github.crmkit.examples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.csv.RowProblem;
import io.github.crmkit.examples.folder.Folders;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.ShippedData;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.folder.SourceFolder;
import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLoadTest {

    private static final Progress SILENT =
            new Progress(line -> {}, InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    private final Storage storage = new MemoryStorage();
    private final CrmSession session = StoredState.session(storage);

    @Test
    void the_shipped_folder_is_loaded_and_every_row_is_accounted_for() {
        LoadReport report = load(session, shipped()).report();

        assertThat(report.balances()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(List.of(
                        Source.ACCOUNTS, Source.CONTACTS, Source.LEADS, Source.PRODUCTS, Source.PRICES, Source.DEALS))
                .extracting(report::created)
                .containsExactly(40L, 80L, 120L, 25L, 82L, 160L);
        assertThat(List.of(Source.SELLERS, Source.LINES))
                .extracting(report::used)
                .containsExactly(8L, 77L);
    }

    @Test
    void a_second_load_creates_nothing_changes_nothing_and_says_so() {
        load(session, shipped());
        List<String> first = StoredState.of(session);

        LoadReport second = load(session, shipped()).report();

        assertThat(StoredState.of(session)).isEqualTo(first);
        assertThat(second.balances()).isTrue();
        assertThat(List.of(Source.values())).extracting(second::created).containsOnly(0L);
        assertThat(List.of(
                        Source.ACCOUNTS, Source.CONTACTS, Source.LEADS, Source.PRODUCTS, Source.PRICES, Source.DEALS))
                .extracting(second::unchanged)
                .containsExactly(40L, 80L, 120L, 25L, 82L, 160L);
        assertThat(second.render()).doesNotContain("other values");
    }

    @Test
    void contacts_belong_to_their_account_from_their_first_day() {
        load(session, shipped());

        assertThat(StoredState.of(session))
                .anyMatch(line -> line.startsWith("contact C-001 ")
                        && line.contains("Accountant 2021-03-05/.. Khao Krabueang Trading Co., Ltd."));
    }

    @Test
    void a_broken_storage_leaves_whole_batches_and_another_load_completes_them() {
        assertWholeBatches(storage);
    }

    @Test
    void a_broken_storage_over_a_database_does_so_too() {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("review"), "", "");
        try {
            Schema.standard().apply(database);
            assertWholeBatches(JdbcStorage.over(database));
        } finally {
            database.dispose();
        }
    }

    private void assertWholeBatches(Storage sound) {
        SourceFolder messy = new MessyFolder(folder, 1_700).open();
        CrmSession undisturbed = StoredState.session(new MemoryStorage());
        load(undisturbed, messy);
        CrmSession failing = StoredState.session(new FailingStorage(sound, Opportunities.TYPE, 2));
        CrmSession working = StoredState.session(sound);

        assertThatThrownBy(() -> load(failing, messy)).isInstanceOf(StorageFailureException.class);
        assertThat(working.opportunities().count(Criteria.all())).isEqualTo(2 * Batches.SIZE);

        LoadReport report = load(working, messy).report();
        assertThat(report.created(Source.DEALS)).isEqualTo(1_700 - 2 * Batches.SIZE);
        assertThat(report.unchanged(Source.DEALS)).isEqualTo(2 * Batches.SIZE);
        assertThat(StoredState.of(working)).isEqualTo(StoredState.of(undisturbed));
    }

    @Test
    void a_contact_without_its_affiliation_is_never_left_behind() {
        CrmSession failing = StoredState.session(new FailingStorage(storage, Contacts.TYPE, 0));

        assertThatThrownBy(() -> load(failing, shipped())).isInstanceOf(StorageFailureException.class);

        assertThat(session.accounts().count(Criteria.all())).isEqualTo(40);
        assertThat(session.contacts().count(Criteria.all())).isZero();
    }

    @Test
    void invented_messy_deals_reconcile() {
        LoadReport report = load(session, new MessyFolder(folder, 1_000).open()).report();

        assertThat(report.balances()).isTrue();
        assertThat(report.created(Source.DEALS)).isEqualTo(1_000);
        assertThat(report.repaired(Source.DEALS)).isEqualTo(334);
        assertThat(report.repaired(Source.ACCOUNTS)).isEqualTo(1);
        assertThat(session.track().board().columns())
                .extracting(column -> column.stage().name() + " " + column.deals() + " " + column.amount())
                .containsExactly(
                        "Qualification 100 []",
                        "Needs Analysis 200 []",
                        "Proposal 0 []",
                        "Negotiation 0 []",
                        "Closed Won 400 [USD " + MessyFolder.wonAmount(1_000) + ".00]",
                        "Closed Lost 300 [USD 0.00]");
        assertThat(report.render())
                .contains("no account, kept without: 150 rows, lines ")
                .contains("no amount, kept without: 300 rows, lines ");
    }

    @Test
    void rows_that_cannot_be_used_are_told_by_line_and_the_rest_goes_on() {
        SourceFolder messy = new MessyFolder(folder, 10)
                .line("BAD00001,Nobody Known,GTXPro,Northwind,Won,10/20/2016,3/1/2017,4514")
                .line("BAD00002,Ann Example,GTX Max,Westwind,Engaging,10/20/2016,,")
                .line("BAD00003,Ann Example,GTXPro,Northwind,Dreaming,10/20/2016,,")
                .line("BAD00004,Ann Example,GTXPro,Northwind,Won,10/20/2016,,4514")
                .line("BAD00005,Ann Example,GTXPro,Northwind,Won,10/20/2016,2/30/2017,45x14")
                .line("B".repeat(101) + ",Ann Example,GTXPro,Northwind,closed lost,10/20/2016,3/1/2017,0")
                .line("BAD00007,Ann Example,GTXPro,Northwind")
                .line("GOOD0008,Ann Example,GTXPro,Northwind,Engaging,10/20/2016,,")
                .line("GOOD0008,Ann Example,GTXPro,Northwind,Engaging,10/20/2016,,")
                .line("GOOD0008,Bob Example,GTXPro,Northwind,Engaging,10/20/2016,,")
                .open();

        LoadReport report = load(session, messy).report();

        assertThat(report.balances()).isTrue();
        assertThat(report.created(Source.DEALS)).isEqualTo(11);
        assertThat(report.unchanged(Source.DEALS)).isEqualTo(1);
        assertThat(session.opportunities().count(Criteria.all())).isEqualTo(11);
        assertThat(report.problems())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "sales_pipeline.csv:12: owner \"Nobody Known\" is not among the sellers",
                        "sales_pipeline.csv:13: account_ref \"Westwind\" is not among the accounts;"
                                + " sku \"GTX Max\" is not among the products",
                        "sales_pipeline.csv:14: stage \"Dreaming\" is not in the pipeline",
                        "sales_pipeline.csv:15: close_on is missing",
                        "sales_pipeline.csv:16: amount is \"45x14\", not a plain number like 1234.50",
                        "sales_pipeline.csv:16: close_on is \"2/30/2017\", not a date like M/d/yyyy",
                        "sales_pipeline.csv:17: reference: must be plain text of 1 to 100 characters (plain-text)",
                        "sales_pipeline.csv:18: has 4 cells where the header has 8",
                        "sales_pipeline.csv:21: is about the same as line 19, which says something else");
    }

    @Test
    void a_row_that_the_crm_refuses_does_not_take_its_batch_with_it() {
        StringBuilder leads = new StringBuilder("ref,company,family_name,email,status,owner,created_on\n");
        for (int i = 0; i < 600; i++) {
            String email = i % 250 == 100 ? "nobody" : "a" + i + "@hoasen.example";
            leads.append("L-%d,Hoa Sen %d,Bùi,%s,new,khoi,1/2/2026%n".formatted(i, i, email));
        }
        Folders folders = new Folders(folder).mapping("leads.file = leads.csv").file("leads.csv", leads.toString());

        LoadReport report = load(session, folders.open()).report();

        assertThat(report.created(Source.LEADS)).isEqualTo(598);
        assertThat(report.balances()).isTrue();
        assertThat(report.problems())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "leads.csv:102: email: must be an e-mail address (email-address)",
                        "leads.csv:352: email: must be an e-mail address (email-address)");
    }

    @Test
    void leads_come_in_with_their_status_and_their_reason() {
        Folders folders = new Folders(folder).mapping("leads.file = leads.csv").file("leads.csv", """
                ref,company,family_name,status,reason,owner,created_on
                L-1,Hoa Sen,Bùi,new,,khoi,1/2/2026
                L-2,Hoa Mai,Lê,unqualified,no budget,khoi,1/2/2026
                L-3,Hoa Lan,Vũ,unqualified,,khoi,1/2/2026
                L-4,Hoa Cúc,Vũ,dreaming,,khoi,1/2/2026
                L-5,Hoa Hồng,Vũ,Qualified,,khoi,1/2/2026
                """);

        LoadedFolder loaded = load(session, folders.open());

        assertThat(StoredState.of(session))
                .filteredOn(line -> line.startsWith("lead"))
                .extracting(line -> line.replaceAll(".* (NEW|UNQUALIFIED|QUALIFIED) .*", "$1"))
                .containsExactly("NEW", "UNQUALIFIED", "QUALIFIED");
        assertThat(loaded.qualified()).hasSize(1);
        assertThat(loaded.report().problems()).extracting(RowProblem::line).containsExactly(4L, 5L);
        assertThat(loaded.report().problems().get(1).reason())
                .isEqualTo("status \"dreaming\" is none of new, working, nurturing, qualified, unqualified");
    }

    @Test
    void a_row_that_says_something_new_about_what_is_there_is_told_and_changes_nothing() {
        Folders folders = new Folders(folder).mapping("accounts.file = accounts.csv");
        load(
                session,
                folders.file("accounts.csv", "ref,name,country\nA-1,Hoa Sen,Vietnam\nA-2,Hoa Mai,\n")
                        .open());
        List<String> before = StoredState.of(session);

        LoadReport report = load(
                        session,
                        folders.file("accounts.csv", "ref,name,country\nA-1,Hoa Sen,Laos\nA-2,Hoa Mai,\n")
                                .open())
                .report();

        assertThat(StoredState.of(session)).isEqualTo(before);
        assertThat(report.unchanged(Source.ACCOUNTS)).isEqualTo(2);
        assertThat(report.render())
                .contains("accounts.csv: is stored with other values, which were kept: 1 row, line 2\n");
    }

    @Test
    void prices_of_one_file_make_books_of_their_own_currency() {
        Folders folders = new Folders(folder)
                .mapping("products.file = products.csv\nprices.file = prices.csv")
                .file("products.csv", "sku,name\nA,Tile\n")
                .file("prices.csv", """
                        book,sku,unit_price,min_quantity,currency,valid_from
                        Retail,A,12.50,,,
                        Export,A,0.385125,,USD,
                        Retail,A,11.00,100,,
                        Retail,A,11.00,100.0,,
                        Retail,A,10.50,100,,
                        Export,A,1.00,5,EUR,
                        Retail,B,1.00,,,
                        """);

        LoadedFolder loaded = load(session, folders.open());

        assertThat(loaded.books()).containsExactly("Retail", "Export");
        assertThat(StoredState.of(session))
                .filteredOn(line -> line.startsWith("price"))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("price Export A 0 USD 0.385125"));
        assertThat(loaded.report().problems())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "prices.csv:5: is about the same as line 4, which says something else",
                        "prices.csv:6: is about the same as line 4, which says something else",
                        "prices.csv:7: currency is not USD, the one of the book",
                        "prices.csv:8: sku \"B\" is not among the products");
        assertThat(loaded.report().balances()).isTrue();
    }

    @Test
    void lines_must_belong_to_a_deal_and_a_product() {
        Folders folders = new Folders(folder)
                .mapping("products.file = products.csv\ndeals.file = deals.csv\nlines.file = lines.csv")
                .file("products.csv", "sku,name\nA,Tile\n")
                .file("deals.csv", "ref,name,stage,owner\nD-1,Pool,Proposal,khoi\n")
                .file("lines.csv", "deal_ref,sku,quantity\nD-1,A,5\nD-2,B,1\n");

        LoadedFolder loaded = load(session, folders.open());

        assertThat(loaded.lines()).hasSize(1);
        assertThat(loaded.report().problems())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "lines.csv:3: deal_ref \"D-2\" is not among the deals; sku \"B\" is not among the products");
    }

    private static LoadedFolder load(CrmSession session, SourceFolder folder) {
        return FolderLoad.load(session, folder, SILENT);
    }

    private static SourceFolder shipped() {
        Path data = ShippedData.from(Path.of(""));
        return SourceFolder.of(data, Mapping.read(data.resolve(ShippedData.MAPPING)));
    }
}
