package io.github.crmkit.examples.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.examples.csv.RowProblem;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Folders;
import io.github.crmkit.examples.folder.Source;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

    private static final CurrencyUnit BAHT = CurrencyUnit.of("THB");
    private static final String DEALS = "ref,stage,owner,amount,currency,opened_on,close_on,lost_reason\n";

    @TempDir
    private Path folder;

    @Test
    void a_lost_deal_keeps_its_reason_and_an_open_one_has_none() {
        assertThat(deal("D-1,Closed Lost,anong,10.00,,1/2/2026,1/3/2026,price too high")
                        .orElseThrow())
                .satisfies(deal -> {
                    assertThat(deal.isLost()).isTrue();
                    assertThat(deal.lostReason()).isEqualTo("price too high");
                    assertThat(deal.closeOn()).isEqualTo(LocalDate.of(2026, 3, 1));
                });
        assertThat(deal("D-1,Proposal,anong,,,,,").orElseThrow().lostReason()).isNull();
    }

    @Test
    void a_deal_has_the_currency_that_its_row_names() {
        assertThat(deal("D-1,Proposal,anong,10.00,USD,,,").orElseThrow().amount())
                .isEqualTo(Money.parse("USD 10.00"));
        assertThat(deal("D-1,Proposal,anong,10.00,,,,").orElseThrow().amount()).isEqualTo(Money.parse("THB 10.00"));
        assertThat(deal("D-1,Proposal,anong,,,,,").orElseThrow().amount()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'D-1,Closed Won,anong,10.00,,,,', close_on is missing",
        "'D-1,Closed Lost,anong,10.00,,,1/3/2026,', lost_reason is missing",
        "'D-1,Proposal,anong,-10.00,,,,', amount is below 0",
        "'D-1,Proposal,anong,10.00,,2/3/2026,1/3/2026,', close_on is before opened_on",
        "'D-1,,anong,10.00,,,,', stage is missing"
    })
    void a_deal_that_contradicts_itself_is_refused(String line, String reason) {
        CsvRow row = row(Source.DEALS, DEALS, line);

        assertThat(row.read(any -> DealRow.from(any, BAHT))).isEmpty();
        assertThat(row.problems()).extracting(RowProblem::reason).containsExactly(reason);
    }

    @Test
    void a_price_may_have_six_decimals_and_a_tier() {
        PriceRow price = row(
                        Source.PRICES,
                        "book,sku,unit_price,min_quantity,valid_from\n",
                        "Retail,A,0.385125,100,1/1/2026")
                .read(any -> PriceRow.from(any, BAHT))
                .orElseThrow();

        assertThat(price)
                .isEqualTo(new PriceRow(
                        "Retail",
                        BAHT,
                        "A",
                        new BigDecimal("0.385125"),
                        new BigDecimal("100"),
                        LocalDate.of(2026, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'Retail,A,0.1234567,', unit_price has more than 6 decimals",
        "'Retail,A,-1,', unit_price is below 0",
        "'Retail,A,,', unit_price is missing",
        "'Retail,A,1,-5', min_quantity is below 0"
    })
    void a_price_that_cannot_be_is_refused(String line, String reason) {
        CsvRow row = row(Source.PRICES, "book,sku,unit_price,min_quantity\n", line);

        assertThat(row.read(any -> PriceRow.from(any, BAHT))).isEmpty();
        assertThat(row.problems()).extracting(RowProblem::reason).containsExactly(reason);
    }

    @Test
    void a_price_of_zero_is_a_price() {
        CsvRow row = row(Source.PRICES, "book,sku,unit_price\n", "Retail,SAMPLE,0.00");

        assertThat(row.read(any -> PriceRow.from(any, BAHT)).orElseThrow().unitPrice())
                .isZero();
    }

    @Test
    void nothing_is_quoted_in_a_quantity_of_nothing() {
        CsvRow row = row(Source.LINES, "deal_ref,sku,quantity\n", "D-1,A,0");

        assertThat(row.read(LineRow::from)).isEmpty();
        assertThat(row.problems()).extracting(RowProblem::reason).containsExactly("quantity is not above 0");
    }

    @Test
    void a_lead_says_who_asks_and_for_what() {
        LeadRow lead = row(
                        Source.LEADS,
                        "ref,company,given_name,family_name,status,owner,created_on,interest,amount,close_on\n",
                        "L-1,Hoa Sen,Thu Hà,Bùi,qualified,khoi,1/2/2026,Tiles,5000.00,1/6/2026")
                .read(any -> LeadRow.from(any, BAHT))
                .orElseThrow();

        assertThat(lead.person().givenName()).isEqualTo("Thu Hà");
        assertThat(lead.wish())
                .isEqualTo(new LeadRow.Wish("Tiles", Money.parse("THB 5000.00"), LocalDate.of(2026, 6, 1)));
    }

    private Optional<DealRow> deal(String line) {
        return row(Source.DEALS, DEALS, line).read(any -> DealRow.from(any, BAHT));
    }

    private CsvRow row(Source source, String header, String line) {
        Function<String, Folders> mapped = label -> new Folders(folder).mapping(label + ".file = some.csv");
        return mapped.apply(source.label())
                .file("some.csv", header + line + "\n")
                .rows(source)
                .get(0);
    }
}
