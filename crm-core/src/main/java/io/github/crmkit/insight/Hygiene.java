package io.github.crmkit.insight;

import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.OrganisationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is amiss with open deals on a day. Age is measured from the entry into the stage or the last real activity,
 * whichever is later, never from creation.
 *
 * @param today the day, in the organisation's zone
 * @param zone where the organisation counts its days
 * @param quietDays after how many calendar days without activity a deal counts as neglected: 14 allow 14, not 15; 1 or more
 * @param stages the stages that deals may be in, by id
 */
public record Hygiene(LocalDate today, OrganisationZone zone, int quietDays, Map<StageId, Stage> stages) {

    /** After how many days a deal counts as neglected unless said otherwise. */
    public static final int QUIET_DAYS = 14;

    /**
     * How many findings there are.
     *
     * @param deals how many open deals were looked at
     * @param concerned how many of them have a finding at least
     * @param findings how many findings of each kind, those without any included
     */
    public record Summary(long deals, long concerned, Map<Finding.Kind, Long> findings) {

        public Summary {
            Map<Finding.Kind, Long> inOrder = new EnumMap<>(Finding.Kind.class);
            inOrder.putAll(findings);
            findings = Collections.unmodifiableMap(inOrder);
        }

        /** How many of this kind. */
        public long of(Finding.Kind kind) {
            return findings.getOrDefault(kind, 0L);
        }
    }

    /** @throws IllegalArgumentException for fewer than 1 quiet day */
    public Hygiene {
        if (quietDays < 1) {
            throw new IllegalArgumentException("a deal may be quiet for a day at least");
        }
        stages = Map.copyOf(stages);
    }

    /** On a day, for the deals of these pipelines. */
    public static Hygiene on(LocalDate today, OrganisationZone zone, int quietDays, Collection<Pipeline> pipelines) {
        Map<StageId, Stage> stages = new HashMap<>();
        for (Pipeline pipeline : pipelines) {
            pipeline.stages().forEach(stage -> stages.put(stage.id(), stage));
        }
        return new Hygiene(today, zone, quietDays, stages);
    }

    /**
     * Everything that is amiss with a deal, in the order of the kinds; nothing with a closed one.
     *
     * @param lastActivity when somebody last did something about it; absent where nobody did
     */
    public List<Finding> inspect(Opportunity deal, @Nullable Instant lastActivity) {
        List<Finding> found = new ArrayList<>();
        if (deal.isOpen()) {
            for (Finding.Kind kind : Finding.Kind.values()) {
                add(kind, deal, lastActivity, found);
            }
        }
        return List.copyOf(found);
    }

    private void add(Finding.Kind kind, Opportunity deal, @Nullable Instant lastActivity, List<Finding> found) {
        Stage stage = stages.get(deal.stage());
        Integer rottingDays = stage == null ? null : stage.rottingDays();
        long quiet = quietSince(deal, lastActivity);
        LocalDate due = deal.expectation().closeDate();
        boolean amiss = switch (kind) {
            case PAST_CLOSE_DATE -> due != null && due.isBefore(today);
            case NO_ACTIVITY -> quiet > quietDays && daysSince(deal.stamp().createdAt()) > quietDays;
            case NO_AMOUNT -> deal.amount().isEmpty();
            case NO_NEXT_STEP -> deal.dossier().toDo().isEmpty();
            case STUCK -> rottingDays != null && quiet > rottingDays;
            case STAGE_INACTIVE -> stage != null && !stage.active();
        };
        if (amiss) {
            Long since = switch (kind) {
                case PAST_CLOSE_DATE -> due == null ? null : ChronoUnit.DAYS.between(due, today);
                case NO_ACTIVITY -> Math.min(quiet, daysSince(deal.stamp().createdAt()));
                case STUCK -> quiet;
                case NO_AMOUNT, NO_NEXT_STEP, STAGE_INACTIVE -> null;
            };
            found.add(new Finding(deal.id(), kind, since));
        }
    }

    /** Days since the deal entered its stage, or somebody did something about it. */
    private long quietSince(Opportunity deal, @Nullable Instant lastActivity) {
        long entered = daysSince(deal.position().enteredAt());
        return lastActivity == null ? entered : Math.min(entered, daysSince(lastActivity));
    }

    private long daysSince(Instant at) {
        return ChronoUnit.DAYS.between(zone.dateOf(at), today);
    }

    /**
     * Selects the deals that have a finding of this kind where {@link #isExact}, else all that may have one: what the last
     * activity says is not stored with a deal.
     */
    public Criteria<Opportunity> candidates(Finding.Kind kind) {
        return switch (kind) {
            case PAST_CLOSE_DATE -> Opportunities.overdueOn(today);
            case NO_ACTIVITY ->
                Opportunities.open()
                        .and(OpportunityFields.CREATED_AT.lessThan(quietFrom(quietDays)))
                        .and(OpportunityFields.ENTERED_AT.lessThan(quietFrom(quietDays)));
            case NO_AMOUNT -> Opportunities.open().and(OpportunityFields.AMOUNT.isNull());
            case NO_NEXT_STEP -> Opportunities.open().and(OpportunityFields.NEXT_STEP.isNull());
            case STUCK -> Opportunities.open().and(rotting());
            case STAGE_INACTIVE ->
                Opportunities.open()
                        .and(OpportunityFields.STAGE.in(inOrder()
                                .filter(stage -> !stage.active())
                                .map(Stage::id)
                                .toList()));
        };
    }

    /** Whether the candidates of this kind are exactly the deals that have a finding of it. */
    public static boolean isExact(Finding.Kind kind) {
        return kind != Finding.Kind.NO_ACTIVITY && kind != Finding.Kind.STUCK;
    }

    private Criteria<Opportunity> rotting() {
        Map<Integer, List<StageId>> byDays = new TreeMap<>();
        inOrder()
                .filter(stage -> stage.rottingDays() != null)
                .forEach(stage -> byDays.computeIfAbsent(stage.rottingDays(), days -> new ArrayList<>())
                        .add(stage.id()));
        Criteria<Opportunity> any = Criteria.none();
        for (Map.Entry<Integer, List<StageId>> same : byDays.entrySet()) {
            any = any.or(OpportunityFields.STAGE
                    .in(same.getValue())
                    .and(OpportunityFields.ENTERED_AT.lessThan(quietFrom(same.getKey()))));
        }
        return any;
    }

    /** The same filter in the same words every time: cursors hold on to them. */
    private Stream<Stage> inOrder() {
        return stages.values().stream()
                .sorted(Comparator.comparing(stage -> stage.id().text()));
    }

    /** What happened before this moment is more than so many days ago. */
    private Instant quietFrom(int days) {
        return zone.startOf(today.minusDays(days));
    }

    /** Counts findings, one deal after another. */
    static final class Tally {

        private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
        private long deals;
        private long concerned;

        Tally() {
            for (Finding.Kind kind : Finding.Kind.values()) {
                counts.put(kind, 0L);
            }
        }

        void add(List<Finding> found) {
            deals++;
            concerned += found.isEmpty() ? 0 : 1;
            found.forEach(finding -> counts.merge(finding.kind(), 1L, Long::sum));
        }

        Summary summary() {
            return new Summary(deals, concerned, counts);
        }
    }
}
