package io.github.crmkit.storage;

import io.github.crmkit.kernel.CrmException;
import org.jspecify.annotations.Nullable;

/** The store could not do its work, for reasons that are nobody's input: the unit of work was rolled back. */
public final class StorageFailureException extends CrmException {

    private static final long serialVersionUID = 1L;

    public StorageFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "storage-failure";
    }
}
