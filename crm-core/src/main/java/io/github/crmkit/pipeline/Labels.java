package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One text in several languages: texts by BCP 47 language tag, ordered by tag so that equal ones are stored alike. */
final class Labels {

    private static final ResourceBundle.Control FALLBACK =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_DEFAULT);

    private Labels() {}

    /** The same texts in the order of their tags; nobody can change them. */
    static SortedMap<String, String> sorted(Map<String, String> labels) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The same texts and one more, which takes the place of an earlier one in that language. */
    static SortedMap<String, String> with(Map<String, String> labels, String tag, String text) {
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(tag, text);
        return more;
    }

    /** The text for a reader of this locale: in it, in its language, or the one that has no language. */
    static String find(Map<String, String> labels, Locale reader, String otherwise) {
        for (Locale candidate : FALLBACK.getCandidateLocales("", reader)) {
            String label = labels.get(candidate.toLanguageTag());
            if (label != null) {
                return label;
            }
        }
        return otherwise;
    }

    static void check(Map<String, String> labels, int max, String path, Violations problems) {
        problems.require(
                labels.size() <= NewStage.MAX_LABELS,
                path,
                "too-many-labels",
                "must be in at most " + NewStage.MAX_LABELS + " languages");
        // A tag is named in a path only once it is known to be one: it came from a user.
        problems.require(
                labels.keySet().stream().allMatch(Labels::isTag),
                path,
                "language-tag",
                "must be kept by BCP 47 language tags in canonical form without extensions, such as th or zh-Hant");
        labels.forEach((tag, text) -> problems.require(
                !isTag(tag) || isPlain(text, max),
                path + "[" + tag + "]",
                "plain-text",
                "must be plain text of 1 to " + max + " characters"));
    }

    /** Callers from outside are not held by annotations. */
    static boolean isPlain(@Nullable String text, int max) {
        return text != null && PlainTextValidator.isPlain(text, max, false);
    }

    private static boolean isTag(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return !locale.getLanguage().isEmpty()
                    && !locale.hasExtensions()
                    && locale.toLanguageTag().equals(tag);
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }
}
