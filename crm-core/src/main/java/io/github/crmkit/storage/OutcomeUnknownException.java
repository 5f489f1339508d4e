package io.github.crmkit.storage;

import io.github.crmkit.kernel.CrmException;
import org.jspecify.annotations.Nullable;

/** The connection broke while committing: the work is either wholly done or not at all, and only reading tells which. */
public final class OutcomeUnknownException extends CrmException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "outcome-unknown";
    }
}
