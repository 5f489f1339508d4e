package io.github.crmkit.examples.rivals;

import java.math.BigDecimal;

/** What is priced, as the other engine likes it: a bean that its rules write the price into. */
public final class DroolsLine {

    private final String product;
    private final int quantity;
    private BigDecimal price = BigDecimal.ZERO;

    /** A line without a price yet. */
    public DroolsLine(String product, int quantity) {
        this.product = product;
        this.quantity = quantity;
    }

    /** The number of the product. */
    public String getProduct() {
        return product;
    }

    /** Whole units. */
    public int getQuantity() {
        return quantity;
    }

    /** The price of one unit; 0 until a rule said otherwise. */
    public BigDecimal getPrice() {
        return price;
    }

    /** What a rule does. */
    public void setPrice(BigDecimal next) {
        price = next;
    }
}
