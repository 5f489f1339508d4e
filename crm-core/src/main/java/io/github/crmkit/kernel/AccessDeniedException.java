package io.github.crmkit.kernel;

/** The caller can see the aggregate, or may know that it could exist, but may not do this to it. Nothing was written. */
public final class AccessDeniedException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final String action;
    private final String type;

    public AccessDeniedException(String action, String type) {
        super("not allowed to " + action + " this " + type);
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
