package io.github.crmkit.laws.breach.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Seeded: statics that can change, and one that cannot. */
final class StaticState {

    static int counter;
    static final Map<String, String> CACHE = new HashMap<>();
    static final int[] TABLE = {1, 2};
    static final List<String> FINE = List.of("a");

    private StaticState() {}
}
