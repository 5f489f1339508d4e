package io.github.crmkit.pricelint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days and quantities: every quantity on every day. Never empty.
 *
 * @param first the first day, as days since 1970
 * @param end the day it ends before
 * @param from the least quantity, one that can be ordered
 * @param below the quantity it ends before, one that can be ordered; absent where it has no end
 */
record Box(long first, long end, BigDecimal from, @Nullable BigDecimal below) {

    static @Nullable Box of(long first, long end, BigDecimal from, @Nullable BigDecimal below) {
        return first < end && (below == null || from.compareTo(below) < 0) ? new Box(first, end, from, below) : null;
    }

    @Nullable
    Box and(Box other) {
        return of(
                Math.max(first, other.first),
                Math.min(end, other.end),
                from.max(other.from),
                below == null ? other.below : other.below == null ? below : below.min(other.below));
    }

    /** What is left without the other one: at most four boxes that have nothing in common. */
    void without(Box other, List<Box> rest) {
        Box both = and(other);
        if (both == null) {
            rest.add(this);
            return;
        }
        add(rest, of(first, both.first, from, below));
        add(rest, of(both.end, end, from, below));
        add(rest, of(both.first, both.end, from, both.from));
        if (both.below != null) {
            add(rest, of(both.first, both.end, both.below, below));
        }
    }

    /** What is left of the boxes without another one. */
    static List<Box> without(List<Box> boxes, Box other) {
        List<Box> rest = new ArrayList<>(boxes.size() + 3);
        boxes.forEach(box -> box.without(other, rest));
        return rest;
    }

    static List<Box> and(List<Box> some, List<Box> others) {
        List<Box> common = new ArrayList<>();
        for (Box one : some) {
            others.forEach(other -> add(common, one.and(other)));
        }
        return common;
    }

    static void add(List<Box> boxes, @Nullable Box box) {
        if (box != null) {
            boxes.add(box);
        }
    }
}
