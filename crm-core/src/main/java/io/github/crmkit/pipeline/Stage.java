package io.github.crmkit.pipeline;

import io.github.crmkit.money.Percent;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline. A value of its {@link Pipeline}, which checks it; kept by its id while everything else about it
 * may be edited.
 *
 * @param id stays the same for the life of the stage
 * @param name 1 to {@value NewStage#MAX_NAME} characters (UTF-16 units), unique within the pipeline whatever the case
 * @param probability the default for deals that enter, from 0 % to 100 %
 * @param category where deals count in a forecast; closed only for won stages, omitted for lost ones
 * @param outcome what entering it makes of a deal
 * @param active whether deals may enter; those inside stay and may leave
 * @param labels the name in other languages, by BCP 47 language tag in canonical form and without extensions, ordered by
 *     tag; each as long as a name may be, at most {@value NewStage#MAX_LABELS}
 * @param rottingDays after how many calendar days without a move a deal in it counts as rotting, from 1 to
 *     {@value NewStage#MAX_ROTTING_DAYS}; absent where deals never rot, and for stages that are won or lost
 * @param questions what a seller should be able to answer before a deal leaves it, in order; at most
 *     {@value NewStage#MAX_QUESTIONS}
 * @param required what has to be known of a deal before it leaves for a later stage or is won, in the order of the constants;
 *     none for stages that are won or lost
 */
public record Stage(
        StageId id,
        String name,
        Percent probability,
        ForecastCategory category,
        Outcome outcome,
        boolean active,
        Map<String, String> labels,
        @Nullable Integer rottingDays,
        List<ExitQuestion> questions,
        Set<Fact> required) {

    /** What a stage can require to be known of a deal; the deal says what that means. */
    public enum Fact {
        /** Who buys, as an account. */
        ACCOUNT,
        /** A person to talk to. */
        CONTACT,
        /** Who makes the decision on the customer's side. */
        PRIMARY_DECIDER,
        /** What it is worth. */
        AMOUNT,
        /** The day it is expected to be decided. */
        CLOSE_DATE,
        /** What is to be done next. */
        NEXT_STEP,
        /** What is to be sold, line by line. */
        LINES,
        /** Whom we are up against. */
        COMPETITOR,
        /** Who is credited with the revenue. */
        REVENUE_SPLITS
    }

    public Stage {
        labels = Labels.sorted(labels);
        questions = List.copyOf(questions);
        required = inOrder(required);
    }

    /** The stage with this identity that is what was asked for. */
    public static Stage of(StageId id, NewStage asked) {
        return new Stage(
                id,
                asked.name(),
                asked.probability(),
                asked.category(),
                asked.outcome(),
                asked.active(),
                asked.labels(),
                asked.rottingDays(),
                asked.questions(),
                asked.required());
    }

    /** Everything about it but its identity. */
    public NewStage definition() {
        return new NewStage(name, probability, category, outcome, active, labels, rottingDays, questions, required);
    }

    /** The facts in the order of their constants, so that equal ones are stored alike; nobody can change them. */
    static Set<Fact> inOrder(Set<Fact> facts) {
        Set<Fact> ordered = EnumSet.noneOf(Fact.class);
        ordered.addAll(facts);
        return Collections.unmodifiableSet(ordered);
    }

    /** Whether deals in it are still to be decided. */
    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    /** The name for a reader of this locale: its label in it, else in its language, else {@link #name}. */
    public String label(Locale reader) {
        return Labels.find(labels, reader, name);
    }

    /** After how many calendar days without a move a deal in it counts as rotting; empty for never. */
    public OptionalInt rottingAfter() {
        return rottingDays == null ? OptionalInt.empty() : OptionalInt.of(rottingDays);
    }
}
