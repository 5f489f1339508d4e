package io.github.crmkit.deal;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.StageId;
import java.time.Instant;

/**
 * What was found out about a question of a stage. A later answer takes the place of an earlier one; history keeps both.
 *
 * @param question the key of the {@link ExitQuestion}
 * @param stage the stage that asks it
 * @param text 1 to {@value #MAX_TEXT} characters (UTF-16 units), line breaks allowed
 * @param by who answered
 * @param at when, in microseconds
 */
public record Answer(String question, StageId stage, String text, UserId by, Instant at) {

    /** The longest text, in UTF-16 units, inclusive. */
    public static final int MAX_TEXT = 1_000;

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} */
    public Answer {
        text = DealRules.stripped(text);
        Violations problems = new Violations();
        problems.plainText(question, ExitQuestion.MAX_KEY, "question");
        checkText(text, "text", problems);
        problems.throwIfAny("answer");
    }

    /** Notes {@code plain-text} at the path for a text that no answer can have. */
    public static void checkText(String text, String path, Violations problems) {
        problems.require(
                PlainTextValidator.isPlain(text, MAX_TEXT, true),
                path,
                "plain-text",
                "must be plain text of 1 to " + MAX_TEXT + " characters");
    }

    /** Whether it answers this question of this stage. */
    public boolean answers(StageId asking, String key) {
        return stage.equals(asking) && question.equals(key);
    }

    /** The key and the text. */
    @Override
    public String toString() {
        return question + ": " + text;
    }
}
