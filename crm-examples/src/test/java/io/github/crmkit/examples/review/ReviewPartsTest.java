package io.github.crmkit.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.load.StoredState;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.FiscalCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPartsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 15);
    private static final Amounts AMOUNTS = new Amounts(CurrencyUnit.of("THB"));
    private static final String DEALS = """
            ref,name,stage,owner,amount,opened_on,close_on,lost_reason
            D-1,Shop,Qualification,khoi,1000.00,,15/5/2026,
            D-2,Pool,Qualification,khoi,,,13/8/2026,
            D-3,Spa,Qualification,khoi,200.00,,14/8/2026,
            D-4,Roof,Qualification,anong,200.00,,14/5/2026,
            D-5,Wall,Proposal,anong,10.01,,,
            D-6,Floor,Closed Won,anong,300.00,,31/3/2026,
            D-7,Door,Closed Lost,anong,100.00,,1/4/2026,no budget
            D-8,Gate,Closed Won,khoi,250.00,,1/4/2026,
            """;

    @TempDir
    private Path folder;

    private final CrmSession session = StoredState.session(new MemoryStorage());

    @Test
    void deals_of_the_first_stage_that_close_soon_move_on_once() {
        DueMoves moves = new DueMoves(session, deals().sellers(), AMOUNTS, TODAY);

        assertThat(moves.run()).isEqualTo("""
                From Qualification to Needs Analysis, because they are expected to close within 90 days:

                Deal  Owner  Closes        Amount
                ----  -----  ----------  --------
                Shop  khoi   2026-05-15  1,000.00
                Pool  khoi   2026-08-13         -
                """);
        assertThat(moves.run())
                .isEqualTo("Nothing to move: no deal in Qualification is expected to close within 90 days.\n");
        assertThat(deal("D-1").stamp().version()).isEqualTo(2);
        assertThat(deal("D-3").stamp().version()).isEqualTo(1);
    }

    @Test
    void the_pipeline_shows_every_stage_and_adds_up_the_open_ones() {
        deals();

        assertThat(new BoardPart(session, AMOUNTS).words()).isEqualTo("""
                        Stage            Deals  Without amount    Amount  Weighted
                        ---------------  -----  --------------  --------  --------
                        Qualification        4               1  1,400.00    140.00
                        Needs Analysis       0               0         -         -
                        Proposal             1               0     10.01      5.01
                        Negotiation          0               0         -         -
                        Closed Won           2               0    550.00         -
                        Closed Lost          1               0    100.00         -
                        ---------------  -----  --------------  --------  --------
                        All open stages      5               1  1,410.01    145.01
                        """);
    }

    @Test
    void the_forecast_goes_by_quarter_and_seller() {
        LoadedFolder loaded = deals();

        assertThat(forecasts(loaded).forecast()).isEqualTo("""
                Quarter    Seller  Closed  Commit  Most likely  Best case  Open pipeline  Weighted
                ---------  ------  ------  ------  -----------  ---------  -------------  --------
                FY2026-Q2  anong        -       -            -          -         200.00     20.00
                FY2026-Q2  khoi    250.00  250.00       250.00     250.00       1,000.00    100.00
                FY2026-Q2  All     250.00  250.00       250.00     250.00       1,200.00    120.00
                ---------  ------  ------  ------  -----------  ---------  -------------  --------
                FY2026-Q3  khoi         -       -            -          -         200.00     20.00
                FY2026-Q3  All          -       -            -          -         200.00     20.00
                Commit, most likely and best case each include the better ones and what is closed; open pipeline is all that is still open.
                In no sum: 1 deals without an amount, and 1 open deals without a close date.
                """);
    }

    @Test
    void the_win_rate_goes_by_the_quarter_of_closing() {
        deals();

        assertThat(new WinRatePart(session, quarters(), AMOUNTS).words()).isEqualTo("""
                Closed in  Won  Lost  By number  Won amount  Lost amount  By value
                ---------  ---  ----  ---------  ----------  -----------  --------
                FY2026-Q1    1     0    100.0 %      300.00            -   100.0 %
                FY2026-Q2    1     1     50.0 %      250.00       100.00    71.4 %
                ---------  ---  ----  ---------  ----------  -----------  --------
                All          2     1     66.7 %      550.00       100.00    84.6 %
                2 of 3 closed deals were won: 66.67 %.
                """);
    }

    @Test
    void the_best_seller_is_who_won_most() {
        LoadedFolder loaded = deals();

        assertThat(forecasts(loaded).bestSellers()).isEqualTo("""
                        Seller  Team  Won  Amount  Lost  Win rate
                        ------  ----  ---  ------  ----  --------
                        anong   -       1  300.00     1    50.0 %
                        khoi    -       1  250.00     0   100.0 %
                        """);
    }

    @Test
    void open_deals_are_counted_by_what_they_lack() {
        deals();

        assertThat(new OpenDeals(session).on(TODAY))
                .isEqualTo(
                        "5 open: 1 without an amount, 1 without a close date, 5 without an account," + " 1 overdue.\n");
    }

    @Test
    void what_the_file_says_is_held_against_what_is_stored() {
        LoadedFolder loaded = deals();
        Reconciliation before = new Reconciliation(session, AMOUNTS);
        assertThat(before.of(loaded.deals()))
                .contains("Closed Won                      2    550.00                 2    550.00")
                .contains("All                             8  2,060.01                 8  2,060.01")
                .endsWith("Both agree.\n");

        session.opportunities().move(MoveOpportunity.won(deal("D-5").id()));

        assertThat(new Reconciliation(session, AMOUNTS).of(loaded.deals()))
                .contains("Closed Won                      2    550.00                 3    560.01")
                .endsWith("They differ: deals were changed after they were loaded.\n");
    }

    @Test
    void leads_become_deals_once_and_an_account_of_their_name_is_theirs() {
        LoadedFolder loaded = new Loaded(folder)
                .with("accounts", "ref,name\nA-1,Hoa Sen\n")
                .with("leads", """
                        ref,company,family_name,status,owner,created_on,interest,amount,close_on
                        L-1,hoa sen,Bùi,qualified,khoi,1/2/2026,Tiles,5000.00,1/6/2026
                        L-2,Hoa Mai,Lê,qualified,khoi,1/2/2026,,,
                        L-3,Hoa Lan,Vũ,working,khoi,1/2/2026,Grout,,
                        """)
                .into(session);

        String first = new LeadConversions(session, loaded, AMOUNTS, Loaded.SILENT).run();
        String second = new LeadConversions(session, loaded, AMOUNTS, Loaded.SILENT).run();

        assertThat(first).isEqualTo("""
                2 qualified: 2 converted now, 1 of these into accounts that were there; 0 converted before.

                Lead  Account  Deal              Amount  Closes      Owner
                ----  -------  --------------  --------  ----------  -----
                L-1   Hoa Sen  Tiles, hoa sen  5,000.00  2026-06-01  khoi
                L-2   Hoa Mai  Hoa Mai                -  -           khoi
                """);
        assertThat(second)
                .isEqualTo(first.replace("2 converted now, 1 of", "0 converted now, 0 of")
                        .replace("0 converted before", "2 converted before"));
        assertThat(session.accounts().count(Criteria.all())).isEqualTo(2);
        assertThat(session.opportunities().count(Criteria.all())).isEqualTo(2);
    }

    @Test
    void a_lead_that_somebody_took_back_is_left_alone() {
        LoadedFolder loaded = new Loaded(folder).with("leads", """
                        ref,company,family_name,status,owner,created_on
                        L-1,Hoa Sen,Bùi,qualified,khoi,1/2/2026
                        """).into(session);
        session.leads().move(session.leads().byReference("L-1").orElseThrow().id(), LeadStatus.WORKING);

        assertThat(new LeadConversions(session, loaded, AMOUNTS, Loaded.SILENT).run())
                .contains("1 qualified: 0 converted now")
                .contains("L-1 is left as it is: ");
        assertThat(session.opportunities().count(Criteria.all())).isZero();
    }

    private LoadedFolder deals() {
        return new Loaded(folder).with("deals", DEALS).into(session);
    }

    private ForecastTables forecasts(LoadedFolder loaded) {
        return new ForecastTables(session, quarters(), loaded.sellers(), AMOUNTS);
    }

    private Quarters quarters() {
        return new Quarters(session, FiscalCalendar.calendarYear());
    }

    private Opportunity deal(String reference) {
        return session.opportunities().byReference(reference).orElseThrow();
    }
}
