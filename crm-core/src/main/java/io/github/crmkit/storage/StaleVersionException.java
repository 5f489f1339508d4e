package io.github.crmkit.storage;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.EntityRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed the same data first: nothing was written. Load again and decide again.
 *
 * <p>Every shape of this conflict arrives as this one type: a version that is no longer current, a serialization failure,
 * a deadlock, a lock that was not granted in time.
 */
public final class StaleVersionException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient @Nullable EntityRef subject;
    private final transient @Nullable Object current;

    /** A version-checked write that found another version. */
    public StaleVersionException(EntityRef subject, long expectedVersion) {
        this(subject, expectedVersion, null);
    }

    /** As above, with the aggregate as it stands now, where it could be read. */
    public StaleVersionException(EntityRef subject, long expectedVersion, @Nullable Object current) {
        super(subject.type() + " " + subject.id() + " is no longer at version " + expectedVersion);
        this.subject = subject;
        this.current = current;
    }

    /** The database reported the conflict; the subject is not known. */
    public StaleVersionException(String message, Throwable cause) {
        super(message, cause);
        this.subject = null;
        this.current = null;
    }

    /** The aggregate in conflict, where it is known. */
    public Optional<EntityRef> subject() {
        return Optional.ofNullable(subject);
    }

    /** The aggregate as it stands now, where it could be read. */
    public Optional<Object> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public String code() {
        return "stale-version";
    }
}
