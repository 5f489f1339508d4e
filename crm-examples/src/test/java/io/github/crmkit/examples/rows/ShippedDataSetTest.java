package io.github.crmkit.examples.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.examples.csv.RowProblem;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.CsvTable;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.ShippedData;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.folder.SourceFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The data set that ships with the examples is whole: every row can be read, and every reference leads somewhere. */
class ShippedDataSetTest {

    private static final Path DATA = ShippedData.from(Path.of(""));
    private static final SourceFolder FOLDER = SourceFolder.of(DATA, Mapping.read(DATA.resolve(ShippedData.MAPPING)));
    private static final CurrencyUnit BAHT = FOLDER.mapping().currency();
    private static final LocalDate REVIEW = FOLDER.mapping().reviewDate();

    private final List<SellerRow> sellers = rows(Source.SELLERS, SellerRow::from);
    private final List<AccountRow> accounts = rows(Source.ACCOUNTS, AccountRow::from);
    private final List<ContactRow> contacts = rows(Source.CONTACTS, ContactRow::from);
    private final List<LeadRow> leads = rows(Source.LEADS, row -> LeadRow.from(row, BAHT));
    private final List<ProductRow> products = rows(Source.PRODUCTS, ProductRow::from);
    private final List<PriceRow> prices = rows(Source.PRICES, row -> PriceRow.from(row, BAHT));
    private final List<DealRow> deals = rows(Source.DEALS, row -> DealRow.from(row, BAHT));
    private final List<LineRow> lines = rows(Source.LINES, LineRow::from);

    @Test
    void it_has_some_hundred_records_of_every_kind() {
        assertThat(List.of(sellers.size(), accounts.size(), contacts.size(), leads.size()))
                .containsExactly(8, 40, 80, 120);
        assertThat(List.of(products.size(), prices.size(), deals.size(), lines.size()))
                .containsExactly(25, 82, 160, 77);
    }

    @Test
    void nothing_is_there_twice() {
        assertDistinct(sellers, SellerRow::ref);
        assertDistinct(accounts, AccountRow::ref);
        assertDistinct(contacts, ContactRow::ref);
        assertDistinct(contacts, contact -> contact.person().email());
        assertDistinct(leads, LeadRow::ref);
        assertDistinct(products, ProductRow::sku);
        assertDistinct(prices, price -> List.of(price.book(), price.sku(), String.valueOf(price.minQuantity())));
        assertDistinct(deals, DealRow::ref);
        assertDistinct(lines, line -> List.of(line.dealRef(), line.sku()));
    }

    @Test
    void every_reference_leads_somewhere() {
        Set<String> owners = keys(sellers, SellerRow::ref);
        Set<String> accountRefs = keys(accounts, AccountRow::ref);
        Map<String, String> accountOfContact =
                contacts.stream().collect(Collectors.toMap(ContactRow::ref, ContactRow::accountRef));
        Set<String> skus = keys(products, ProductRow::sku);

        assertThat(accounts).allMatch(account -> owners.contains(account.owner()));
        assertThat(accounts)
                .allMatch(account -> account.parentRef() == null || accountRefs.contains(account.parentRef()));
        assertThat(accountOfContact.values()).isSubsetOf(accountRefs);
        assertThat(leads).allMatch(lead -> owners.contains(lead.owner()));
        assertThat(keys(prices, PriceRow::sku)).isEqualTo(skus);
        assertThat(deals).allMatch(deal -> owners.contains(deal.owner()) && skus.contains(deal.sku()));
        assertThat(deals).allMatch(deal -> Objects.equals(accountOfContact.get(deal.contactRef()), deal.accountRef()));
        assertThat(keys(lines, LineRow::dealRef)).isSubsetOf(keys(deals, DealRow::ref));
        assertThat(keys(lines, LineRow::sku)).isSubsetOf(skus);
    }

    @Test
    void deals_are_in_every_stage_and_closed_ones_were_closed_before_the_review() {
        Map<String, Long> byStage =
                deals.stream().collect(Collectors.groupingBy(DealRow::stage, Collectors.counting()));

        assertThat(byStage)
                .containsOnly(
                        Map.entry("Qualification", 15L),
                        Map.entry("Needs Analysis", 13L),
                        Map.entry("Proposal", 14L),
                        Map.entry("Negotiation", 11L),
                        Map.entry("Closed Won", 62L),
                        Map.entry("Closed Lost", 45L));
        assertThat(deals)
                .filteredOn(deal -> deal.isWon() || deal.isLost())
                .allMatch(deal -> !deal.closeOn().isAfter(REVIEW) && deal.amount() != null);
        assertThat(deals).noneMatch(deal -> deal.openedOn().isAfter(REVIEW));
    }

    @Test
    void what_is_proposed_or_negotiated_can_be_quoted() {
        Set<String> quotable = deals.stream()
                .filter(deal -> deal.stage().equals("Proposal") || deal.stage().equals("Negotiation"))
                .map(DealRow::ref)
                .collect(Collectors.toSet());

        assertThat(keys(lines, LineRow::dealRef)).isEqualTo(quotable);
    }

    @Test
    void both_books_price_every_product_and_wholesale_is_never_dearer() {
        Map<String, PriceRow> retail = prices.stream()
                .filter(price -> price.book().equals("Retail"))
                .collect(Collectors.toMap(PriceRow::sku, price -> price));
        List<PriceRow> wholesale = prices.stream()
                .filter(price -> price.book().equals("Wholesale"))
                .toList();

        assertThat(retail).hasSize(25);
        assertThat(keys(wholesale, PriceRow::sku)).hasSize(25);
        assertThat(wholesale)
                .allMatch(price ->
                        price.unitPrice().compareTo(retail.get(price.sku()).unitPrice()) < 0);
    }

    @Test
    void leads_are_in_every_status_and_unqualified_ones_say_why() {
        Map<String, Long> byStatus =
                leads.stream().collect(Collectors.groupingBy(LeadRow::status, Collectors.counting()));

        assertThat(byStatus)
                .containsOnly(
                        Map.entry("new", 30L),
                        Map.entry("working", 28L),
                        Map.entry("nurturing", 18L),
                        Map.entry("qualified", 20L),
                        Map.entry("unqualified", 24L));
        assertThat(leads)
                .filteredOn(lead -> lead.status().equals("unqualified"))
                .allMatch(lead -> lead.reason() != null);
        assertThat(leads)
                .filteredOn(lead -> lead.status().equals("qualified"))
                .allMatch(lead -> lead.wish().interest() != null && lead.wish().amount() != null)
                .allMatch(lead -> lead.wish().closeOn().isAfter(REVIEW));
    }

    @Test
    void nobody_in_it_can_be_written_to() {
        assertThat(contacts).allMatch(contact -> contact.person().email().endsWith(".example"));
        assertThat(leads).allMatch(lead -> lead.person().email().endsWith(".example"));
        assertThat(sellers).allMatch(seller -> seller.email().endsWith(".example"));
    }

    private static <T> List<T> rows(Source source, Function<CsvRow, T> reading) {
        List<T> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        try (CsvTable table = FOLDER.open(source)) {
            assertThat(table.unusedColumns()).isEmpty();
            while (table.hasNext()) {
                CsvRow row = table.next();
                row.read(reading).ifPresent(rows::add);
                problems.addAll(row.problems());
                assertThat(row.repairs()).isEmpty();
            }
        }
        assertThat(problems).isEmpty();
        return rows;
    }

    private static <T> Set<String> keys(List<T> rows, Function<T, String> key) {
        return rows.stream().map(key).collect(Collectors.toSet());
    }

    private static <T> void assertDistinct(List<T> rows, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        assertThat(rows).allMatch(row -> seen.add(key.apply(row)));
    }
}
