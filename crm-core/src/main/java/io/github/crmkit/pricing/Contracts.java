package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceStep;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The price that was agreed with the account for a product: it takes the place of the book's, tiers and bounds included. */
final class Contracts {

    private final PriceSheet sheet;
    private final Line line;
    private PriceSheet.@Nullable Contracted found;

    Contracts(PriceSheet sheet, Line line) {
        this.sheet = sheet;
        this.line = line;
    }

    /** The agreement that holds, in the first unit in which there is one; absent where there is none. */
    PriceSheet.@Nullable Contracted find() {
        List<PriceSheet.Contracted> all = line.card.contracts;
        if (all.isEmpty()) {
            return null;
        }
        for (String unit : line.units()) {
            for (PriceSheet.Contracted one : all) {
                if (holds(one) && one.unit().equals(unit)) {
                    found = one;
                    return one;
                }
            }
        }
        return null;
    }

    /** Takes the price that was found, for the line's unit. */
    @Nullable
    Failure price(Running running) {
        PriceSheet.Contracted one = found;
        if (one == null) {
            return null;
        }
        for (PriceSheet.Contracted other : line.card.contracts) {
            if (!other.equals(one) && holds(other) && other.unit().equals(one.unit())) {
                List<EntityRef> both = Stream.of(one.source(), other.source())
                        .sorted(Comparator.comparing(EntityRef::id))
                        .toList();
                return new Failure(
                        NoPrice.Reason.TIED_ENTRIES,
                        "contract prices " + both.get(0).id() + " and "
                                + both.get(1).id() + " claim the same days",
                        Set.copyOf(both));
            }
        }
        running.become(one.price().amount(), BigDecimal.ONE);
        if (running.proves()) {
            running.tell(
                    PriceStep.Kind.CONTRACT,
                    one.source(),
                    one.name(),
                    one.price().amount().toPlainString());
        }
        if (!one.unit().equals(line.unit)) {
            Tiers.convert(running, line.ratioTo(one.unit()), line.unit);
        }
        return null;
    }

    private boolean holds(PriceSheet.Contracted one) {
        return one.active()
                && one.validity().contains(line.date)
                && one.price().currency().equals(sheet.book().currency());
    }
}
