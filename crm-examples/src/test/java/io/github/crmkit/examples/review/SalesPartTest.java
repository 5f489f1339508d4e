package io.github.crmkit.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.load.StoredState;
import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.time.FiscalCalendar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesPartTest {

    private static final Amounts AMOUNTS = new Amounts(CurrencyUnit.of("THB"));
    private static final String DEALS = """
            ref,name,sku,stage,owner,amount,opened_on,close_on,lost_reason
            D-1,Pool,T-1,Closed Won,anong,300.00,,31/3/2026,
            D-2,Door,T-1,Closed Lost,anong,100.00,,1/4/2026,no budget
            D-3,Gate,T-2,Closed Won,khoi,250.00,,1/4/2026,
            D-4,Roof,,Closed Won,khoi,,,2/4/2026,
            D-5,Wall,T-2,Proposal,khoi,10.00,,2/6/2026,
            """;

    @TempDir
    private Path folder;

    private final CrmSession session = StoredState.session(new MemoryStorage());

    @Test
    void every_closed_deal_is_in_one_cell_and_the_cells_agree_with_the_win_rate() {
        LoadedFolder loaded = load();

        assertThat(new SalesPart(session, cube(loaded), loaded.sellers(), AMOUNTS).words())
                .isEqualTo("""
                Won of decided deals, by the quarter of closing.

                Seller  FY2026-Q1  FY2026-Q2     All  Win rate  Won amount
                ------  ---------  ---------  ------  --------  ----------
                anong      1 of 1     0 of 1  1 of 2    50.0 %      300.00
                khoi            -     2 of 2  2 of 2   100.0 %      250.00
                ------  ---------  ---------  ------  --------  ----------
                All        1 of 1     2 of 3  3 of 4    75.0 %      550.00

                Product       FY2026-Q1  FY2026-Q2     All  Win rate  Won amount
                ------------  ---------  ---------  ------  --------  ----------
                Tile             1 of 1     0 of 1  1 of 2    50.0 %      300.00
                Grout                 -     1 of 1  1 of 1   100.0 %      250.00
                (no product)          -     1 of 1  1 of 1   100.0 %           -
                ------------  ---------  ---------  ------  --------  ----------
                All              1 of 1     2 of 3  3 of 4    75.0 %      550.00

                4 cells of seller, product and quarter hold 3 won and 1 lost deals, 550.00 won.
                Added up by seller, by product and by quarter they agree with the win rate of all closed deals.
                """);
    }

    @Test
    void a_deal_that_was_won_after_the_cells_were_read_is_missed() {
        LoadedFolder loaded = load();
        SalesCube cube = cube(loaded);
        session.opportunities()
                .win(session.opportunities().byReference("D-5").orElseThrow().id());

        assertThat(new SalesPart(session, cube, loaded.sellers(), AMOUNTS).words())
                .contains("They differ: all cells: 3 won and 1 lost here, 4 won and 1 lost in the CRM; ")
                .contains("; FY2026-Q2: 2 won and 1 lost here, 3 won and 1 lost in the CRM; a seller: 2 won and 0 lost")
                .doesNotContain("they agree");
    }

    @Test
    void a_satang_more_in_one_cell_is_noticed() {
        SalesCube cube = cube(load());
        assertThat(cube.differences(session, AMOUNTS.usual())).isEmpty();

        Map<SalesCube.Cell, WinRate> cells = new HashMap<>(cube.cells());
        SalesCube.Cell any = cells.keySet().iterator().next();
        WinRate satang = new WinRate(0, 0, MoneyBag.of(Money.parse("THB 0.01")), MoneyBag.empty(), 0);
        cells.merge(any, satang, WinRate::plus);

        assertThat(new SalesCube(cells).differences(session, AMOUNTS.usual())).isNotEmpty();
    }

    @Test
    void a_deal_that_moves_from_one_seller_to_another_is_noticed_though_the_total_agrees() {
        SalesCube cube = cube(load());
        Map<SalesCube.Cell, WinRate> cells = new HashMap<>();
        SalesCube.Cell first = cube.cells().keySet().iterator().next();
        cube.cells()
                .forEach((cell, rate) -> cells.merge(
                        new SalesCube.Cell(first.seller(), cell.product(), cell.quarter()), rate, WinRate::plus));

        assertThat(new SalesCube(cells).differences(session, AMOUNTS.usual()))
                .isNotEmpty()
                .allMatch(difference -> difference.startsWith("a seller: "));
    }

    private LoadedFolder load() {
        return new Loaded(folder)
                .with("products", "sku,name\nT-1,Tile\nT-2,Grout\n")
                .with("deals", DEALS)
                .into(session);
    }

    private SalesCube cube(LoadedFolder loaded) {
        Quarters quarters = new Quarters(session, FiscalCalendar.calendarYear());
        return SalesCube.of(session, quarters, new DealProducts(session, loaded)::nameOf);
    }
}
