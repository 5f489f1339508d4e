package io.github.crmkit.pipeline;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;

/** What pipelines may be filtered and sorted by. Their stages are read with them, in one piece. */
public final class PipelineFields {

    /** The one text that {@link #DEFAULT_MARK} ever holds. */
    static final String DEFAULT = "default";

    public static final TextField<Pipeline> NAME =
            Field.text("name", Pipeline.MAX_NAME, Pipeline::name).folded();
    public static final TextField<Pipeline> REFERENCE = Field.<Pipeline>text(
                    "reference", Pipeline.MAX_REFERENCE, Pipeline::reference)
            .optional();
    public static final Field<Pipeline, Boolean> ACTIVE = Field.bool("active", Pipeline::active);

    /** {@code default} for the default pipeline and absent for all others: a unique key, so that there is one at most. */
    public static final TextField<Pipeline> DEFAULT_MARK = Field.<Pipeline>text(
                    "defaultMark", DEFAULT.length(), p -> p.isDefault() ? DEFAULT : null)
            .optional();

    public static final OrderedField<Pipeline, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    /** All of them, in this order. */
    public static final List<Field<Pipeline, ?>> ALL = List.of(NAME, REFERENCE, ACTIVE, DEFAULT_MARK, CREATED_AT);

    private PipelineFields() {}
}
