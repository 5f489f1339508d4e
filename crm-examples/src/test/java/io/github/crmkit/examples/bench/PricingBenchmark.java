package io.github.crmkit.examples.bench;

import com.sun.management.ThreadMXBean;
import io.github.crmkit.money.Percent;
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
 * against a bare loop over the same numbers; what it costs to make the sheet that they are priced from; how it grows with the
 * rules; and what loading rules costs. Interleaved rounds of one process: medians of all runs, of which there are ten in a row,
 * and of the first in each row, which finds nothing of what it reads close at hand.
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
        List<PriceRequest> discounted =
                lines.stream().map(line -> line.discount(Percent.of(5))).toList();
        ways.put("bare loop", () -> shop::byHand);
        ways.put("without proof", () -> () -> nets(sheet, lines));
        ways.put("from sheets just made", () -> {
            PriceSheet made = sheet.terms(sheet.terms());
            return () -> nets(made, lines);
        });
        ways.put("less a discount by hand", () -> () -> nets(sheet, discounted));
        ways.put("with proof", () -> () -> sheet.priceAll(lines, PriceShop.DAY, PriceShop.ROUNDING));
        ways.put("making the sheet", () -> () -> sheet.terms(sheet.terms()));
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

    private void asked(Map<String, Supplier<Supplier<?>>> ways, String name, int rules, RuleBook book) {
        PriceSheet sheet = shop.sheet(book);
        ways.put(String.format(Locale.ROOT, name, rules), () -> () -> nets(sheet, lines));
    }

    private static List<NetResult> nets(PriceSheet sheet, List<PriceRequest> asked) {
        return sheet.netAll(asked, PriceShop.DAY, PriceShop.ROUNDING);
    }

    private void requireEqual(PriceSheet sheet) {
        List<NetResult> nets = nets(sheet, lines);
        BigDecimal[] byHand = shop.byHand();
        for (int i = 0; i < LINES; i++) {
            if (((NetPrice) nets.get(i)).amount().compareTo(byHand[i]) != 0) {
                throw new IllegalStateException("line " + i + " differs from the bare loop");
            }
        }
    }

    private void measure(Map<String, Supplier<Supplier<?>>> ways) {
        Map<String, List<Long>> first = new LinkedHashMap<>();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        ways.keySet().forEach(way -> first.put(way, new ArrayList<>()));
        ways.keySet().forEach(way -> times.put(way, new ArrayList<>()));
        long begun = System.nanoTime();
        for (int round = -1; round < rounds - 1; ) {
            boolean warm = System.nanoTime() - begun > WARM_UP_NANOS;
            if (warm && round++ < 0) {
                System.gc(); // so that what was made before lies no more scattered by chance than what is made later
            }
            ways.forEach((name, prepared) -> {
                List<Supplier<?>> row =
                        Stream.<Supplier<?>>generate(prepared).limit(IN_A_ROW).toList();
                List<Long> took = new ArrayList<>(IN_A_ROW);
                long before = allocated();
                for (Supplier<?> way : row) {
                    long start = System.nanoTime();
                    kept = way.get();
                    took.add(System.nanoTime() - start);
                }
                long all = allocated() - before;
                if (warm) {
                    first.get(name).add(took.get(0));
                    times.get(name).addAll(took);
                    bytes.put(name, all / IN_A_ROW / LINES);
                }
            });
        }
        long bare = median(times.get("bare loop"));
        System.out.printf(
                "%-24s %12s %12s %16s %14s%n",
                "1,000 lines", "ns a line", "bytes a line", "times the loop", "first in a row");
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-24s %12d %12d %16.2f %14d%n",
                name,
                median(all) / LINES,
                bytes.get(name),
                (double) median(all) / bare,
                median(first.get(name)) / LINES));
    }

    private long allocated() {
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId());
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
