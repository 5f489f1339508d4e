package io.github.crmkit.kernel;

/**
 * There is no such aggregate for this caller. An unknown id, an id of another tenant and an id that the caller may not
 * see are told apart by nothing, not even the message.
 */
public final class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient EntityRef subject;

    public NotFoundException(EntityRef subject) {
        super("no " + subject.type() + " with id " + subject.id());
        this.subject = subject;
    }

    /** What was asked for. */
    public EntityRef subject() {
        return subject;
    }

    @Override
    public String code() {
        return "not-found";
    }
}
