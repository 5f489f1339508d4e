package io.github.crmkit.examples.review;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Counts;
import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.page.Chart;
import io.github.crmkit.examples.page.Section;
import io.github.crmkit.insight.CycleLength;
import io.github.crmkit.insight.Funnel;
import io.github.crmkit.insight.Rate;
import io.github.crmkit.insight.Slice;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The funnel of the default pipeline: how far its deals came, and how long they took. */
final class FunnelPart implements Part {

    private static final String WON = "Won";

    private final Funnel funnel;
    private final CycleLength cycle;
    private final TextTable table = TextTable.of(
            text("Stage"),
            number("Reached"),
            number("Passed by"),
            number("Still open"),
            number("From before"),
            number("From the first"));

    FunnelPart(CrmSession session) {
        this.funnel =
                session.insight().funnel(session.pipelines().installDefault().id(), Slice.everything());
        this.cycle = session.insight().cycleLength(DateRange.always(), Slice.everything());
        for (int i = 0; i < funnel.steps().size(); i++) {
            Funnel.Step step = funnel.steps().get(i);
            row(step.stage().name(), step.reached(), Counts.of(step.passed()), Counts.of(step.open()), i);
        }
        row(WON, funnel.won(), Amounts.NOTHING, Amounts.NOTHING, funnel.steps().size());
    }

    @Override
    public String title() {
        return "Funnel";
    }

    @Override
    public String words() {
        return table.render() + reading() + length();
    }

    @Override
    public List<Section> sections() {
        List<String> labels = new ArrayList<>();
        List<BigDecimal> reached = new ArrayList<>();
        for (Funnel.Step step : funnel.steps()) {
            labels.add(step.stage().name());
            reached.add(BigDecimal.valueOf(step.reached()));
        }
        labels.add(WON);
        reached.add(BigDecimal.valueOf(funnel.won()));
        return List.of(Section.titled(title())
                .note(reading().strip())
                .note(length().strip())
                .chart(Chart.of(Chart.Kind.BARS, "Deals that came as far as this", "", labels)
                        .with("Deals", reached))
                .table("Funnel", table));
    }

    private void row(String stage, long reached, String passed, String open, int step) {
        table.row(
                stage,
                Counts.of(reached),
                passed,
                open,
                funnel.fromBefore(step).flatMap(FunnelPart::percent).orElse(Amounts.NOTHING),
                step == 0 ? Amounts.NOTHING : percent(funnel.fromFirst(step)).orElse(Amounts.NOTHING));
    }

    /** Too few cases are marked. */
    private static Optional<String> percent(Rate rate) {
        return rate.percent().map(percent -> Amounts.percent(percent) + (rate.isSufficient() ? "" : " *"));
    }

    private String reading() {
        String unplaced = funnel.unplaced() == 0
                ? ""
                : "%s came in lost, from a stage that nobody knows.\n".formatted(Counts.of(funnel.unplaced()));
        return "A won deal reached every stage; one that it did not visit it passed by.\n" + unplaced
                + "Open deals are in no rate beyond where they stand. A star marks rates of too few deals.\n";
    }

    private String length() {
        return "Days from opening to decision: won: %s; lost: %s.\n"
                .formatted(cycle.won().explain(), cycle.lost().explain());
    }
}
