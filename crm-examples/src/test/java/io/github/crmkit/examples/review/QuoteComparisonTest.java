package io.github.crmkit.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.load.StoredState;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.PageRequest;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteComparisonTest {

    private static final String PRODUCTS = "sku,name\nTILE,Floor tile\nGROUT,Grout\n";
    private static final String PRICES = """
            book,sku,unit_price,min_quantity
            Retail,TILE,10.00,
            Retail,GROUT,4.00,
            Wholesale,TILE,9.00,
            Wholesale,TILE,8.00,100
            Wholesale,TILE,7.00,1000
            Wholesale,GROUT,4.00,
            """;
    private static final String DEALS = """
            ref,name,stage,owner,account_ref,sku
            D-1,Shop,Proposal,khoi,,
            D-2,Pool,Proposal,khoi,A-1,GROUT
            D-3,Spa,Proposal,khoi,A-1,GROUT
            """;
    private static final String ACCOUNTS = "ref,name\nA-1,Hoa Sen\n";

    @TempDir
    private Path folder;

    private final CrmSession session = StoredState.session(new MemoryStorage());

    @Test
    void every_price_says_why_it_is_what_it_is() {
        Loaded loaded = new Loaded(folder)
                .with("products", PRODUCTS)
                .with("prices", PRICES)
                .with("accounts", ACCOUNTS)
                .with("deals", DEALS)
                .with("lines", "deal_ref,sku,quantity\nD-1,TILE,5\nD-2,TILE,100\nD-2,GROUT,2.5\n");

        assertThat(run(loaded)).isEqualTo("""
                D-2, Pool. It is the first of the open deals with the most lines.

                Retail, drafted now: prices of 2026-05-15, holds through 2026-06-14

                Product  Name        Quantity  Price    Amount  Why
                -------  ----------  --------  -----  --------  ----------
                TILE     Floor tile       100  10.00  1,000.00  list 10.00
                GROUT    Grout            2.5   4.00     10.00  list 4.00
                Total: 2 lines THB 1010.00; none tax 0 % of THB 1010.00: THB 0.00; net THB 1010.00, tax THB 0.00, to pay THB 1010.00

                Wholesale, drafted now: prices of 2026-05-15, holds through 2026-06-14

                Product  Name        Quantity  Price  Amount  Why
                -------  ----------  --------  -----  ------  ------------------------------
                TILE     Floor tile       100   8.00  800.00  list 9.00, then from 100: 8.00
                GROUT    Grout            2.5   4.00   10.00  list 4.00
                Not taken for TILE: 7.00 from 1,000, needs a larger quantity
                Total: 2 lines THB 810.00; none tax 0 % of THB 810.00: THB 0.00; net THB 810.00, tax THB 0.00, to pay THB 810.00

                The second quote is THB 200.00 (19.8 %) cheaper than the first.
                """);
    }

    @Test
    void a_second_run_shows_the_quotes_that_are_there() {
        Loaded loaded = new Loaded(folder)
                .with("products", PRODUCTS)
                .with("prices", PRICES)
                .with("accounts", ACCOUNTS)
                .with("deals", DEALS)
                .with("lines", "deal_ref,sku,quantity\nD-1,TILE,5\n");
        String first = run(loaded);

        assertThat(run(loaded)).isEqualTo(first.replace("drafted now", "drafted before"));
        assertThat(quotesOf("D-1")).isEqualTo(2);
    }

    @Test
    void without_lines_one_unit_of_a_deals_product_is_quoted_and_one_book_is_not_compared() {
        Loaded loaded = new Loaded(folder)
                .with("products", PRODUCTS)
                .with("prices", "book,sku,unit_price\nList,GROUT,4.00\n")
                .with("accounts", ACCOUNTS)
                .with("deals", DEALS);

        assertThat(run(loaded))
                .startsWith("D-2, Pool. It is the first open deal with an account; the folder has no lines")
                .contains("List, drafted now")
                .endsWith("\nThere is one price book with prices for it, so there is nothing to compare.\n");
        assertThat(quotesOf("D-2")).isEqualTo(1);
    }

    @Test
    void a_book_without_a_price_gives_no_quote_and_says_so() {
        Loaded loaded = new Loaded(folder)
                .with("products", PRODUCTS)
                .with("prices", "book,sku,unit_price\nRetail,GROUT,4.00\nWholesale,TILE,9.00\n")
                .with("accounts", ACCOUNTS)
                .with("deals", DEALS);

        assertThat(run(loaded)).contains("\nWholesale: ").contains("no-price");
        assertThat(quotesOf("D-2")).isEqualTo(1);
    }

    @Test
    void nothing_to_quote_is_said_in_a_sentence() {
        Loaded loaded = new Loaded(folder).with("deals", "ref,name,stage,owner\nD-1,Shop,Proposal,khoi\n");

        assertThat(run(loaded)).isEqualTo("Nothing to quote: the folder has no open deal with a product.\n");
    }

    private String run(Loaded loaded) {
        return new QuoteComparison(session, loaded.into(session), new Amounts(CurrencyUnit.of("THB"))).run();
    }

    private int quotesOf(String reference) {
        Opportunity deal = session.opportunities().byReference(reference).orElseThrow();
        return session.quotes()
                .ofOpportunity(deal.id(), PageRequest.first(10))
                .items()
                .size();
    }
}
