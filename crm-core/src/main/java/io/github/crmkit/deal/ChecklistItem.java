package io.github.crmkit.deal;

import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.StageId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question of a stage and what a deal has to say to it.
 *
 * @param stage the stage that asks
 * @param answer who answered what and when; absent where nobody did
 */
public record ChecklistItem(
        StageId stage, ExitQuestion question, @Nullable Answer answer) {

    /** What was answered, where anything was. */
    public Optional<Answer> answered() {
        return Optional.ofNullable(answer);
    }

    /** Whether it holds the deal back: required and not answered. */
    public boolean isOpen() {
        return question.required() && answer == null;
    }
}
