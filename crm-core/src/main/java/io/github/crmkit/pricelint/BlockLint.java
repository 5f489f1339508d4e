package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricelint.Entries.Chain;
import io.github.crmkit.pricelint.Place.Box;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules that give a discount for a quantity on a price that is told for the whole quantity already. */
final class BlockLint {

    private final Entries entries;
    private final RuleLint rules;
    private final Map<PriceBook, Map<Catalogue.Sold, List<Block>>> blocks = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Where a block price is the price. */
    private record Block(PriceEntry entry, Box box) {}

    BlockLint(PriceState state, Entries entries, RuleLint rules) {
        this.entries = entries;
        this.rules = rules;
        for (PriceBook book : state.books()) {
            if (book.active()) {
                note(book);
            }
        }
    }

    private void note(PriceBook book) {
        List<PriceBook> alone = List.of(book);
        for (Catalogue.Sold sold : entries.products(alone)) {
            boolean any =
                    entries.of(book.id(), sold.product().id()).stream().anyMatch(e -> e.tiering() == Tiering.BLOCK);
            List<LocalDate> turns = any ? entries.turns(alone, sold) : List.of();
            for (int i = 0; i + 1 < turns.size(); i++) {
                Chain chain = entries.at(alone, sold.product(), sold.product().unit(), turns.get(i));
                note(
                        book,
                        sold,
                        chain,
                        turns.get(i).toEpochDay(),
                        turns.get(i + 1).toEpochDay());
            }
        }
    }

    private void note(PriceBook book, Catalogue.Sold sold, Chain chain, long first, long end) {
        List<BigDecimal> starts = chain.critical(sold.grid());
        for (int i = 0; i < starts.size(); i++) {
            Chain.Step step = chain.stepAt(starts.get(i));
            PriceEntry reached = step == null ? null : step.reached(starts.get(i));
            Box box = Box.of(first, end, starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null);
            if (reached != null
                    && box != null
                    && reached.tiering() == Tiering.BLOCK
                    && chain.total(starts.get(i)).isPresent()) {
                blocks.computeIfAbsent(book, b -> new HashMap<>())
                        .computeIfAbsent(sold, s -> new ArrayList<>())
                        .add(new Block(reached, box));
            }
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** One finding for each such rule, with the first block price found. */
    void run() {
        for (Rivals rivals : rules.allRivals()) {
            for (RuleLine line : blocks.isEmpty() ? List.<RuleLine>of() : rivals.rules) {
                if (!line.outranked && isForQuantities(line) && isDiscount(line.rule.effect())) {
                    look(rivals, line);
                }
            }
        }
    }

    private static boolean isForQuantities(RuleLine line) {
        return !line.rule.band().equals(QuantityBand.ANY) || !line.facts.quantities.isEmpty();
    }

    private static boolean isDiscount(Effect effect) {
        if (effect instanceof Effect.PercentOff off) {
            return off.percent().compareTo(Percent.ZERO) > 0;
        }
        if (effect instanceof Effect.Formula formula && !formula.base().isCost()) {
            return formula.formula().adjust() == PriceFormula.Adjust.DISCOUNT
                    && formula.formula().percent().compareTo(Percent.ZERO) > 0;
        }
        return effect instanceof Effect.AmountOff off && off.amount().amount().signum() > 0;
    }

    private void look(Rivals rivals, RuleLine line) {
        for (Rivals.Open open : rivals.every()) {
            Map<Catalogue.Sold, List<Block>> ofBook = blocks.getOrDefault(open.book(), Map.of());
            List<Catalogue.Sold> products = ofBook.keySet().stream()
                    .filter(s -> line.rule.target().item().includes(s.article()))
                    .sorted(Comparator.comparing(s -> s.product().id().value()))
                    .toList();
            LineSearch search =
                    new LineSearch(rivals, List.of(line), List.of(open), products, place -> boxes(ofBook, place));
            LineSearch.Line found = search.run();
            if (found != null) {
                findings.add(finding(line, open.book(), entry(ofBook, found), found));
                return;
            }
        }
    }

    /** Where block prices are the price: not for an account on days on which another one was agreed with it. */
    private List<Box> boxes(Map<Catalogue.Sold, List<Block>> ofBook, Place place) {
        List<Box> boxes = ofBook.entrySet().stream()
                .filter(e -> e.getKey().product().id().equals(place.product().id()))
                .flatMap(e -> e.getValue().stream().map(Block::box))
                .toList();
        for (ContractPrice agreed : entries.agreed(place.product().id(), place.currency())) {
            DateRange days = agreed.validity().intersection(place.days()).orElse(null);
            if (days != null
                    && agreed.account().equals(place.buyer().account())
                    && place.product().measures().knows(agreed.unit())) {
                long first = days.firstDay().orElseThrow().toEpochDay();
                long end = days.lastDay().orElseThrow().toEpochDay() + 1;
                boxes = Box.without(boxes, new Box(first, end, BigDecimal.ZERO, null));
            }
        }
        return boxes;
    }

    private static PriceEntry entry(Map<Catalogue.Sold, List<Block>> ofBook, LineSearch.Line found) {
        @Nullable PriceEntry entry = null;
        for (Map.Entry<Catalogue.Sold, List<Block>> one : ofBook.entrySet()) {
            for (Block block : one.getValue()) {
                boolean there = one.getKey()
                                .product()
                                .id()
                                .equals(found.place().product().id())
                        && block.box().and(found.left()) != null;
                entry = there ? block.entry() : entry;
            }
        }
        return Objects.requireNonNull(entry);
    }

    private static Finding finding(RuleLine line, PriceBook book, PriceEntry entry, LineSearch.Line found) {
        List<EntityRef> about = List.of(line.ref(), PriceEntries.TYPE.refTo(entry.id()));
        return new Finding(
                Finding.Kind.BLOCK_DISCOUNTED,
                about,
                "Rule " + RuleLint.quoted(line) + " gives a discount for the quantity on the block price of \""
                        + found.place().product().name() + "\" in price book " + BookLint.quoted(book)
                        + ", which is for the quantity already.",
                found.place().witness(found.left()));
    }
}
