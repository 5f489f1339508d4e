package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.load.Sellers;
import io.github.crmkit.examples.page.Chart;
import io.github.crmkit.examples.page.Section;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.Flow;
import io.github.crmkit.track.Movement;
import io.github.crmkit.track.MovementLine;
import io.github.crmkit.track.MovementTerm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The movement statement of a quarter: what became of the open deals, of all together and of each seller. */
final class MovementPart implements Part {

    /** What a seller's row tells; amounts that changed move no deals. */
    private static final List<MovementTerm> OF_SELLERS = List.of(
            MovementTerm.START,
            MovementTerm.CREATED,
            MovementTerm.REOPENED,
            MovementTerm.WON,
            MovementTerm.LOST,
            MovementTerm.REMOVED,
            MovementTerm.TRANSFERRED_IN,
            MovementTerm.TRANSFERRED_OUT,
            MovementTerm.END);

    private static final Set<MovementTerm> ENDS = EnumSet.of(MovementTerm.START, MovementTerm.END);

    private final FiscalPeriod quarter;
    private final Amounts amounts;
    private final Movement movement;
    private final MovementLine all;
    private final TextTable statement;
    private final TextTable bySeller;

    /** @param quarter which is over */
    MovementPart(CrmSession session, OrganisationZone zone, FiscalPeriod quarter, Sellers sellers, Amounts amounts) {
        this.quarter = quarter;
        this.amounts = amounts;
        // what happens as the quarter begins has moved within it
        Instant from = zone.startOf(quarter.firstDay()).minus(1, ChronoUnit.MICROS);
        Instant to = zone.endOf(quarter.lastDay()).minus(1, ChronoUnit.MICROS);
        this.movement = session.track().movement(from, to);
        this.all = movement.total();
        this.statement = statement();
        this.bySeller = bySeller(sellers);
    }

    @Override
    public String title() {
        return "Movement in " + quarter.id() + amounts.note();
    }

    @Override
    public String words() {
        return statement.render() + "\n" + bySeller.render() + balance();
    }

    @Override
    public List<Section> sections() {
        Section section = Section.titled("Movement in " + quarter.id())
                .note("What became of the open deals from the first to the last day of the quarter. "
                        + balance().strip())
                .chart(waterfall("Open deals", "", flow -> BigDecimal.valueOf(flow.deals()), MovementTerm::movesDeals));
        boolean worth = all.flows().values().stream()
                .anyMatch(flow -> amounts.number(flow.amount()).signum() != 0);
        if (worth) {
            section = section.chart(waterfall(
                    "What the open deals are worth",
                    amounts.usual().getCode(),
                    flow -> amounts.number(flow.amount()),
                    term -> true));
        }
        return List.of(section.table("Movement in " + quarter.id() + amounts.note(), statement)
                .table("Deals of each seller in " + quarter.id(), bySeller));
    }

    private TextTable statement() {
        TextTable table = TextTable.of(text("Open deals"), number("Deals"), number("Amount"));
        for (MovementTerm term : MovementTerm.values()) {
            if (term == MovementTerm.END) {
                table.rule();
            }
            if (isTold(term)) {
                Flow flow = all.flow(term);
                // in brackets, since these deals are none that came or went
                String deals = Counts.of(flow.deals());
                table.row(label(term), term.movesDeals() ? deals : "(" + deals + ")", amounts.of(flow.amount()));
            }
        }
        return table;
    }

    /** Both ends always, the rest only where there is anything. */
    private boolean isTold(MovementTerm term) {
        return ENDS.contains(term) || !all.flow(term).isNone();
    }

    private static String label(MovementTerm term) {
        if (ENDS.contains(term)) {
            return term == MovementTerm.START ? "At the start" : "At the end";
        }
        return (term.sign() > 0 ? "+ " : "- ") + term.words();
    }

    private TextTable bySeller(Sellers sellers) {
        List<MovementTerm> terms = OF_SELLERS.stream()
                .filter(term -> isTold(term)
                        || term.isTransfer() && !movement.transfers().isEmpty())
                .toList();
        List<TextTable.Column> columns = new ArrayList<>(List.of(text("Seller")));
        terms.forEach(term -> columns.add(number(label(term))));
        TextTable table = TextTable.of(columns.toArray(TextTable.Column[]::new));
        movement.keys().stream()
                .map(Movement.Key::owner)
                .distinct()
                .sorted(Comparator.comparing(sellers::nameOf).thenComparing(UserId::text))
                .forEach(owner -> row(table, sellers.nameOf(owner), terms, movement.of(owner)));
        table.rule();
        row(table, "All", terms, all);
        return table;
    }

    private static void row(TextTable table, String name, List<MovementTerm> terms, MovementLine line) {
        List<String> cells = new ArrayList<>(List.of(name));
        terms.forEach(term -> cells.add(Counts.of(line.flow(term).deals())));
        table.row(cells.toArray(String[]::new));
    }

    /** Whether the statement balances, all together and for every seller. */
    private String balance() {
        boolean balances = all.residual().isNone()
                && movement.keys().stream()
                        .map(Movement.Key::owner)
                        .allMatch(owner -> movement.of(owner).residual().isNone());
        return balances
                ? "It balances for each seller and in all: nothing is left over.\n"
                : "It does not balance: " + amounts.of(all.residual().amount()) + " are left over.\n";
    }

    private Chart waterfall(
            String caption, String unit, Function<Flow, BigDecimal> value, Predicate<MovementTerm> told) {
        List<MovementTerm> steps = all.flows().keySet().stream()
                .filter(term -> !ENDS.contains(term) && isTold(term) && told.test(term))
                .toList();
        List<String> labels = new ArrayList<>(List.of("start"));
        steps.forEach(term -> labels.add(term.words()));
        labels.add("end");
        return Chart.waterfall(
                caption,
                unit,
                labels,
                value.apply(all.start()),
                steps.stream()
                        .map(term -> {
                            BigDecimal moved = value.apply(all.flow(term));
                            return term.sign() > 0 ? moved : moved.negate();
                        })
                        .toList());
    }
}
