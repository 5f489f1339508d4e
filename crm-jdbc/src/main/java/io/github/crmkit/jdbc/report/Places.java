package io.github.crmkit.jdbc.report;

import java.util.Arrays;

/**
 * The places of the cells of a cube, numbered from 0 on in the order in which they come. A place is four numbers: those of a
 * pipeline, a stage and an owner, and a month. All of them lie in one array: a map of keys would have to be looked up all over
 * the memory, for each row.
 */
final class Places {

    private static final int WIDTH = 4;
    private static final int STAGE = 1;
    private static final int OWNER = 2;
    private static final int DUE = 3;
    private static final int FIRST_SIZE = 64;

    /** Two to the power of 32, divided by the golden ratio: spreads numbers that follow one another. */
    private static final int SPREAD = 0x9E3779B9;

    private int[] parts = new int[WIDTH * FIRST_SIZE];

    /** By hash: the number of the place, counted from 1 on; twice as many as there may be places. */
    private int[] table = new int[2 * FIRST_SIZE];

    private int count;

    /** How many there are. */
    int count() {
        return count;
    }

    /** The number of the pipeline there. */
    int pipeline(int place) {
        return parts[WIDTH * place];
    }

    /** The number of the stage there. */
    int stage(int place) {
        return parts[WIDTH * place + STAGE];
    }

    /** The number of the owner there. */
    int owner(int place) {
        return parts[WIDTH * place + OWNER];
    }

    /** The month there. */
    int due(int place) {
        return parts[WIDTH * place + DUE];
    }

    /** The number of this place, which is {@link #count} where it has not come before. */
    int number(int pipeline, int stage, int owner, int due) {
        int at = slot(pipeline, stage, owner, due);
        if (table[at] != 0) {
            return table[at] - 1;
        } else if (2 * count == table.length) {
            grow();
            at = slot(pipeline, stage, owner, due);
        }
        parts[WIDTH * count] = pipeline;
        parts[WIDTH * count + STAGE] = stage;
        parts[WIDTH * count + OWNER] = owner;
        parts[WIDTH * count + DUE] = due;
        table[at] = ++count;
        return count - 1;
    }

    /** Where in the table this place is, or where it would be. */
    private int slot(int pipeline, int stage, int owner, int due) {
        int last = table.length - 1;
        int hash = (((pipeline * SPREAD + stage) * SPREAD + owner) * SPREAD + due) * SPREAD;
        int at = (hash ^ hash >>> Short.SIZE) & last;
        while (table[at] != 0 && !isAt(table[at] - 1, pipeline, stage, owner, due)) {
            at = (at + 1) & last;
        }
        return at;
    }

    private boolean isAt(int place, int pipeline, int stage, int owner, int due) {
        return due(place) == due && owner(place) == owner && stage(place) == stage && pipeline(place) == pipeline;
    }

    private void grow() {
        parts = Arrays.copyOf(parts, 2 * parts.length);
        table = new int[2 * table.length];
        for (int place = 0; place < count; place++) {
            table[slot(pipeline(place), stage(place), owner(place), due(place))] = place + 1;
        }
    }
}
