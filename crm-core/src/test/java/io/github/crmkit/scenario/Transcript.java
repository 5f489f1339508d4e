package io.github.crmkit.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What was seen, line by line; each id is replaced by a number that tells when it was seen first. */
final class Transcript {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();

    void chapter(String title) {
        lines.add("== " + title);
    }

    void tell(Object seen) {
        lines.add(ID.matcher(String.valueOf(seen))
                .replaceAll(found -> numbers.computeIfAbsent(found.group(), id -> "#" + (numbers.size() + 1))));
    }

    void tellAll(Iterable<?> seen) {
        seen.forEach(this::tell);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
