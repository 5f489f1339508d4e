package io.github.crmkit.query;

import io.github.crmkit.kernel.CrmException;

/** The cursor was not made by this library, or for another filter or order. */
public final class InvalidCursorException extends CrmException {

    private static final long serialVersionUID = 1L;

    public InvalidCursorException() {
        super("the cursor does not belong to this filter and order");
    }

    @Override
    public String code() {
        return "invalid-cursor";
    }
}
