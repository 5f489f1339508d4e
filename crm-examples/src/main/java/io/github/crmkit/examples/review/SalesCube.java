package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.forecast.SellerResult;
import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * What was won and lost, by seller, product and quarter of closing: each closed deal is in exactly one cell.
 *
 * @param cells only those in which a deal was closed
 */
record SalesCube(Map<Cell, WinRate> cells) {

    /** Stands for the product of a deal that names none. */
    static final String NO_PRODUCT = "(no product)";

    /** Who sold what when. */
    record Cell(UserId seller, String product, FiscalPeriod quarter) {}

    SalesCube {
        cells = Map.copyOf(cells);
    }

    /**
     * Reads all closed deals.
     *
     * @param product the name of what a deal is about
     */
    static SalesCube of(CrmSession session, Quarters quarters, Function<Opportunity, String> product) {
        Map<Cell, WinRate> cells = new HashMap<>();
        session.transact(tx -> {
            PageRequest request = PageRequest.first(PageRequest.MAX_SIZE);
            while (request != null) {
                Page<Opportunity> page =
                        tx.opportunities().find(Opportunities.open().not(), Sort.byId(), request);
                for (Opportunity deal : page) {
                    FiscalPeriod quarter = quarters.of(deal.closedOn().orElseThrow());
                    cells.merge(
                            new Cell(deal.owner(), product.apply(deal), quarter),
                            WinRate.of(List.of(deal)),
                            WinRate::plus);
                }
                request = page.next()
                        .map(next -> PageRequest.after(next, PageRequest.MAX_SIZE))
                        .orElse(null);
            }
        });
        return new SalesCube(cells);
    }

    /** What all cells come to. */
    WinRate total() {
        return where(cell -> true);
    }

    /** What these cells come to. */
    WinRate where(Predicate<Cell> wanted) {
        return cells.entrySet().stream()
                .filter(cell -> wanted.test(cell.getKey()))
                .map(Map.Entry::getValue)
                .reduce(WinRate.empty(), WinRate::plus);
    }

    /** What the cells come to that have the same of something. */
    <K> Map<K, WinRate> by(Function<Cell, K> key) {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(
                        cell -> key.apply(cell.getKey()), Map.Entry::getValue, WinRate::plus, LinkedHashMap::new));
    }

    /**
     * Holds the cells, added up in each direction, against what the CRM says of all closed deals, of each seller and of each
     * quarter.
     *
     * @param currency of the amounts by which the CRM ranks sellers; all currencies are compared
     * @return what differs, in words; nothing where all agree
     */
    List<String> differences(CrmSession session, CurrencyUnit currency) {
        List<String> differences = new ArrayList<>();
        WinRate all = session.forecasts().winRate(DateRange.always());
        differ(differences, "all cells", total(), all);
        differ(differences, "all sellers", sum(by(Cell::seller)), all);
        differ(differences, "all products", sum(by(Cell::product)), all);
        differ(differences, "all quarters", sum(by(Cell::quarter)), all);
        by(Cell::quarter)
                .forEach((quarter, here) -> differ(
                        differences,
                        quarter.id().toString(),
                        here,
                        session.forecasts().winRate(quarter.range())));
        Map<UserId, WinRate> bySeller = by(Cell::seller);
        for (SellerResult seller : session.forecasts().bestSellers(DateRange.always(), currency)) {
            WinRate here = bySeller.getOrDefault(seller.owner(), WinRate.empty());
            differ(differences, "a seller", here, seller.rate());
        }
        return differences;
    }

    private static WinRate sum(Map<?, WinRate> rates) {
        return rates.values().stream().reduce(WinRate.empty(), WinRate::plus);
    }

    private static void differ(List<String> differences, String what, WinRate here, WinRate there) {
        boolean same = here.won() == there.won()
                && here.lost() == there.lost()
                && here.withoutAmount() == there.withoutAmount()
                && isSame(here.wonValue(), there.wonValue())
                && isSame(here.lostValue(), there.lostValue());
        if (!same) {
            differences.add("%s: %d won and %d lost here, %d won and %d lost in the CRM"
                    .formatted(what, here.won(), here.lost(), there.won(), there.lost()));
        }
    }

    private static boolean isSame(MoneyBag one, MoneyBag other) {
        return one.minus(other).amounts().stream().allMatch(money -> money.isZero());
    }
}
