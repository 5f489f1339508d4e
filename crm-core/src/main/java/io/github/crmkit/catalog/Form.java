package io.github.crmkit.catalog;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a product is made like. Which of the four it is holds for life. */
public sealed interface Form permits Form.Simple, Form.Model, Form.Variant, Bundle {

    /** The most axes of a model. */
    int MAX_AXES = 5;

    /** The longest name of an axis, in UTF-16 units, inclusive. */
    int MAX_AXIS = 40;

    /** The longest value on an axis, in UTF-16 units, inclusive. */
    int MAX_VALUE = 100;

    /** Which of the four. */
    enum Kind {
        /** A thing by itself. */
        SIMPLE,
        /** What variants have in common. */
        MODEL,
        /** One of the things that a model comes as. */
        VARIANT,
        /** Several things sold as one. */
        BUNDLE
    }

    /** Which of the four this is. */
    Kind kind();

    /** A thing by itself. */
    record Simple() implements Form {

        @Override
        public Kind kind() {
            return Kind.SIMPLE;
        }
    }

    /**
     * What variants have in common. A model is not sold itself; its variants are.
     *
     * @param axes what the variants differ in, for example {@code colour} and {@code size}: 1 to {@value Form#MAX_AXES}
     *     distinct plain texts of at most {@value Form#MAX_AXIS} characters without an equals sign
     */
    record Model(List<String> axes) implements Form {

        /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the axes */
        public Model {
            axes = axes.stream().map(String::strip).toList();
            Violations problems = new Violations();
            problems.require(
                    !axes.isEmpty() && axes.size() <= MAX_AXES,
                    "axes",
                    "axes-number",
                    "must be 1 to " + MAX_AXES + " axes");
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < axes.size(); i++) {
                String path = "axes[" + i + "]";
                checkAxis(axes.get(i), path, problems);
                problems.require(seen.add(axes.get(i)), path, "axis-twice", "must differ from the other axes");
            }
            problems.throwIfAny("model");
        }

        @Override
        public Kind kind() {
            return Kind.MODEL;
        }
    }

    /**
     * One of the things that a model comes as. No two variants of a model have the same values.
     *
     * @param parent the model, for life
     * @param values by axis, in the order of the axes' names: one plain text of at most {@value Form#MAX_VALUE} characters
     *     for each axis of the model, kept without the spaces around it
     */
    record Variant(ProductId parent, Map<String, String> values) implements Form {

        /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the values */
        public Variant {
            Violations problems = new Violations();
            problems.require(
                    !values.isEmpty() && values.size() <= MAX_AXES,
                    "values",
                    "values-number",
                    "must be values on 1 to " + MAX_AXES + " axes");
            Map<String, String> sorted = new TreeMap<>();
            values.forEach((axis, value) -> {
                checkAxis(axis, "values", problems);
                problems.require(
                        PlainTextValidator.isPlain(value, MAX_VALUE, false),
                        "values",
                        "plain-text",
                        "must be plain text of 1 to " + MAX_VALUE + " characters each");
                problems.require(
                        sorted.put(axis.strip(), value.strip()) == null,
                        "values",
                        "axis-twice",
                        "must be one for each axis");
            });
            problems.throwIfAny("variant");
            values = Collections.unmodifiableMap(sorted);
        }

        /** The values as one text, {@code axis=value} on a line each: two variants have it in common if all values are. */
        public String text() {
            return values.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("\n"));
        }

        /**
         * The variant that {@link #text} tells of.
         *
         * @throws io.github.crmkit.kernel.RuleViolationsException for a text that tells of none
         */
        public static Variant parse(ProductId parent, String text) {
            Map<String, String> values = text.lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
            return new Variant(parent, values);
        }

        @Override
        public Kind kind() {
            return Kind.VARIANT;
        }
    }

    private static void checkAxis(String axis, String path, Violations problems) {
        problems.require(
                PlainTextValidator.isPlain(axis, MAX_AXIS, false) && axis.indexOf('=') < 0,
                path,
                "axis-name",
                "must be plain text of 1 to " + MAX_AXIS + " characters without an equals sign");
    }
}
