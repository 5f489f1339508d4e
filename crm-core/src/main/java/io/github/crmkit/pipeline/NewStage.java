package io.github.crmkit.pipeline;

import io.github.crmkit.money.Percent;

/**
 * What a stage is to be, before it has an identity. Part of {@link DefinePipeline}, which checks it.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units)
 * @param probability the default for deals that enter, from 0 % to 100 %
 * @param category where deals count in a forecast
 * @param outcome what entering it makes of a deal
 * @param active whether deals may enter
 */
public record NewStage(String name, Percent probability, ForecastCategory category, Outcome outcome, boolean active) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /** A stage in which deals are still to be decided. */
    public static NewStage open(String name, Percent probability, ForecastCategory category) {
        return new NewStage(name, probability, category, Outcome.OPEN, true);
    }

    /** A stage that wins a deal: 100 %, counted as closed. */
    public static NewStage won(String name) {
        return new NewStage(name, Percent.HUNDRED, ForecastCategory.CLOSED, Outcome.WON, true);
    }

    /** A stage that loses a deal: 0 %, in no forecast. */
    public static NewStage lost(String name) {
        return new NewStage(name, Percent.ZERO, ForecastCategory.OMITTED, Outcome.LOST, true);
    }

    /** The same, switched off: no deal may enter. */
    public NewStage inactive() {
        return new NewStage(name, probability, category, outcome, false);
    }
}
