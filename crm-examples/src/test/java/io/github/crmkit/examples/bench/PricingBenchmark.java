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
import java.util.stream.Stream;

/**
 * Prints what pricing costs in memory: nanoseconds and bytes for each of 1,000 lines under 1,000 rules, with and without proof,
 * against a bare loop over the same numbers; how it grows with the rules; and what loading rules costs. A sheet that was asked
 * before knows prices of units, as the loop knows its percentages; so the first time is told apart, and the growth with the
 * rules is that of first times. Interleaved rounds of one process.
 */
public final class PricingBenchmark {

    private static final int LINES = 1_000;
    private static final int[] RULES = {100, 1_000, 10_000};
    private static final int IN_A_ROW = 10;
    private static final long WARM_UP_NANOS = 8_000_000_000L;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PriceShop shop = new PriceShop(LINES);
    private final List<PriceRequest> lines = shop.lines();
    private final int rounds;
    private Object kept = List.of();

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
        Map<String, Supplier<Supplier<?>>> ways = new LinkedHashMap<>();
        ways.put("bare loop", () -> shop::byHand);
        ways.put("without proof", () -> () -> nets(sheet));
        ways.put("for the first time", () -> {
            PriceSheet asked = sheet.terms(sheet.terms());
            return () -> nets(asked);
        });
        ways.put("with proof", () -> () -> sheet.priceAll(lines, PriceShop.DAY, PriceShop.ROUNDING));
        for (int rules : RULES) {
            asked(ways, "%,d keyed rules", rules, PriceShop.keyed(rules));
        }
        for (int rules : RULES) {
            List<PriceRule> banded = PriceShop.bandedRules(rules);
            asked(
                    ways,
                    "%,d banded rules",
                    rules,
                    RuleBook.of(List.of(PriceShop.set()), banded, PricingFields.standard()));
        }
        measure(ways);
        for (int rules : RULES) {
            load(rules);
        }
    }

    /** As seldom as can be: each line is the first one of its product on its sheet. */
    private void asked(Map<String, Supplier<Supplier<?>>> ways, String name, int rules, RuleBook book) {
        PriceSheet sheet = shop.sheet(book);
        ways.put(String.format(Locale.ROOT, name, rules), () -> {
            PriceSheet fresh = sheet.terms(sheet.terms());
            return () -> nets(fresh);
        });
    }

    private List<NetResult> nets(PriceSheet sheet) {
        return sheet.netAll(lines, PriceShop.DAY, PriceShop.ROUNDING);
    }

    private void requireEqual(PriceSheet sheet) {
        List<NetResult> nets = nets(sheet);
        BigDecimal[] byHand = shop.byHand();
        for (int i = 0; i < LINES; i++) {
            if (((NetPrice) nets.get(i)).amount().compareTo(byHand[i]) != 0) {
                throw new IllegalStateException("line " + i + " differs from the bare loop");
            }
        }
    }

    private void measure(Map<String, Supplier<Supplier<?>>> ways) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        ways.keySet().forEach(way -> times.put(way, new ArrayList<>()));
        long begun = System.nanoTime();
        for (int round = 0; round < rounds; ) {
            boolean warm = System.nanoTime() - begun > WARM_UP_NANOS;
            ways.forEach((name, prepared) -> {
                List<Supplier<?>> row =
                        Stream.<Supplier<?>>generate(prepared).limit(IN_A_ROW).toList();
                long before =
                        thread.getThreadAllocatedBytes(Thread.currentThread().getId());
                long start = System.nanoTime();
                for (Supplier<?> way : row) {
                    kept = way.get();
                }
                long time = System.nanoTime() - start;
                long allocated =
                        thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                if (warm) {
                    times.get(name).add(time / IN_A_ROW);
                    bytes.put(name, allocated / IN_A_ROW / LINES);
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
