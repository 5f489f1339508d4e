package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.CsvTable;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.storage.DuplicateKeyException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stores the rows of one table in batches. Each batch is one unit of work: it is stored whole, or not at all. A batch
 * with a row that the CRM refuses is stored in halves, until the row stands alone and can be blamed.
 */
final class Batches<R> {

    /** The most rows of one unit of work. */
    static final int SIZE = 500;

    /** A row that could be read. */
    private record Taken<R>(CsvRow csv, R row) {}

    private final CrmSession session;
    private final Step<R> step;
    private final LoadReport report;
    private final Progress progress;
    private final Map<Object, Taken<R>> seen = new HashMap<>();
    private final List<R> usable = new ArrayList<>();

    Batches(CrmSession session, Step<R> step, LoadReport report, Progress progress) {
        this.session = session;
        this.step = step;
        this.report = report;
        this.progress = progress;
    }

    /** Stores all rows of the table; gives those that were used, in their order. */
    List<R> store(CsvTable table) {
        report.begin(table);
        Progress.Work work = progress.begin(table.source().label(), "rows");
        List<Taken<R>> batch = new ArrayList<>();
        while (table.hasNext()) {
            CsvRow csv = table.next();
            report.take(csv, step::read).ifPresent(row -> add(new Taken<>(csv, row), batch));
            if (batch.size() == SIZE) {
                store(batch);
                batch.clear();
            }
            work.step();
        }
        store(batch);
        work.end();
        return usable;
    }

    private void add(Taken<R> taken, List<Taken<R>> batch) {
        Taken<R> earlier = seen.putIfAbsent(step.key(taken.row()), taken);
        if (earlier == null || earlier.row().equals(taken.row())) {
            batch.add(taken);
        } else {
            report.refused(
                    taken.csv(), "is about the same as line " + earlier.csv().line() + ", which says something else");
        }
    }

    private void store(List<Taken<R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<R> rows = batch.stream().map(Taken::row).toList();
        try {
            account(batch, session.compute(tx -> step.store(tx, rows)));
        } catch (RuleViolationsException | DuplicateKeyException | IllegalTransitionException refusal) {
            if (batch.size() == 1) {
                report.refused(batch.get(0).csv(), words(refusal));
            } else {
                store(batch.subList(0, batch.size() / 2));
                store(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }

    private void account(List<Taken<R>> batch, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            Taken<R> taken = batch.get(i);
            Outcome outcome = outcomes.get(i);
            switch (outcome.kind()) {
                case CREATED -> report.created(taken.csv());
                case UNCHANGED -> report.unchanged(taken.csv());
                case USED -> report.used(taken.csv());
                case REFUSED -> report.refused(taken.csv(), String.valueOf(outcome.words()));
            }
            if (outcome.kind() != Outcome.Kind.REFUSED) {
                note(taken, outcome);
                usable.add(taken.row());
            }
        }
    }

    private void note(Taken<R> taken, Outcome outcome) {
        step.unkept(taken.row()).forEach(field -> report.unkept(taken.csv(), field));
        step.notes(taken.row()).forEach(note -> report.noted(taken.csv(), note));
        if (outcome.words() != null) {
            report.noted(taken.csv(), outcome.words());
        }
    }

    /** What the CRM says, without the place in the batch. */
    private static String words(CrmException refusal) {
        if (refusal instanceof RuleViolationsException rules) {
            return rules.violations().stream()
                    .map(violation -> violation.toString().replaceFirst("^\\w*\\[\\d+]\\.?:?\\s*", ""))
                    .collect(Collectors.joining("; "));
        }
        return String.valueOf(refusal.getMessage());
    }
}
