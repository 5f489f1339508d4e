package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.rulebook.Dismissed;
import io.github.crmkit.rulebook.Selection;
import io.github.crmkit.time.DateRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every candidate that has no part in the price, each once with the first reason found. */
final class Rejections {

    private static final Comparator<PriceEntry> ORDER = Comparator.comparing(PriceEntry::unit)
            .thenComparing(PriceEntry::from)
            .thenComparing(e -> e.validity().firstDay().orElse(PriceEntry.SINCE_EVER))
            .thenComparing(e -> e.id().text());

    private final PriceSheet sheet;
    private final Line line;
    private final BookStage made;
    private final PriceSheet.@Nullable Contracted contract;
    private final @Nullable RuleStage rules;
    private final Map<EntityRef, Rejected.Reason> all = new LinkedHashMap<>();

    Rejections(
            PriceSheet sheet,
            Line line,
            BookStage made,
            PriceSheet.@Nullable Contracted contract,
            @Nullable RuleStage rules) {
        this.sheet = sheet;
        this.line = line;
        this.made = made;
        this.contract = contract;
        this.rules = rules;
    }

    /** @param failure why there is no price; absent where there is one */
    List<Rejected> all(List<PriceStep> proof, @Nullable Failure failure) {
        Set<EntityRef> used = new HashSet<>();
        proof.forEach(step -> step.by().ifPresent(used::add));
        int books = sheet.chain().size();
        for (int level = 0; level < books; level++) {
            entries(level, used, failure);
        }
        contracts(used, failure);
        rules(used, failure);
        List<Rejected> rejected = new ArrayList<>(all.size());
        all.forEach((candidate, reason) -> rejected.add(new Rejected(candidate, reason)));
        return rejected;
    }

    private void entries(int level, Set<EntityRef> used, @Nullable Failure failure) {
        List<PriceEntry> sorted = new ArrayList<>(line.card.entries(level));
        sorted.sort(ORDER);
        EntityRef next = runnerUp(level, used, failure);
        for (PriceEntry entry : sorted) {
            EntityRef ref = PriceEntries.TYPE.refTo(entry.id());
            if (used.contains(ref)) {
                continue;
            }
            Rejected.Reason obstacle = obstacle(level, entry);
            if (obstacle == null) {
                obstacle = ref.equals(next) ? Rejected.Reason.RUNNER_UP : usable(level, ref, failure);
            }
            all.put(ref, obstacle);
        }
    }

    /** Why an entry that applies has no part in the price. */
    private Rejected.Reason usable(int level, EntityRef ref, @Nullable Failure failure) {
        if (failure != null && failure.tied().contains(ref)) {
            return Rejected.Reason.TIED;
        }
        if (made.tiers() == null) {
            return contract == null ? Rejected.Reason.NOT_CONSIDERED : Rejected.Reason.CONTRACTED;
        }
        if (level > made.depth()) {
            return Rejected.Reason.OWN_FIRST;
        }
        if (contract != null) {
            return Rejected.Reason.CONTRACTED;
        }
        return failure == null || failure.reason() == NoPrice.Reason.TIED_ENTRIES
                ? Rejected.Reason.BETTER_TIER
                : Rejected.Reason.NOT_CONSIDERED;
    }

    private @Nullable EntityRef runnerUp(int level, Set<EntityRef> used, @Nullable Failure failure) {
        Tiers tiers = made.tiers();
        if (failure != null
                || tiers == null
                || contract != null
                || level != made.depth()
                || tiers.reached().tiering() == Tiering.GRADUATED) {
            return null;
        }
        return line.card.entries(level).stream()
                .filter(entry -> !entry.id().equals(tiers.reached().id()) && obstacle(level, entry) == null)
                .max(Comparator.comparing(PriceEntry::from)
                        .thenComparing(e -> e.id().text(), Comparator.reverseOrder()))
                .map(entry -> PriceEntries.TYPE.refTo(entry.id()))
                .filter(ref -> !used.contains(ref))
                .orElse(null);
    }

    private Rejected.@Nullable Reason obstacle(int level, PriceEntry entry) {
        Tiers tiers = made.tiers();
        String unit = tiers != null && level == made.depth() ? tiers.unit() : null;
        if (unit == null
                ? !line.product.measures().knows(entry.unit())
                : !entry.unit().equals(unit)) {
            return Rejected.Reason.OTHER_UNIT;
        }
        Rejected.Reason reason = daysOf(entry.active(), entry.validity());
        if (reason != null) {
            return reason;
        }
        boolean same = entry.unit().equals(line.unit);
        return line.reaches(entry.from(), same ? null : line.ratioTo(entry.unit())) ? null : Rejected.Reason.BELOW_TIER;
    }

    private Rejected.@Nullable Reason daysOf(boolean active, DateRange validity) {
        if (!active) {
            return Rejected.Reason.INACTIVE;
        }
        if (validity.startsAfter(line.date)) {
            return Rejected.Reason.NOT_YET_VALID;
        }
        return validity.endsBefore(line.date) ? Rejected.Reason.EXPIRED : null;
    }

    private void contracts(Set<EntityRef> used, @Nullable Failure failure) {
        for (PriceSheet.Contracted one : line.card.contracts) {
            if (!used.contains(one.source())) {
                all.put(one.source(), contracted(one, failure));
            }
        }
    }

    private Rejected.Reason contracted(PriceSheet.Contracted one, @Nullable Failure failure) {
        if (!one.price().currency().equals(sheet.book().currency())) {
            return Rejected.Reason.CURRENCY;
        }
        Rejected.Reason reason = daysOf(one.active(), one.validity());
        if (reason != null) {
            return reason;
        }
        if (failure != null) {
            return failure.tied().contains(one.source()) ? Rejected.Reason.TIED : Rejected.Reason.NOT_CONSIDERED;
        }
        return Rejected.Reason.OTHER_UNIT;
    }

    private void rules(Set<EntityRef> used, @Nullable Failure failure) {
        if (line.card.rules.isEmpty()) {
            return;
        }
        if (rules != null) {
            rules.rejected().forEach(one -> all.putIfAbsent(one.candidate(), one.reason()));
        }
        for (Dismissed one : line.card.rules.dismissed(sheet.context(line))) {
            all.putIfAbsent(RuleStage.refTo(one.rule()), reason(one.reason()));
        }
        if (failure != null) {
            for (Selection selection : line.card.rules.select(sheet.context(line))) {
                for (PriceRule rule : selection.rules()) {
                    EntityRef ref = RuleStage.refTo(rule);
                    boolean tied = failure.tied().contains(ref);
                    all.putIfAbsent(ref, tied ? Rejected.Reason.TIED : Rejected.Reason.NOT_CONSIDERED);
                }
            }
        }
        used.forEach(all::remove);
    }

    private static Rejected.Reason reason(Dismissed.Reason reason) {
        return switch (reason) {
            case SET_INACTIVE -> Rejected.Reason.SET_INACTIVE;
            case INACTIVE -> Rejected.Reason.INACTIVE;
            case NOT_YET_VALID -> Rejected.Reason.NOT_YET_VALID;
            case EXPIRED -> Rejected.Reason.EXPIRED;
            case CURRENCY -> Rejected.Reason.CURRENCY;
            case QUANTITY -> Rejected.Reason.QUANTITY;
            case PROMOTION -> Rejected.Reason.PROMOTION;
            case CONDITION -> Rejected.Reason.CONDITION;
            case LOWER_RANK -> Rejected.Reason.LOWER_RANK;
            case STACKING -> Rejected.Reason.NOT_BEST;
        };
    }
}
