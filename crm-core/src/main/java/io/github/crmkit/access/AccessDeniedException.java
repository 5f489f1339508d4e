package io.github.crmkit.access;

import io.github.crmkit.kernel.CrmException;
import org.jspecify.annotations.Nullable;

/** The caller can see the aggregate, or may know that it could exist, but may not do this to it. Nothing was written. */
public final class AccessDeniedException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final String action;
    private final String type;

    public AccessDeniedException(String action, String type) {
        this(action, type, null);
    }

    /** The decision itself failed, which denies. */
    public AccessDeniedException(String action, String type, @Nullable Throwable cause) {
        super("not allowed to " + action + " this " + type, cause);
        this.action = action;
        this.type = type;
    }

    /** What was attempted. */
    public String action() {
        return action;
    }

    /** The name of the entity type it was attempted on. */
    public String type() {
        return type;
    }

    @Override
    public String code() {
        return "access-denied";
    }
}
