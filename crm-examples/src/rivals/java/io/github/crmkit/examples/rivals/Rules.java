package io.github.crmkit.examples.rivals;

import java.math.BigDecimal;

/** Many rules, of which one makes the price of a line. */
interface Rules extends AutoCloseable {

    /** The price of one unit. */
    BigDecimal price(int product, int quantity);

    @Override
    void close();
}
