package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question that a seller should be able to answer before a deal leaves a stage. A value of its {@link Stage}; what is
 * answered is kept by its key while the words may be edited. As long as a required one is open, the deal goes on to no later
 * stage and is not won by hand; it may go back, or be lost.
 *
 * @param key stays the same for the life of the question: words of a to z and 0 to 9 joined by hyphens, 1 to
 *     {@value #MAX_KEY} characters, unique within the stage
 * @param text 1 to {@value #MAX_TEXT} characters (UTF-16 units)
 * @param labels the text in other languages, by BCP 47 language tag in canonical form, ordered by tag; at most
 *     {@value NewStage#MAX_LABELS}
 * @param required whether a deal is held back until it is answered; others are only shown
 */
public record ExitQuestion(String key, String text, Map<String, String> labels, boolean required) {

    /** The longest key, in characters, inclusive. */
    public static final int MAX_KEY = 50;

    /** The longest text, in UTF-16 units, inclusive. */
    public static final int MAX_TEXT = 300;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** What is wrong with it is found with its stage. */
    public ExitQuestion {
        labels = Labels.sorted(labels);
    }

    /** A required question in one language. */
    public static ExitQuestion of(String key, String text) {
        return new ExitQuestion(key, text, Map.of(), true);
    }

    /** The same, that holds no deal back. */
    public ExitQuestion optional() {
        return new ExitQuestion(key, text, labels, false);
    }

    /** With its text in another language; takes the place of an earlier one in that language. */
    public ExitQuestion label(String tag, String translated) {
        return new ExitQuestion(key, text, Labels.with(labels, tag, translated), required);
    }

    /** The text for a reader of this locale: its label in it, else in its language, else {@link #text}. */
    public String label(Locale reader) {
        return Labels.find(labels, reader, text);
    }

    static void check(List<ExitQuestion> questions, String path, Violations problems) {
        problems.require(
                questions.size() <= NewStage.MAX_QUESTIONS,
                path,
                "too-many-questions",
                "must be at most " + NewStage.MAX_QUESTIONS + " questions");
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            ExitQuestion question = questions.get(i);
            String place = path + "[" + i + "]";
            question.check(place, problems);
            problems.require(
                    keys.add(question.key),
                    place + ".key",
                    "question-key-taken",
                    "must differ from the keys of the stage's other questions");
        }
    }

    private void check(String path, Violations problems) {
        problems.require(
                key != null && key.length() <= MAX_KEY && KEY.matcher(key).matches(),
                path + ".key",
                "question-key",
                "must be words of a to z and 0 to 9 joined by hyphens, of 1 to " + MAX_KEY + " characters");
        problems.require(
                Labels.isPlain(text, MAX_TEXT),
                path + ".text",
                "plain-text",
                "must be plain text of 1 to " + MAX_TEXT + " characters");
        Labels.check(labels, MAX_TEXT, path + ".labels", problems);
    }
}
