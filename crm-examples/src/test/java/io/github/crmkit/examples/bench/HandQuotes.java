package io.github.crmkit.examples.bench;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteId;
import io.github.crmkit.quote.QuoteLine;
import io.github.crmkit.quote.QuoteStatus;
import io.github.crmkit.quote.QuoteTerms;
import io.github.crmkit.totals.TaxBasis;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.Totals;
import io.github.crmkit.totals.TotalsProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Quotes with their lines in JDBC written by hand. */
final class HandQuotes {

    private static final String HEAD =
            "version, created_at, created_by, changed_at, changed_by, opportunity_id, account_id,"
                    + " owner_id, price_book_id, currency, priced_on, valid_through, totals_profile, tax_basis, tax_included,"
                    + " rounding, status, discount_amount";
    private static final String INSERT = "insert into crm_quote (tenant_id, id, " + HEAD
            + ", net_amount, gross_amount, closing_reason) values (?" + ", ?".repeat(22) + ")";
    private static final String LINE = "sku, product_name, product_id, unit, quantity, l.currency, list_price,"
            + " calculated_price, manual_price, amount, proof, rejected, tax_category, tax_rate, price_per, line_role";
    private static final String INSERT_LINE = "insert into crm_quote_line (tenant_id, quote_id, position_no, "
            + LINE.replace("l.", "")
            + ") values (?" + ", ?".repeat(18) + ")";
    private static final String FIND =
            "select " + HEAD + ", closing_reason from crm_quote where tenant_id = ? and id = ?";
    /** Head and lines are two reads: the version tells whether somebody saved the quote between them. */
    private static final String FIND_LINES = "select " + LINE + ", q.version from crm_quote q join crm_quote_line l"
            + " on l.tenant_id = q.tenant_id and l.quote_id = q.id where q.tenant_id = ? and q.id = ?"
            + " order by position_no";

    private HandQuotes() {}

    static void insert(Connection connection, TenantId tenant, Quote quote) throws SQLException {
        try (PreparedStatement to = connection.prepareStatement(INSERT)) {
            bindHead(to, tenant, quote);
            to.executeUpdate();
        }
        try (PreparedStatement to = connection.prepareStatement(INSERT_LINE)) {
            long position = 0;
            for (QuoteLine line : quote.lines()) {
                to.setObject(1, tenant.value());
                to.setObject(2, quote.id().value());
                to.setLong(3, position++);
                bindLine(to, line);
                to.addBatch();
            }
            to.executeBatch();
        }
    }

    static Quote find(Connection connection, TenantId tenant, QuoteId id) throws SQLException {
        List<QuoteLine> lines = new ArrayList<>();
        long version = 0;
        try (PreparedStatement statement = connection.prepareStatement(FIND_LINES)) {
            statement.setObject(1, tenant.value());
            statement.setObject(2, id.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(readLine(rows));
                    version = rows.getLong(17);
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, tenant.value());
            statement.setObject(2, id.value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                Quote quote = readHead(rows, id, lines);
                if (quote.stamp().version() != version) {
                    throw new IllegalStateException("somebody saved it in the meantime");
                }
                return quote;
            }
        }
    }

    private static void bindHead(PreparedStatement to, TenantId tenant, Quote quote) throws SQLException {
        Stamp stamp = quote.stamp();
        QuoteTerms terms = quote.terms();
        Totals totals = quote.totals();
        AccountId account = quote.accountId();
        to.setObject(1, tenant.value());
        to.setObject(2, quote.id().value());
        to.setLong(3, stamp.version());
        Hand.instant(to, 4, stamp.createdAt());
        to.setObject(5, stamp.createdBy().value());
        Hand.instant(to, 6, stamp.changedAt());
        to.setObject(7, stamp.changedBy().value());
        to.setObject(8, quote.opportunity().value());
        to.setObject(9, account == null ? null : account.value());
        to.setObject(10, quote.owner().value());
        to.setObject(11, terms.book().value());
        to.setString(12, terms.currency().getCode());
        to.setObject(13, terms.pricedOn());
        to.setObject(14, terms.validThrough());
        to.setString(15, terms.profile().name());
        to.setString(16, terms.profile().basis().name());
        to.setBoolean(17, terms.profile().taxIncluded());
        to.setString(18, terms.profile().rounding().name());
        to.setString(19, quote.status().name());
        to.setBigDecimal(20, quote.discount().getAmount().setScale(4));
        to.setBigDecimal(21, totals.net().getAmount().setScale(4));
        to.setBigDecimal(22, totals.gross().getAmount().setScale(4));
        to.setString(23, quote.closingReason());
    }

    private static void bindLine(PreparedStatement to, QuoteLine line) throws SQLException {
        Price price = line.price();
        UnitPrice manual = price.manual();
        to.setString(4, line.sku());
        to.setString(5, line.name());
        to.setObject(6, price.product().value());
        to.setString(7, price.unit());
        to.setBigDecimal(8, price.quantity().value().setScale(6));
        to.setString(9, price.currency().getCode());
        to.setBigDecimal(10, price.list().amount().setScale(6));
        to.setBigDecimal(11, price.calculated().amount().setScale(6));
        if (manual == null) {
            to.setNull(12, Types.NUMERIC);
        } else {
            to.setBigDecimal(12, manual.amount().setScale(6));
        }
        to.setBigDecimal(13, price.amount().getAmount().setScale(4));
        to.setString(14, HandProofs.steps(price.proof()));
        to.setString(15, HandProofs.rejected(price.rejected()));
        to.setString(16, line.tax().category());
        to.setBigDecimal(17, line.tax().rate().value().setScale(6));
        to.setBigDecimal(18, price.per().value().setScale(6));
        to.setString(19, line.role().name());
    }

    private static Quote readHead(ResultSet from, QuoteId id, List<QuoteLine> lines) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(from.getString(10));
        UUID account = from.getObject(7, UUID.class);
        TotalsProfile profile = new TotalsProfile(
                from.getString(13),
                TaxBasis.valueOf(from.getString(14)),
                from.getBoolean(15),
                RoundingMode.valueOf(from.getString(16)));
        return new Quote(
                id,
                new Stamp(
                        from.getLong(1),
                        Objects.requireNonNull(Hand.instant(from, 2)),
                        new UserId(from.getObject(3, UUID.class)),
                        Objects.requireNonNull(Hand.instant(from, 4)),
                        new UserId(from.getObject(5, UUID.class))),
                new OpportunityId(from.getObject(6, UUID.class)),
                account == null ? null : new AccountId(account),
                new UserId(from.getObject(8, UUID.class)),
                new QuoteTerms(
                        new PriceBookId(from.getObject(9, UUID.class)),
                        currency,
                        from.getObject(11, LocalDate.class),
                        from.getObject(12, LocalDate.class),
                        profile),
                QuoteStatus.valueOf(from.getString(17)),
                lines,
                Money.of(currency, from.getBigDecimal(18), RoundingMode.UNNECESSARY),
                from.getString(19));
    }

    private static QuoteLine readLine(ResultSet from) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(from.getString(6));
        BigDecimal manual = from.getBigDecimal(9);
        Price price = new Price(
                new ProductId(from.getObject(3, UUID.class)),
                from.getString(4),
                new Quantity(from.getBigDecimal(5)),
                UnitPrice.of(currency, from.getBigDecimal(7)),
                UnitPrice.of(currency, from.getBigDecimal(8)),
                new Quantity(from.getBigDecimal(15)),
                byHand(currency, manual),
                Money.of(currency, from.getBigDecimal(10), RoundingMode.UNNECESSARY),
                HandProofs.readSteps(from.getString(11)),
                HandProofs.readRejected(from.getString(12)));
        return new QuoteLine(
                from.getString(1),
                from.getString(2),
                price,
                new TaxClass(from.getString(13), new Percent(from.getBigDecimal(14))),
                PricedLines.Role.valueOf(from.getString(16)),
                List.of(),
                null);
    }

    private static @Nullable UnitPrice byHand(CurrencyUnit currency, @Nullable BigDecimal manual) {
        return manual == null ? null : UnitPrice.of(currency, manual);
    }
}
