package io.github.crmkit.kernel;

/** Something is larger than this library handles at once; refused before any work was done. */
public final class LimitExceededException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final String what;
    private final long limit;

    /**
     * @param what the thing that is limited, for example {@code page size}
     * @param limit the largest value allowed, inclusive
     */
    public LimitExceededException(String what, long limit) {
        super(what + " is limited to " + limit);
        this.what = what;
        this.limit = limit;
    }

    /** The thing that is limited. */
    public String what() {
        return what;
    }

    /** The largest value allowed, inclusive. */
    public long limit() {
        return limit;
    }

    @Override
    public String code() {
        return "limit-exceeded";
    }
}
