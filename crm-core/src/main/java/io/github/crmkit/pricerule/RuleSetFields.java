package io.github.crmkit.pricerule;

import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What sets of rules may be filtered and sorted by. */
public final class RuleSetFields {

    public static final TextField<RuleSet> NAME =
            Field.text("name", RuleSet.MAX_NAME, RuleSet::name).folded();

    /** Absent for all books. */
    public static final Field<RuleSet, PriceBookId> BOOK = Field.<RuleSet, PriceBookId>id(
                    "book", PriceBookId::new, RuleSet::book)
            .optional();

    public static final OrderedField<RuleSet, Integer> POSITION = Field.smallInteger("position", RuleSet::position);
    public static final Field<RuleSet, Stacking> STACKING =
            Field.constant("stacking", Stacking.class, RuleSet::stacking);

    /** The first day, inclusive. */
    public static final OrderedField<RuleSet, LocalDate> VALID_FROM =
            Field.<RuleSet>date("validFrom", r -> r.validity().from()).optional();

    /** The first day on which it is no longer valid. */
    public static final OrderedField<RuleSet, LocalDate> VALID_UNTIL =
            Field.<RuleSet>date("validUntil", r -> r.validity().until()).optional();

    public static final Field<RuleSet, Boolean> ACTIVE = Field.bool("active", RuleSet::active);
    public static final OrderedField<RuleSet, Instant> CREATED_AT =
            Field.instant("createdAt", r -> r.stamp().createdAt());

    static final List<Field<RuleSet, ?>> ALL =
            List.of(NAME, BOOK, POSITION, STACKING, VALID_FROM, VALID_UNTIL, ACTIVE, CREATED_AT);

    private RuleSetFields() {}
}
