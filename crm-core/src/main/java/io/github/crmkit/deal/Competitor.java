package io.github.crmkit.deal;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.TextField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who wants to sell to the same customer. What is wrong with it is found with its {@link Dossier}.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), unique within the deal whatever the case
 * @param note what is known about their offer; absent where nothing is; at most {@value #MAX_NOTE} characters
 */
public record Competitor(String name, @Nullable String note) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /** The longest note, in UTF-16 units, inclusive. */
    public static final int MAX_NOTE = 500;

    public Competitor {
        name = DealRules.stripped(name);
        note = note == null ? null : note.strip();
    }

    /** Somebody of this name. */
    public static Competitor of(String name) {
        return new Competitor(name, null);
    }

    static void check(List<Competitor> competitors, String path, Violations problems) {
        DealRules.checkSize(competitors, Dossier.MAX_COMPETITORS, path, problems);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < competitors.size(); i++) {
            Competitor one = competitors.get(i);
            String place = path + "[" + i + "]";
            problems.plainText(one.name, MAX_NAME, place + ".name");
            problems.plainTextOrAbsent(one.note, MAX_NOTE, place + ".note");
            problems.require(
                    seen.add(TextField.fold(one.name)), place + ".name", "duplicate", "must not be given twice");
        }
    }

    /** The name, and the note behind it. */
    @Override
    public String toString() {
        return note == null ? name : name + " (" + note + ")";
    }
}
