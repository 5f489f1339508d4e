package io.github.crmkit.examples.bench;

import com.sun.management.ThreadMXBean;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricing.PriceSheet;
import io.github.crmkit.rulebook.RuleBook;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints what pricing costs in memory: nanoseconds and bytes for each of 1,000 lines under 1,000 rules, with and without proof,
 * against a bare loop over the same numbers; how it grows with the rules; and what loading rules costs. Interleaved rounds of
 * one process.
 */
public final class PricingBenchmark {

    private static final int LINES = 1_000;
    private static final int[] RULES = {100, 1_000, 10_000};
    private static final long WARM_UP_NANOS = 8_000_000_000L;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PriceShop shop = new PriceShop(LINES);
    private final List<PriceRequest> lines = shop.lines();
    private final int rounds;

    private PricingBenchmark(int rounds) {
        this.rounds = rounds;
    }

    /** Takes the number of rounds, 100 where it is not said. */
    public static void main(String[] args) {
        new PricingBenchmark(args.length > 0 ? Integer.parseInt(args[0]) : 100).run();
    }

    private void run() {
        PriceSheet sheet = shop.sheet(PriceShop.keyed(LINES));
        requireEqual(sheet);
        Map<String, Supplier<?>> ways = new LinkedHashMap<>();
        ways.put("bare loop", shop::byHand);
        ways.put("without proof", () -> sheet.netAll(lines, PriceShop.DAY, PriceShop.ROUNDING));
        ways.put("with proof", () -> sheet.priceAll(lines, PriceShop.DAY, PriceShop.ROUNDING));
        for (int rules : RULES) {
            PriceSheet keyed = shop.sheet(PriceShop.keyed(rules));
            ways.put(
                    String.format(Locale.ROOT, "%,d keyed rules", rules),
                    () -> keyed.netAll(lines, PriceShop.DAY, PriceShop.ROUNDING));
        }
        for (int rules : RULES) {
            PriceSheet banded = shop.sheet(
                    RuleBook.of(List.of(PriceShop.set()), PriceShop.bandedRules(rules), PricingFields.standard()));
            ways.put(
                    String.format(Locale.ROOT, "%,d banded rules", rules),
                    () -> banded.netAll(lines, PriceShop.DAY, PriceShop.ROUNDING));
        }
        measure(ways);
        for (int rules : RULES) {
            load(rules);
        }
    }

    private void requireEqual(PriceSheet sheet) {
        List<NetResult> nets = sheet.netAll(lines, PriceShop.DAY, PriceShop.ROUNDING);
        BigDecimal[] byHand = shop.byHand();
        for (int i = 0; i < LINES; i++) {
            if (((NetPrice) nets.get(i)).amount().compareTo(byHand[i]) != 0) {
                throw new IllegalStateException("line " + i + " differs from the bare loop");
            }
        }
    }

    private void measure(Map<String, Supplier<?>> ways) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        ways.keySet().forEach(way -> times.put(way, new ArrayList<>()));
        long begun = System.nanoTime();
        for (int round = 0; round < rounds; ) {
            boolean warm = System.nanoTime() - begun > WARM_UP_NANOS;
            ways.forEach((name, way) -> {
                long before =
                        thread.getThreadAllocatedBytes(Thread.currentThread().getId());
                long start = System.nanoTime();
                Object kept = way.get();
                long time = System.nanoTime() - start;
                long allocated =
                        thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                if (warm && kept != null) {
                    times.get(name).add(time);
                    bytes.put(name, allocated / LINES);
                }
            });
            round += warm ? 1 : 0;
        }
        long bare = median(times.get("bare loop"));
        System.out.printf("%-24s %12s %12s %14s%n", "1,000 lines", "ns a line", "bytes a line", "times the loop");
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-24s %12d %12d %14.2f%n",
                name,
                median(all) / LINES,
                bytes.get(name),
                (double) median(all) / bare));
    }

    private void load(int rules) {
        List<PriceRule> given = PriceShop.keyedRules(rules);
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            RuleBook book = RuleBook.of(List.of(PriceShop.set()), given, PricingFields.standard());
            times.add(System.nanoTime() - start);
            if (book.isEmpty()) {
                throw new IllegalStateException("no rules");
            }
        }
        System.out.printf(Locale.ROOT, "loading %,6d rules %10.2f ms%n", rules, median(times) / NANOS_PER_MILLI);
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
