package io.github.crmkit.pipeline;

import io.github.crmkit.money.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stage is to be, whatever its identity. Part of {@link DefinePipeline} and of
 * {@link PipelineService.RedefinePipeline}, which check it.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units)
 * @param probability the default for deals that enter, from 0 % to 100 %
 * @param category where deals count in a forecast
 * @param outcome what entering it makes of a deal
 * @param active whether deals may enter
 * @param labels the name in other languages, as {@link Stage#labels}
 * @param rottingDays after how many calendar days a deal rots in it, as {@link Stage#rottingDays}
 * @param questions what is asked before a deal leaves it, as {@link Stage#questions}
 * @param required what has to be known before a deal leaves it, as {@link Stage#required}
 */
public record NewStage(
        String name,
        Percent probability,
        ForecastCategory category,
        Outcome outcome,
        boolean active,
        Map<String, String> labels,
        @Nullable Integer rottingDays,
        List<ExitQuestion> questions,
        Set<Stage.Fact> required) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /** The most languages, besides the one of the name. */
    public static final int MAX_LABELS = 20;

    /** The most questions of a stage. */
    public static final int MAX_QUESTIONS = 20;

    /** The longest time until a deal rots, in calendar days, inclusive. */
    public static final int MAX_ROTTING_DAYS = 3650;

    public NewStage {
        labels = Labels.sorted(labels);
        questions = List.copyOf(questions);
        required = Stage.inOrder(required);
    }

    /** A stage in which deals are still to be decided. */
    public static NewStage open(String name, Percent probability, ForecastCategory category) {
        return plain(name, probability, category, Outcome.OPEN);
    }

    /** A stage that wins a deal: 100 %, counted as closed. */
    public static NewStage won(String name) {
        return plain(name, Percent.HUNDRED, ForecastCategory.CLOSED, Outcome.WON);
    }

    /** A stage that loses a deal: 0 %, in no forecast. */
    public static NewStage lost(String name) {
        return plain(name, Percent.ZERO, ForecastCategory.OMITTED, Outcome.LOST);
    }

    private static NewStage plain(String name, Percent probability, ForecastCategory category, Outcome outcome) {
        return new NewStage(name, probability, category, outcome, true, Map.of(), null, List.of(), Set.of());
    }

    /** The same, switched off: no deal may enter. */
    public NewStage inactive() {
        return new NewStage(name, probability, category, outcome, false, labels, rottingDays, questions, required);
    }

    /** The same, switched on: deals may enter. */
    public NewStage reactivated() {
        return new NewStage(name, probability, category, outcome, true, labels, rottingDays, questions, required);
    }

    /** Of this name. */
    public NewStage name(String text) {
        return new NewStage(text, probability, category, outcome, active, labels, rottingDays, questions, required);
    }

    /** With this default for deals that enter. */
    public NewStage probability(Percent percent) {
        return new NewStage(name, percent, category, outcome, active, labels, rottingDays, questions, required);
    }

    /** With this place in a forecast. */
    public NewStage category(ForecastCategory place) {
        return new NewStage(name, probability, place, outcome, active, labels, rottingDays, questions, required);
    }

    /** With its name in these other languages and in no more. */
    public NewStage labels(Map<String, String> all) {
        return new NewStage(name, probability, category, outcome, active, all, rottingDays, questions, required);
    }

    /** With these questions and no more. */
    public NewStage questions(List<ExitQuestion> all) {
        return new NewStage(name, probability, category, outcome, active, labels, rottingDays, all, required);
    }

    /** With its name in another language; takes the place of an earlier one in that language. */
    public NewStage label(String tag, String translated) {
        return new NewStage(
                name,
                probability,
                category,
                outcome,
                active,
                Labels.with(labels, tag, translated),
                rottingDays,
                questions,
                required);
    }

    /** In which a deal rots that did not move for this many calendar days; null for never. */
    public NewStage rottingAfter(@Nullable Integer days) {
        return new NewStage(name, probability, category, outcome, active, labels, days, questions, required);
    }

    /** With one more question to be answered before a deal leaves, behind the others. */
    public NewStage asking(String key, String text) {
        return asking(ExitQuestion.of(key, text));
    }

    /** With one more question to be answered before a deal leaves, behind the others. */
    public NewStage asking(ExitQuestion next) {
        List<ExitQuestion> more = new ArrayList<>(questions);
        more.add(next);
        return new NewStage(name, probability, category, outcome, active, labels, rottingDays, more, required);
    }

    /** With exactly these facts to be known before a deal leaves. */
    public NewStage requiring(Stage.Fact... facts) {
        return new NewStage(
                name, probability, category, outcome, active, labels, rottingDays, questions, Set.of(facts));
    }
}
