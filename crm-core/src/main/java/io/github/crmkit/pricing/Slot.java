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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document before it has a price.
 *
 * @param product what it is; absent where the product is not on the sheet
 * @param bundle the bundle whose price has the price of this line in it; absent where the line has a price of its own
 */
record Slot(
        Role role,
        int of,
        PriceRequest request,
        @Nullable Product product,
        @Nullable Product bundle) {

    /** The lines that were asked for, the parts of bundles behind them. */
    static List<Slot> of(PriceSheet sheet, List<PriceRequest> asked) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            PriceRequest request = asked.get(i);
            Product product = sheet.product(request.product()).orElseThrow();
            boolean byParts = product.form() instanceof Bundle bundle && bundle.pricedOn() == Bundle.PricedOn.PARTS;
            slots.add(new Slot(Role.ASKED, i, request, product, byParts ? product : null));
            if (product.form() instanceof Bundle bundle) {
                parts(sheet, i, request, product, bundle, slots);
            }
        }
        return slots;
    }

    private static void parts(
            PriceSheet sheet, int of, PriceRequest asked, Product parent, Bundle bundle, List<Slot> slots) {
        Product inPrice = bundle.pricedOn() == Bundle.PricedOn.PARENT ? parent : null;
        Line whole = new Line(of, asked, parent, LocalDate.EPOCH, BigDecimal.ZERO);
        for (Bundle.Part part : bundle.expand(whole.inOwn(), asked.chosen())) {
            ProductId id = part.product();
            PriceRequest request = PriceRequest.of(id, part.quantity().value())
                    .discount(bundle.pricedOn() == Bundle.PricedOn.PARTS ? asked.discount() : null)
                    .term(asked.term());
            slots.add(new Slot(Role.PART, of, request, sheet.product(id).orElse(null), inPrice));
        }
    }

    /** Whether it has a price of its own. */
    boolean isPriced() {
        return bundle == null && product != null;
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
                    Product product = slot.product();
                    if (product != null && slot.isPriced()) {
                        sums.merge(key(product), own(slot, product), BigDecimal::add);
                    }
                }
            }
        }

        /** What other lines add to this one. */
        BigDecimal others(Slot slot, Product product) {
            return pool == QuantityPool.LINE
                    ? BigDecimal.ZERO
                    : sums.getOrDefault(key(product), BigDecimal.ZERO).subtract(own(slot, product));
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

        private static BigDecimal own(Slot slot, Product product) {
            return new Line(0, slot.request(), product, LocalDate.EPOCH, BigDecimal.ZERO)
                    .inOwn()
                    .value();
        }
    }
}
