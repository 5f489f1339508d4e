package io.github.crmkit.examples.folder;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads plain decimal numbers: digits and a point, no grouping, no exponent, so that nothing can be misread. */
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

    private Decimals() {}

    /** The number that the text stands for, or nothing if it is none. */
    static Optional<BigDecimal> parse(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
