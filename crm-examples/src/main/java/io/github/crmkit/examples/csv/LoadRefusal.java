package io.github.crmkit.examples.csv;

import io.github.crmkit.examples.console.Shown;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder or a mapping that cannot be loaded at all, with everything that is wrong with it. The message is one line
 * without control characters, fit for a terminal.
 */
public final class LoadRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Refuses the subject, a file or a folder, for these reasons; at least one. */
    public LoadRefusal(String subject, List<String> problems) {
        super(Shown.line(subject + ": " + String.join("; ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** Refuses the file or folder for this reason. */
    public LoadRefusal(Path subject, String problem) {
        this(subject.toString(), List.of(problem));
    }

    /** What is wrong, each in one clause, in the order of the file; at least one. */
    public List<String> problems() {
        return problems;
    }
}
