package io.github.crmkit.track.contract;

import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.track.MovementBetween;
import io.github.crmkit.track.PipelineNow;
import io.github.crmkit.track.PipelineThen;
import io.github.crmkit.track.Viewpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random questions, at and right beside the moments and days of a population. */
final class Questions {

    private final Random random;
    private final List<Opportunity> deals;

    Questions(Random random, List<Opportunity> deals) {
        this.random = random;
        this.deals = deals;
    }

    PipelineNow now() {
        return new PipelineNow(random.nextBoolean() ? Criteria.all() : filter());
    }

    PipelineThen then() {
        return new PipelineThen(new Viewpoint(moment(), known()));
    }

    MovementBetween movement() {
        Instant one = moment();
        Instant other = moment();
        boolean inOrder = one.isBefore(other);
        return new MovementBetween(inOrder ? one : other, inOrder ? other : one, known(), due());
    }

    /** Everything half of the time, else some of what a policy could say. */
    Criteria<Opportunity> visible() {
        return random.nextBoolean() ? Criteria.all() : filter();
    }

    private Criteria<Opportunity> filter() {
        return switch (random.nextInt(7)) {
            case 0 -> OpportunityFields.OWNER.equalTo(Population.OWNERS.get(1));
            case 1 -> OpportunityFields.OWNER.in(Population.OWNERS.subList(1, 3));
            case 2 -> OpportunityFields.AMOUNT.greaterThan(BigDecimal.ONE).or(OpportunityFields.CLOSE_DATE.isNull());
            case 3 -> OpportunityFields.NAME.startsWith("Deal 1").not();
            case 4 -> OpportunityFields.OUTCOME.equalTo(Outcome.OPEN).and(OpportunityFields.CURRENCY.equalTo("EUR"));
            case 5 -> oneDeal();
            default -> Criteria.none();
        };
    }

    private Criteria<Opportunity> oneDeal() {
        return deals.isEmpty()
                ? Criteria.none()
                : OpportunityFields.REFERENCE
                        .isNull()
                        .and(OpportunityFields.NAME.equalTo(
                                deals.get(random.nextInt(deals.size())).name()));
    }

    private @Nullable Instant known() {
        return random.nextBoolean() ? null : moment();
    }

    private Instant moment() {
        Instant moment = Population.MOMENTS.get(random.nextInt(Population.MOMENTS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> moment.minusNanos(1_000);
            case 1 -> moment.plusSeconds(3_600);
            default -> moment;
        };
    }

    private @Nullable DateRange due() {
        LocalDate day = Population.DAYS.get(random.nextInt(Population.DAYS.size()));
        return switch (random.nextInt(8)) {
            case 0 -> DateRange.always();
            case 1 -> DateRange.startingOn(day);
            case 2 -> DateRange.validThrough(day);
            case 3 -> DateRange.ofDay(day);
            case 4 -> DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
            default -> null;
        };
    }
}
