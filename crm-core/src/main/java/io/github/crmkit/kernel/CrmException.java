package io.github.crmkit.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Every refusal and failure of this library. The leaves carry typed fields; {@link #code()} is stable and may be matched
 * on, the message is for people and may improve.
 */
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CrmException(String message) {
        super(message);
    }

    protected CrmException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The stable code of this kind of refusal, for example {@code not-found}. */
    public abstract String code();
}
