package io.github.crmkit.quote;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What quotes can be filtered and sorted by. */
public final class QuoteFields {

    /** Decimals of a stored total: as many as any currency has. */
    public static final int AMOUNT_SCALE = 4;

    public static final Field<Quote, OpportunityId> OPPORTUNITY =
            Field.id("opportunity", OpportunityId::new, Quote::opportunity);
    public static final Field<Quote, AccountId> ACCOUNT =
            Field.id("account", AccountId::new, Quote::accountId).optional();
    public static final Field<Quote, UserId> OWNER = Field.id("owner", UserId::new, Quote::owner);
    public static final Field<Quote, PriceBookId> BOOK =
            Field.id("book", PriceBookId::new, (Quote q) -> q.terms().book());
    public static final Field<Quote, QuoteStatus> STATUS = Field.constant("status", QuoteStatus.class, Quote::status);
    public static final TextField<Quote> CURRENCY =
            Field.text("currency", 3, q -> q.terms().currency().getCode());
    public static final OrderedField<Quote, LocalDate> PRICED_ON =
            Field.date("pricedOn", q -> q.terms().pricedOn());
    public static final OrderedField<Quote, LocalDate> VALID_THROUGH =
            Field.date("validThrough", q -> q.terms().validThrough());
    /** Without tax, after the document discount, in the quote's currency. */
    public static final OrderedField<Quote, BigDecimal> NET =
            Field.decimal("net", AMOUNT_SCALE, q -> q.totals().net().getAmount());
    /** What is to be paid, in the quote's currency. */
    public static final OrderedField<Quote, BigDecimal> GROSS =
            Field.decimal("gross", AMOUNT_SCALE, q -> q.totals().gross().getAmount());

    public static final OrderedField<Quote, Instant> CREATED_AT =
            Field.instant("createdAt", q -> q.stamp().createdAt());

    /** All of them. */
    static final List<Field<Quote, ?>> ALL = List.of(
            OPPORTUNITY, ACCOUNT, OWNER, BOOK, STATUS, CURRENCY, PRICED_ON, VALID_THROUGH, NET, GROSS, CREATED_AT);

    private QuoteFields() {}
}
