package io.github.crmkit.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.load.StoredState;
import io.github.crmkit.examples.page.Chart;
import io.github.crmkit.examples.page.Section;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.OrganisationZone;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the review tells of former days: the quarter before 15 May 2026, and how far deals came. */
class HistoryPartsTest {

    private static final Amounts AMOUNTS = new Amounts(CurrencyUnit.of("THB"));
    private static final OrganisationZone BANGKOK = OrganisationZone.parse("Asia/Bangkok");
    private static final String DEALS = """
            ref,stage,owner,amount,opened_on,opened_amount,close_on,lost_reason
            D-1,Closed Won,anong,300.00,31/12/2025,200.00,1/1/2026,
            D-2,Closed Lost,anong,100.00,1/1/2026,100.00,31/3/2026,no budget
            D-3,Closed Won,khoi,250.00,5/1/2026,250.00,1/4/2026,
            D-4,Proposal,khoi,40.00,31/3/2026,50.00,1/7/2026,
            D-5,Negotiation,khoi,,1/12/2025,,,
            D-6,Qualification,khoi,10.00,1/4/2026,10.00,,
            D-7,Closed Lost,khoi,99.00,,,1/2/2026,unknown
            """;

    @TempDir
    private Path folder;

    private final CrmSession session = StoredState.session(new MemoryStorage());

    @Test
    void what_happens_on_the_first_and_on_the_last_day_of_a_quarter_is_within_it() {
        assertThat(movement(load()).words()).isEqualTo("""
                Open deals    Deals  Amount
                ------------  -----  ------
                At the start      2  200.00
                + created         3  400.00
                + increased     (1)  100.00
                - won             1  300.00
                - lost            1  100.00
                ------------  -----  ------
                At the end        3  300.00

                Seller  At the start  + created  - won  - lost  At the end
                ------  ------------  ---------  -----  ------  ----------
                anong              1          1      1       1           0
                khoi               1          2      0       0           3
                ------  ------------  ---------  -----  ------  ----------
                All                2          3      1       1           3
                It balances for each seller and in all: nothing is left over.
                """);
    }

    @Test
    void the_waterfall_of_a_movement_ends_where_the_statement_does() {
        Section section = movement(load()).sections().get(0);

        assertThat(section.charts()).extracting(Chart::unit).containsExactly("", "THB");
        assertThat(section.charts().get(0).labels()).containsExactly("start", "created", "won", "lost", "end");
        assertThat(ends(section.charts().get(0))).containsExactly("2", "5", "4", "3", "3");
        assertThat(section.charts().get(1).labels())
                .containsExactly("start", "created", "increased", "won", "lost", "end");
        assertThat(ends(section.charts().get(1)))
                .containsExactly("200.00", "600.00", "700.00", "400.00", "300.00", "300.00");
    }

    @Test
    void the_funnel_counts_skipped_stages_as_passed_and_says_how_long_deals_took() {
        load();

        assertThat(new FunnelPart(session).words()).isEqualTo("""
                Stage           Reached  Passed by  Still open  From before  From the first
                --------------  -------  ---------  ----------  -----------  --------------
                Qualification         6          2           1            -               -
                Needs Analysis        4          4           0     80.0 % *        80.0 % *
                Proposal              4          3           1    100.0 % *        80.0 % *
                Negotiation           3          2           1    100.0 % *        75.0 % *
                Won                   2          -           -    100.0 % *        66.7 % *
                A won deal reached every stage; one that it did not visit it passed by.
                1 came in lost, from a stage that nobody knows.
                Open deals are in no rate beyond where they stand. A star marks rates of too few deals.
                Days from opening to decision: won: 2 cases, median 43.5 days, P75 64.8, P90 77.5, insufficient data; \
                lost: 1 case, median 89 days, P75 89, P90 89, insufficient data.
                """);
    }

    @Test
    void nothing_moved_where_there_are_no_deals() {
        LoadedFolder nothing =
                new Loaded(folder).with("deals", "ref,stage,owner,opened_on\n").into(session);

        assertThat(movement(nothing).words()).isEqualTo("""
                Open deals    Deals  Amount
                ------------  -----  ------
                At the start      0       -
                ------------  -----  ------
                At the end        0       -

                Seller  At the start  At the end
                ------  ------------  ----------
                ------  ------------  ----------
                All                0           0
                It balances for each seller and in all: nothing is left over.
                """);
        assertThat(movement(nothing).sections().get(0).charts()).hasSize(1);
    }

    private LoadedFolder load() {
        return new Loaded(folder).with("deals", DEALS).into(session);
    }

    private MovementPart movement(LoadedFolder loaded) {
        Quarters quarters = new Quarters(session, FiscalCalendar.calendarYear());
        return new MovementPart(session, BANGKOK, quarters.lastWhole(), loaded.sellers(), AMOUNTS);
    }

    private static List<String> ends(Chart chart) {
        return chart.series().get(0).bars().stream()
                .map(Chart.Bar::to)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
