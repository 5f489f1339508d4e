package io.github.crmkit.pricelint;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.pricelint.Place.Box;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule that is on, with its condition read and its days within those that are looked at. */
final class RuleLine {

    /** More pieces than this of one condition are not told apart. */
    private static final int MAX_CELLS = 4_096;

    final PriceRule rule;
    final RuleSet set;
    final Criteria<PricingContext> condition;
    final Facts facts;
    final boolean unreadable;
    /** The days of the rule, its set and its promotion among those that are looked at; absent where there are none. */
    final @Nullable DateRange days;
    /** Whether what is found about it at some lines says nothing about others. */
    final boolean open;
    /** Whether better ones go first wherever it applies: then it need not be looked at again. */
    boolean outranked;

    RuleLine(PriceRule rule, RuleSet set, PriceState state) {
        this.rule = rule;
        this.set = set;
        Criteria<PricingContext> read = Criteria.all();
        boolean refused = false;
        if (rule.condition() != null) {
            try {
                read = state.fields().read(rule.condition());
            } catch (CrmException wrong) {
                refused = true;
            }
        }
        condition = read;
        unreadable = refused;
        facts = Facts.of(read);
        days = days(state);
        open = facts.open || (2 * facts.quantities.size() + 1) * (2 * facts.days.size() + 1) > MAX_CELLS;
    }

    private @Nullable DateRange days(PriceState state) {
        DateRange granted = rule.promotion() == null
                ? DateRange.always()
                : state.promotions().get(rule.promotion());
        return granted == null
                ? null
                : rule.validity()
                        .intersection(set.validity())
                        .flatMap(d -> d.intersection(state.days()))
                        .flatMap(d -> d.intersection(granted))
                        .orElse(null);
    }

    EntityRef ref() {
        return refTo(rule);
    }

    static EntityRef refTo(PriceRule rule) {
        return PriceRules.TYPE.refTo(rule.id());
    }

    /** Whether nothing but its target, its days and its quantities says where it applies. */
    boolean isPlain() {
        return rule.condition() == null;
    }

    /** Where it applies in a place, leaving its condition aside; absent where nowhere. */
    @Nullable
    Box around(Place place) {
        DateRange both = days == null ? null : days.intersection(place.days()).orElse(null);
        if (both == null
                || !rule.target().item().includes(place.article())
                || !rule.target().buyer().includes(place.buyer())
                || !place.grants(rule.promotion())
                || !rule.effect().currency().map(place.currency()::equals).orElse(true)) {
            return null;
        }
        BigDecimal below = rule.band().below() == null
                ? null
                : place.grid().ceil(rule.band().below().value());
        return Box.of(
                day(both.from()),
                day(both.until()),
                place.grid().ceil(rule.band().from().value()),
                below);
    }

    /** Where it applies in a place. */
    List<Box> boxes(Place place) {
        Box around = unreadable ? null : around(place);
        if (around == null) {
            return List.of();
        }
        return isPlain() ? List.of(around) : cells(around, place);
    }

    /** Between two values that the condition names nothing changes: one line of each cell is asked. */
    private List<Box> cells(Box around, Place place) {
        TreeSet<BigDecimal> quantities = new TreeSet<>(List.of(around.from()));
        for (BigDecimal value : facts.quantities) {
            quantities.add(place.grid().ceil(value));
            quantities.add(place.grid().after(value));
        }
        TreeSet<Long> dates = new TreeSet<>(List.of(around.first()));
        for (LocalDate day : facts.days) {
            dates.add(day.toEpochDay());
            dates.add(day.toEpochDay() + 1);
        }
        List<Box> cells = new ArrayList<>();
        for (BigDecimal from : quantities) {
            for (Long first : dates) {
                Long nextDay = dates.higher(first);
                Box cell = Box.of(first, nextDay == null ? around.end() : nextDay, from, quantities.higher(from));
                Box within = cell == null ? null : cell.and(around);
                if (within != null && cells.size() < MAX_CELLS && condition.matches(place.at(within))) {
                    cells.add(within);
                }
            }
        }
        return cells;
    }

    private static long day(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("the days that are looked at have both ends");
        }
        return day.toEpochDay();
    }

    /** What a condition asks for: the fields, and the values that it compares them with. */
    static final class Facts {

        private static final Set<Field<PricingContext, ?>> OF_PRODUCTS = Set.of(
                PricingFields.PRODUCT,
                PricingFields.MODEL,
                PricingFields.CATEGORY,
                PricingFields.CATEGORY_PATH,
                PricingFields.SKU);
        private static final Set<Field<PricingContext, ?>> OF_BOOKS =
                Set.of(PricingFields.BOOK, PricingFields.CURRENCY);

        final Set<BigDecimal> quantities = new LinkedHashSet<>();
        final Set<LocalDate> days = new LinkedHashSet<>();
        /** Of buyers, by field. */
        final Map<Field<PricingContext, ?>, Set<Object>> values = new LinkedHashMap<>();

        /** Values of which one must be there, by field; what changes with day and quantity is left out. */
        final Map<Field<PricingContext, ?>, Set<Object>> pins = new LinkedHashMap<>();

        /** Whether it tells products apart. */
        boolean products;
        /** Whether it tells books apart. */
        boolean books;
        /** Whether it tells the units of lines apart. */
        boolean units;
        /** Whether no few values of a buyer stand for all. */
        boolean open;

        static Facts of(Criteria<PricingContext> condition) {
            Facts facts = new Facts();
            facts.note(condition);
            facts.pin(condition);
            return facts;
        }

        private void pin(Criteria<PricingContext> part) {
            if (part instanceof Criteria.And<PricingContext> and) {
                and.parts().forEach(this::pin);
            } else if (part instanceof Criteria.Compare<PricingContext> c && c.operator() == Criteria.Operator.EQUAL) {
                pin(c.field(), Set.of(c.value()));
            } else if (part instanceof Criteria.In<PricingContext> in) {
                pin(in.field(), Set.copyOf(in.values()));
            }
        }

        private void pin(Field<PricingContext, ?> field, Set<Object> some) {
            if (!field.equals(PricingFields.QUANTITY) && !field.equals(PricingFields.DATE)) {
                pins.putIfAbsent(field, some);
            }
        }

        private void note(Criteria<PricingContext> part) {
            if (part instanceof Criteria.Compare<PricingContext> c) {
                boolean exact = c.operator() == Criteria.Operator.EQUAL || c.operator() == Criteria.Operator.NOT_EQUAL;
                note(c.field(), c.value(), exact);
            } else if (part instanceof Criteria.In<PricingContext> in) {
                asked(in.field());
                in.values().forEach(value -> note(in.field(), value, true));
            } else if (part instanceof Criteria.IsNull<PricingContext> isNull) {
                asked(isNull.field());
            } else if (part instanceof Criteria.Like<PricingContext> like) {
                note(like.field(), like.text(), false);
            } else if (part instanceof Criteria.And<PricingContext> and) {
                and.parts().forEach(this::note);
            } else if (part instanceof Criteria.Or<PricingContext> or) {
                or.parts().forEach(this::note);
            } else if (part instanceof Criteria.Not<PricingContext> not) {
                note(not.part());
            }
        }

        private void note(Field<PricingContext, ?> field, Object value, boolean exact) {
            asked(field);
            Set<Object> ofBuyers = values.get(field);
            if (field.equals(PricingFields.QUANTITY)) {
                quantities.add((BigDecimal) value);
            } else if (field.equals(PricingFields.DATE)) {
                days.add((LocalDate) value);
            } else if (ofBuyers != null) {
                ofBuyers.add(value);
                addAround(ofBuyers, field.type(), value);
                open = open || (!exact && value instanceof String);
            }
        }

        /** So that more and less than a value is told apart from the value. */
        private static void addAround(Set<Object> all, ValueType<?> type, Object value) {
            if (value instanceof BigDecimal number) {
                BigDecimal step = BigDecimal.ONE.movePointLeft(type.size());
                all.add(number.subtract(step));
                all.add(number.add(step));
            } else if (value instanceof Long number) {
                all.add(number - 1);
                all.add(number + 1);
            } else if (value instanceof LocalDate day) {
                for (LocalDate near : List.of(day.minusDays(1), day.plusDays(1))) {
                    if (near.getYear() >= ValueType.FIRST_YEAR && near.getYear() <= ValueType.LAST_YEAR) {
                        all.add(near);
                    }
                }
            }
        }

        private void asked(Field<PricingContext, ?> field) {
            if (OF_PRODUCTS.contains(field)) {
                products = true;
            } else if (OF_BOOKS.contains(field)) {
                books = true;
            } else if (field.equals(PricingFields.UNIT)) {
                units = true;
            } else if (!field.equals(PricingFields.QUANTITY) && !field.equals(PricingFields.DATE)) {
                values.computeIfAbsent(field, f -> new LinkedHashSet<>());
            }
        }
    }
}
