package io.github.crmkit.track;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.track.ImportHistory.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns rows of old history into standings within one unit of work; looks deals, pipelines and accounts up once for all. */
final class HistoryImport {

    /** The most ids of one look-up. */
    private static final int CHUNK = 1_000;

    private final Work work;
    private final Map<OpportunityId, Instant> latest = new HashMap<>();
    private Map<OpportunityId, Opportunity> deals = Map.of();
    private Map<PipelineId, Pipeline> pipelines = Map.of();

    HistoryImport(Work work) {
        this.work = work;
    }

    /** @param problems what is wrong with the rows already */
    List<Standing> add(List<Row> rows, Violations problems) {
        look(rows);
        List<Optional<Stage>> stages = new ArrayList<>();
        Map<OpportunityId, Instant> before = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String path = "[" + i + "].";
            stages.add(stageOf(rows.get(i), path, problems));
            checkTime(rows.get(i), before, path, problems);
        }
        problems.throwIfAny("import of history");
        List<Standing> added = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            added.add(standing(rows.get(i), stages.get(i).orElseThrow()));
        }
        if (!added.isEmpty()) {
            work.addTraces(Standing.TYPE, added);
        }
        return List.copyOf(added);
    }

    private void look(List<Row> rows) {
        deals = found(Opportunities.TYPE, rows.stream().map(Row::deal).toList());
        deals.values().forEach(deal -> work.requireAllowed(Opportunities.TYPE, Action.IMPORT_HISTORY, deal));
        List<AccountId> buyers =
                rows.stream().map(Row::account).filter(Objects::nonNull).toList();
        found(Accounts.TYPE, buyers);
        pipelines = found(
                Pipelines.TYPE,
                deals.values().stream().map(deal -> deal.position().pipeline()).toList());
        List<OpportunityId> changed = new ArrayList<>();
        deals.forEach((id, deal) -> {
            if (deal.stamp().version() == 1) {
                latest.put(id, begun(deal)); // nothing is known of it but how it came in: no row needs to be read
            } else {
                changed.add(id);
            }
        });
        for (List<OpportunityId> some : chunks(changed)) {
            work.traces(Standing.TYPE, Standing.DEAL.in(some), Standing.inOrder())
                    .forEach(row -> latest.put(row.deal(), row.effective()));
        }
    }

    /** From when on a deal stood as it came in: its first row in its history. */
    private static Instant begun(Opportunity deal) {
        Instant entered = deal.position().enteredAt();
        Instant created = deal.stamp().createdAt();
        return entered.isBefore(created) ? entered : created;
    }

    private <T, I extends Id> Map<I, T> found(EntityType<T, I> type, Collection<I> ids) {
        List<I> wanted = ids.stream().distinct().toList();
        Map<I, T> found = new LinkedHashMap<>();
        for (List<I> some : chunks(wanted)) {
            work.repository(type).findAll(some).forEach(one -> found.put(type.idOf(one), one));
        }
        for (I id : wanted) {
            if (!found.containsKey(id)) {
                throw new NotFoundException(type.refTo(id));
            }
        }
        return found;
    }

    private static <I> List<List<I>> chunks(Collection<I> ids) {
        List<I> all = List.copyOf(ids);
        List<List<I>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private Opportunity dealOf(Row row) {
        return Objects.requireNonNull(deals.get(row.deal()));
    }

    private Optional<Stage> stageOf(Row row, String path, Violations problems) {
        Pipeline pipeline =
                Objects.requireNonNull(pipelines.get(dealOf(row).position().pipeline()));
        Optional<Stage> stage = row.stage().in(pipeline);
        problems.require(stage.isPresent(), path + "stage", "unknown-stage", "must be a stage of the deal's pipeline");
        ForecastCategory category = row.category();
        problems.require(
                category == null
                        || stage.map(Stage::outcome)
                                .filter(o -> !category.fits(o))
                                .isEmpty(),
                path + "category",
                "stage-category",
                "must be closed or omitted for a won stage, omitted for a lost one, and not closed for an open one");
        return stage;
    }

    private void checkTime(Row row, Map<OpportunityId, Instant> before, String path, Violations problems) {
        Instant effective = effectiveOf(row);
        Instant previous = before.put(row.deal(), effective);
        problems.require(
                previous == null || effective.isAfter(previous),
                path + "effective",
                "history-order",
                "must be after the row before of the same deal");
        if (effective.isAfter(work.now())) {
            problems.add(path + "effective", "history-future", "must not be in the future");
            return;
        }
        Instant last = latest.get(row.deal());
        problems.require(
                last == null || effective.isBefore(last),
                path + "effective",
                "history-after-current",
                "must be before the latest change of the deal");
    }

    private Standing standing(Row row, Stage stage) {
        Opportunity deal = dealOf(row);
        Percent probability = row.probability();
        ForecastCategory category = row.category();
        UserId owner = row.owner();
        AccountId account = row.account();
        Standing.State state = new Standing.State(
                deal.position().pipeline(),
                stage.id(),
                stage.outcome(),
                category == null ? stage.category() : category,
                probability == null ? stage.probability() : probability,
                row.amount(),
                row.closeDate(),
                owner == null ? deal.owner() : owner,
                account == null ? deal.customer().account() : account);
        return new Standing(
                new StandingId(work.newId()),
                deal.id(),
                effectiveOf(row),
                work.now(),
                deal.stamp().version(),
                work.caller().user(),
                state,
                false);
    }

    private static Instant effectiveOf(Row row) {
        return row.effective().truncatedTo(ChronoUnit.MICROS);
    }
}
