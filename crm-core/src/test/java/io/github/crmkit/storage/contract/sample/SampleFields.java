package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What samples may be filtered and sorted by. */
public final class SampleFields {

    /** The longest remark, in UTF-16 units. */
    public static final int MAX_REMARK = 4_000;

    public static final TextField<Sample> REFERENCE =
            Field.<Sample>text("reference", 40, Sample::reference).optional();
    public static final TextField<Sample> NAME =
            Field.<Sample>text("name", 200, Sample::name).folded();
    public static final TextField<Sample> REMARK =
            Field.<Sample>text("remark", MAX_REMARK, Sample::remark).optional();
    public static final OrderedField<Sample, Long> QUANTITY =
            Field.<Sample>integer("quantity", s -> s.measures().quantity()).optional();
    public static final OrderedField<Sample, BigDecimal> AMOUNT =
            Field.<Sample>decimal("amount", 2, s -> s.measures().amount()).optional();
    public static final OrderedField<Sample, BigDecimal> RATE =
            Field.<Sample>decimal("rate", 6, s -> s.measures().rate()).optional();
    public static final Field<Sample, Boolean> ACTIVE =
            Field.<Sample>bool("active", Sample::active).optional();
    public static final OrderedField<Sample, LocalDate> DUE_ON =
            Field.<Sample>date("dueOn", Sample::dueOn).optional();
    public static final OrderedField<Sample, Instant> HAPPENED_AT =
            Field.<Sample>instant("happenedAt", Sample::happenedAt).optional();
    public static final Field<Sample, Colour> COLOUR = Field.<Sample, Colour>constant(
                    "colour", Colour.class, Sample::colour)
            .optional();
    public static final Field<Sample, UserId> OWNER_ID =
            Field.<Sample, UserId>id("ownerId", UserId::new, Sample::ownerId).optional();

    /** All of them. */
    public static final List<Field<Sample, ?>> ALL =
            List.of(REFERENCE, NAME, REMARK, QUANTITY, AMOUNT, RATE, ACTIVE, DUE_ON, HAPPENED_AT, COLOUR, OWNER_ID);

    private SampleFields() {}
}
