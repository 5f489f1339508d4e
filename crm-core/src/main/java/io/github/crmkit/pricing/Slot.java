package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PricedLines.Role;
import io.github.crmkit.pricebook.QuantityPool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document before it has a price.
 *
 * @param card what it is; absent where the product is not on the sheet
 * @param bundle the bundle whose price has the price of this line in it; absent where the line has a price of its own
 */
record Slot(
        Role role,
        int of,
        PriceRequest request,
        @Nullable Card card,
        @Nullable Product bundle) {

    /** Adds the line that was asked for, the parts of a bundle behind it. */
    static void add(PriceSheet sheet, int index, PriceRequest request, Card card, List<Slot> slots) {
        if (card.product.form() instanceof Bundle bundle) {
            boolean byParts = bundle.pricedOn() == Bundle.PricedOn.PARTS;
            slots.add(new Slot(Role.ASKED, index, request, card, byParts ? card.product : null));
            parts(sheet, index, request, card, bundle, slots);
        } else {
            slots.add(new Slot(Role.ASKED, index, request, card, null));
        }
    }

    private static void parts(
            PriceSheet sheet, int of, PriceRequest asked, Card parent, Bundle bundle, List<Slot> slots) {
        Product inPrice = bundle.pricedOn() == Bundle.PricedOn.PARENT ? parent.product : null;
        Line whole = new Line(of, asked, parent, LocalDate.EPOCH, BigDecimal.ZERO);
        for (Bundle.Part part : bundle.expand(whole.inOwn(), asked.chosen())) {
            ProductId id = part.product();
            PriceRequest request = PriceRequest.of(id, part.quantity().value())
                    .discount(bundle.pricedOn() == Bundle.PricedOn.PARTS ? asked.discount() : null)
                    .term(asked.term());
            slots.add(new Slot(Role.PART, of, request, sheet.card(id), inPrice));
        }
    }

    /** Whether it has a price of its own. */
    boolean isPriced() {
        return bundle == null && card != null;
    }

    /** The quantities of a document that are added up before tiers and rules are chosen, in the own units of the products. */
    static final class Pools {

        /** Only what is counted in the same unit can be added up. */
        private record Key(Object what, String unit) {}

        private final QuantityPool pool;
        private final Map<Key, BigDecimal> sums = new HashMap<>();

        Pools(QuantityPool pool, List<Slot> slots) {
            this.pool = pool;
            if (pool != QuantityPool.LINE) {
                for (Slot slot : slots) {
                    Card card = slot.card();
                    if (card != null && slot.isPriced()) {
                        sums.merge(key(card.product), own(slot, card), BigDecimal::add);
                    }
                }
            }
        }

        /** What other lines add to this one. */
        BigDecimal others(Slot slot, Card card) {
            return pool == QuantityPool.LINE
                    ? BigDecimal.ZERO
                    : sums.getOrDefault(key(card.product), BigDecimal.ZERO).subtract(own(slot, card));
        }

        /** What names the pool of a line: two lines of one pool have equal ones. */
        Object nameFor(int index, Product product) {
            return pool == QuantityPool.LINE ? index : key(product);
        }

        private Key key(Product product) {
            ProductId id = product.id();
            CategoryId category = product.category();
            Object what = switch (pool) {
                case LINE, PRODUCT -> id;
                case MODEL -> product.model().orElse(id);
                case CATEGORY -> category == null ? id : category;
            };
            return new Key(what, product.unit());
        }

        private static BigDecimal own(Slot slot, Card card) {
            return new Line(0, slot.request(), card, LocalDate.EPOCH, BigDecimal.ZERO)
                    .inOwn()
                    .value();
        }
    }
}
