package io.github.crmkit.storage;

import io.github.crmkit.kernel.CrmException;
import org.jspecify.annotations.Nullable;

/** Another aggregate of the tenant already has these values in a unique key: nothing was written. */
public final class DuplicateKeyException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final String type;
    private final String key;

    /**
     * @param type the name of the entity type
     * @param key the name of the unique key, {@code id} for the identity itself
     */
    public DuplicateKeyException(String type, String key, @Nullable Throwable cause) {
        super("another " + type + " has the same " + key, cause);
        this.type = type;
        this.key = key;
    }

    /** The name of the entity type. */
    public String type() {
        return type;
    }

    /** The name of the unique key. */
    public String key() {
        return key;
    }

    @Override
    public String code() {
        return "duplicate-key";
    }
}
