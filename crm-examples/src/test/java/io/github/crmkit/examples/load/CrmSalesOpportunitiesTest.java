package io.github.crmkit.examples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.CsvTable;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.ShippedData;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.folder.SourceFolder;
import io.github.crmkit.examples.rows.AccountRow;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.examples.rows.PriceRow;
import io.github.crmkit.examples.rows.ProductRow;
import io.github.crmkit.examples.rows.SellerRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping for "CRM Sales Opportunities" fits its files: invented rows, but their columns, dates and oddities. */
class CrmSalesOpportunitiesTest {

    private static final Path MAPPING =
            ShippedData.from(Path.of("")).resolveSibling("mappings/crm-sales-opportunities.properties");

    @TempDir
    private Path folder;

    private final LoadReport report = new LoadReport();

    @BeforeEach
    void writeTheFiles() throws IOException {
        write("accounts.csv", """
                account,sector,year_established,revenue,employees,office_location,subsidiary_of
                Northwind,technolgy,1996,1100.04,2822,Philipines,
                Southwind,retail,2002,97.5,12,Kenya,Northwind
                """);
        write("products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n");
        write("sales_teams.csv", "sales_agent,manager,regional_office\nAnn Example,Bob Example,East\n");
        write("sales_pipeline.csv", """
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                AAAA0001,Ann Example,GTXPro,Northwind,Won,10/20/2016,3/1/2017,4514
                AAAA0002,Ann Example,MG Special,Southwind,Lost,12/3/2016,4/11/2017,0
                AAAA0003,Ann Example,GTXPro,,Engaging,11/3/2017,,
                AAAA0004,Ann Example,MG Special,,Prospecting,,,
                """);
    }

    @Test
    void won_and_lost_deals_are_closed_on_their_day() {
        List<DealRow> deals = deals();

        assertThat(deals.get(0).isWon()).isTrue();
        assertThat(deals.get(0).closeOn()).isEqualTo(LocalDate.of(2017, 3, 1));
        assertThat(deals.get(0).openedOn()).isEqualTo(LocalDate.of(2016, 10, 20));
        assertThat(deals.get(0).amount()).isEqualTo(Money.parse("USD 4514.00"));
        assertThat(deals.get(1).isLost()).isTrue();
        assertThat(deals.get(1).lostReason()).isEqualTo("not recorded");
        assertThat(deals.get(1).amount()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void deals_are_known_from_the_day_they_were_engaged_in_but_not_what_they_were_worth() {
        assertThat(deals())
                .extracting(DealRow::opening)
                .containsExactly(
                        new DealRow.Opening(LocalDate.of(2016, 10, 20), "Needs Analysis", null),
                        new DealRow.Opening(LocalDate.of(2016, 12, 3), "Needs Analysis", null),
                        new DealRow.Opening(LocalDate.of(2017, 11, 3), "Needs Analysis", null),
                        null);
    }

    @Test
    void open_deals_keep_what_they_have_and_nothing_is_made_up() {
        assertThat(deals().subList(2, 4))
                .extracting(DealRow::stage, DealRow::accountRef, DealRow::closeOn, DealRow::amount, DealRow::lostReason)
                .containsExactly(
                        tuple("Needs Analysis", null, null, null, null),
                        tuple("Qualification", null, null, null, null));
    }

    @Test
    void the_other_spelling_of_a_product_and_the_misspelt_words_are_repaired() {
        List<AccountRow> accounts = read(Source.ACCOUNTS, AccountRow::from);

        assertThat(deals()).extracting(DealRow::sku).containsExactly("GTX Pro", "MG Special", "GTX Pro", "MG Special");
        assertThat(accounts).extracting(AccountRow::industry).containsExactly("technology", "retail");
        assertThat(accounts).extracting(AccountRow::country).containsExactly("Philippines", "Kenya");
        assertThat(accounts).extracting(AccountRow::parentRef).containsExactly(null, "Northwind");
        assertThat(report.render())
                .contains("sales_pipeline.csv: sku \"GTXPro\" read as \"GTX Pro\": 2 rows, lines 2, 4")
                .contains("accounts.csv: year_established, revenue, employees");
    }

    @Test
    void the_list_prices_make_a_book() {
        Mapping mapping = Mapping.read(MAPPING);

        assertThat(read(Source.PRICES, row -> PriceRow.from(row, mapping.currency())))
                .extracting(
                        price -> price.book() + " " + price.currency() + " " + price.sku() + " " + price.unitPrice())
                .containsExactly("List USD GTX Pro 4821", "List USD MG Special 55");
        assertThat(read(Source.PRODUCTS, ProductRow::from))
                .extracting(ProductRow::category)
                .containsExactly("GTX", "MG");
        assertThat(report.render()).doesNotContain("sales_price");
    }

    @Test
    void a_seller_is_known_by_name() {
        assertThat(read(Source.SELLERS, SellerRow::from))
                .containsExactly(new SellerRow("Ann Example", "Ann Example", null, "East", "Bob Example"));
    }

    private List<DealRow> deals() {
        Mapping mapping = Mapping.read(MAPPING);
        return read(Source.DEALS, row -> DealRow.from(row, mapping.currency()));
    }

    private <T> List<T> read(Source source, Function<CsvRow, T> reading) {
        List<T> rows = new ArrayList<>();
        try (CsvTable table = SourceFolder.of(folder, Mapping.read(MAPPING)).open(source)) {
            report.begin(table);
            table.forEachRemaining(row -> report.take(row, reading).ifPresent(rows::add));
        }
        assertThat(report.problems()).isEmpty();
        return rows;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
