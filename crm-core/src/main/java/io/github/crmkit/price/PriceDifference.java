package io.github.crmkit.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How two prices of a line differ, step by step. Steps are matched by what they do and what did them, in their order.
 *
 * @param before what the line costs
 * @param after what it would cost
 * @param steps all steps of both, in an order that keeps both orders
 */
public record PriceDifference(PriceResult before, PriceResult after, List<Step> steps) {

    /** What became of a step. */
    public enum Change {
        /** It does the same and leads to the same. */
        SAME,
        /** It is there again, with another operand or another price after it. */
        OTHER,
        /** It is there no more. */
        GONE,
        /** It was not there before. */
        NEW
    }

    /**
     * One step of either price, or of both.
     *
     * @param was absent for a new one
     * @param is absent for one that is gone
     */
    public record Step(
            Change change,
            @Nullable PriceStep was,
            @Nullable PriceStep is) {

        /** The step to be read aloud, with a sign in front where it is gone or new. */
        @Override
        public String toString() {
            return switch (change) {
                case SAME -> "  " + is;
                case OTHER -> "~ " + was + " -> " + is;
                case GONE -> "- " + was;
                case NEW -> "+ " + is;
            };
        }
    }

    public PriceDifference {
        steps = List.copyOf(steps);
    }

    /** How these two differ. */
    public static PriceDifference of(PriceResult before, PriceResult after) {
        return new PriceDifference(before, after, aligned(proof(before), proof(after)));
    }

    private static List<PriceStep> proof(PriceResult result) {
        return result instanceof Price price ? price.proof() : List.of();
    }

    /** The longest sequence of steps that both have is kept together. */
    private static List<Step> aligned(List<PriceStep> was, List<PriceStep> is) {
        int[][] longest = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                longest[i][j] = match(was.get(i), is.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && match(was.get(i), is.get(j))) {
                Change change = was.get(i).equals(is.get(j)) ? Change.SAME : Change.OTHER;
                steps.add(new Step(change, was.get(i++), is.get(j++)));
            } else if (j == is.size() || (i < was.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                steps.add(new Step(Change.GONE, was.get(i++), null));
            } else {
                steps.add(new Step(Change.NEW, null, is.get(j++)));
            }
        }
        return steps;
    }

    private static boolean match(PriceStep one, PriceStep other) {
        return one.kind() == other.kind() && Objects.equals(one.source(), other.source());
    }

    /** Whether both are priced in the same steps, or neither is for the same reason. */
    public boolean isNone() {
        if (before instanceof NoPrice one && after instanceof NoPrice other) {
            return one.reason() == other.reason();
        }
        return before instanceof Price one
                && after instanceof Price other
                && one.amount().equals(other.amount())
                && steps.stream().allMatch(step -> step.change() == Change.SAME);
    }

    /** What the line would cost more; absent where either has no price, or both are in different currencies. */
    public Optional<Money> extra() {
        return before instanceof Price one
                        && after instanceof Price other
                        && one.currency().equals(other.currency())
                ? Optional.of(other.amount().minus(one.amount()))
                : Optional.empty();
    }
}
