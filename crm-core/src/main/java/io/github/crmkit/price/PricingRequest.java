package io.github.crmkit.price;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be priced together, for whom and when.
 *
 * @param book where the prices come from; absent for the one that is assigned to the buyer in the currency
 * @param currency what it is to be priced in; absent for that of the book
 * @param date the pricing date, in the organisation's zone
 * @param account who buys; absent where nobody is known. Group and territory are the account's
 * @param channel through what it is bought, in the words of the host; absent where nobody said
 * @param campaign what brought it, in the words of the host; absent where nobody said
 * @param coupons codes that the buyer shows
 * @param custom values of the host's own fields, by name
 * @param lines at most {@value #MAX_LINES}
 */
public record PricingRequest(
        @Nullable PriceBookId book,
        @Nullable CurrencyUnit currency,
        @NotNull LocalDate date,
        @Nullable AccountId account,
        @Nullable @PlainText(max = MAX_WORD) String channel,
        @Nullable @PlainText(max = MAX_WORD) String campaign,
        @NotNull @Size(max = MAX_COUPONS) List<@PlainText(max = MAX_WORD) String> coupons,
        @NotNull Map<String, Object> custom,
        @NotNull @Size(max = MAX_LINES) List<PriceRequest> lines)
        implements Command {

    /** The longest channel, campaign and coupon, in UTF-16 units, inclusive. */
    public static final int MAX_WORD = 100;

    /** The most lines. */
    public static final int MAX_LINES = 1_000;

    /** The most coupons. */
    public static final int MAX_COUPONS = 20;

    public PricingRequest {
        coupons = List.copyOf(coupons);
        custom = Map.copyOf(custom);
        lines = List.copyOf(lines);
    }

    /** The prices of a book on a day, for nobody in particular; it still needs lines. */
    public static PricingRequest of(PriceBookId book, LocalDate date) {
        return new PricingRequest(book, null, date, null, null, null, List.of(), Map.of(), List.of());
    }

    /** The prices of whatever book is assigned to the buyer in this currency on a day; it still needs an account and lines. */
    public static PricingRequest assigned(CurrencyUnit currency, LocalDate date) {
        return new PricingRequest(null, currency, date, null, null, null, List.of(), Map.of(), List.of());
    }

    /** For this account. */
    public PricingRequest account(@Nullable AccountId who) {
        return new PricingRequest(book, currency, date, who, channel, campaign, coupons, custom, lines);
    }

    /** Bought through this channel, because of this campaign. */
    public PricingRequest through(@Nullable String nextChannel, @Nullable String nextCampaign) {
        return new PricingRequest(book, currency, date, account, nextChannel, nextCampaign, coupons, custom, lines);
    }

    /** With these codes shown. */
    public PricingRequest coupons(List<String> codes) {
        return new PricingRequest(book, currency, date, account, channel, campaign, codes, custom, lines);
    }

    /** With this value of a field of the host's own. */
    public PricingRequest custom(String name, Object value) {
        Map<String, Object> more = new HashMap<>(custom);
        more.put(name, value);
        return new PricingRequest(book, currency, date, account, channel, campaign, coupons, more, lines);
    }

    /** With one more line. */
    public PricingRequest line(PriceRequest line) {
        List<PriceRequest> more = new ArrayList<>(lines);
        more.add(line);
        return lines(more);
    }

    /** With exactly these lines. */
    public PricingRequest lines(List<PriceRequest> others) {
        return new PricingRequest(book, currency, date, account, channel, campaign, coupons, custom, others);
    }

    /** On another day. */
    public PricingRequest date(LocalDate other) {
        return new PricingRequest(book, currency, other, account, channel, campaign, coupons, custom, lines);
    }

    /** From another book; absent for the one that is assigned to the buyer. */
    public PricingRequest book(@Nullable PriceBookId other) {
        return new PricingRequest(other, currency, date, account, channel, campaign, coupons, custom, lines);
    }

    @Override
    public void check(Violations problems) {
        problems.require(
                book != null || currency != null,
                "book",
                "not-null",
                "must name a price book, or a currency to find one");
        problems.require(
                date == null || (date.getYear() >= 1000 && date.getYear() <= 9999),
                "date",
                "date-range",
                "must lie in the years 1000 to 9999");
    }
}
