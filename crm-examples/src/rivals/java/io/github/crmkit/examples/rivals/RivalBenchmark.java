package io.github.crmkit.examples.rivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Prints what one price among many rules costs, here and with Drools, in interleaved rounds of one process, and what loading the
 * rules costs. Both are asked for the same lines and must give the same prices.
 */
public final class RivalBenchmark {

    private static final int CALLS = 2_000;
    private static final long WARM_UP_NANOS = 10_000_000_000L;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_SECOND = 1_000_000_000;

    /** So far apart are the lines of one round, that no two neighbours meet the same rule. */
    private static final int STEP = 7_919;

    private RivalBenchmark() {}

    /** Takes the number of rules, 1,000 where it is not said, and of rounds, 40 where it is not said. */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        for (Shape shape : Shape.values()) {
            System.out.printf("%n%,d rules, %s%n", count, shape.name().toLowerCase(Locale.ROOT));
            compare(count, rounds, loaded("crmkit", () -> OurRules.of(shape, count)), () -> DroolsRules.of(shape, count));
        }
    }

    private static void compare(int count, int rounds, Rules ours, Supplier<Rules> building) {
        try (Rules ours2 = ours;
                Rules theirs = loaded("Drools", building)) {
            requireEqual(count, ours2, theirs);
            List<Long> our = new ArrayList<>();
            List<Long> their = new ArrayList<>();
            long begun = System.nanoTime();
            while (our.size() < rounds) {
                long first = time(count, ours2);
                long second = time(count, theirs);
                if (System.nanoTime() - begun > WARM_UP_NANOS) {
                    our.add(first);
                    their.add(second);
                }
            }
            print("crmkit", median(our));
            print("Drools", median(their));
        }
    }

    private static Rules loaded(String name, Supplier<Rules> building) {
        long begun = System.nanoTime();
        Rules rules = building.get();
        System.out.printf(
                Locale.ROOT, "  %-8s loaded in %8.3f s%n", name, (System.nanoTime() - begun) / NANOS_PER_SECOND);
        return rules;
    }

    private static void requireEqual(int count, Rules ours, Rules theirs) {
        for (int i = 0; i < count; i++) {
            int quantity = quantity(i, count);
            if (ours.price(i, quantity).compareTo(theirs.price(i, quantity)) != 0) {
                throw new IllegalStateException("the two disagree about line " + i);
            }
        }
    }

    private static long time(int count, Rules rules) {
        long begun = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            int product = (int) ((long) i * STEP % count);
            if (rules.price(product, quantity(product, count)).signum() <= 0) {
                throw new IllegalStateException("no price");
            }
        }
        return (System.nanoTime() - begun) / CALLS;
    }

    private static int quantity(int product, int count) {
        return (int) ((long) product * STEP % ((long) count * Shape.WIDTH));
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }

    private static void print(String name, long nanos) {
        System.out.printf(Locale.ROOT, "  %-8s %12.3f us a price%n", name, nanos / NANOS_PER_MICRO);
    }
}
