package io.github.crmkit.command;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks commands against their declared constraints and their own rules, and refuses with everything at once.
 *
 * <p>Messages are in English, contain no given value, and are interpolated without an expression language. One instance
 * serves all threads.
 */
public final class CommandCheck {

    /** The most commands that are checked and run as one batch. */
    public static final int MAX_BATCH = 10_000;

    private final Validator validator;

    public CommandCheck() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
                .buildValidatorFactory()) {
            this.validator = factory.getValidator();
        }
    }

    /** Everything that is wrong with the command, ordered by path; empty when nothing is. */
    public Violations inspect(Command command) {
        Violations problems = new Violations();
        validator.validate(command).stream()
                .sorted(Comparator.comparing((ConstraintViolation<Command> v) ->
                                v.getPropertyPath().toString())
                        .thenComparing(CommandCheck::codeOf))
                .forEach(v -> problems.add(v.getPropertyPath().toString(), codeOf(v), v.getMessage()));
        command.check(problems);
        return problems;
    }

    /** Everything that is wrong with any of these commands; paths begin with {@code list[i]}. */
    public Violations inspectAll(String list, List<? extends Command> commands) {
        Violations problems = new Violations();
        for (int i = 0; i < commands.size(); i++) {
            String place = list + "[" + i + "]";
            problems.addAll(inspect(commands.get(i)).list().stream()
                    .map(v -> v.under(place))
                    .toList());
        }
        return problems;
    }

    /**
     * Everything that is wrong with a batch, with paths such as {@code [3].company}; empty when nothing is.
     *
     * @throws LimitExceededException for more than {@value #MAX_BATCH} commands
     */
    public Violations inspectAll(List<? extends Command> commands) {
        if (commands.size() > MAX_BATCH) {
            throw new LimitExceededException("number of commands in a batch", MAX_BATCH);
        }
        return inspectAll("", commands);
    }

    /**
     * Refuses a command that breaks a rule.
     *
     * @throws RuleViolationsException with every violation
     */
    public void require(Command command) {
        Violations problems = inspect(command);
        if (!problems.isEmpty()) {
            problems.throwIfAny(kebab(command.getClass().getSimpleName()).replace('-', ' '));
        }
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        return kebab(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
