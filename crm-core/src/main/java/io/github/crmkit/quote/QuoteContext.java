package io.github.crmkit.quote;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.price.PricingRequest;
import io.github.crmkit.pricerule.CustomField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the prices of a quote are asked with besides its book, its day, its buyer and its lines; kept with the quote, so that it
 * is priced again in the same circumstances.
 *
 * @param channel through what it is bought, in the words of the host; absent where nobody said
 * @param campaign what brought it, in the words of the host; absent where nobody said
 * @param coupons codes that the buyer shows, at most {@value PricingRequest#MAX_COUPONS}
 * @param custom values of the host's own fields, by name: texts, {@link Long}s, {@link BigDecimal}s, truth values, dates
 */
public record QuoteContext(
        @Nullable String channel, @Nullable String campaign, List<String> coupons, Map<String, Object> custom) {

    /** Nothing besides. */
    public static final QuoteContext NONE = new QuoteContext(null, null, List.of(), Map.of());

    public QuoteContext {
        coupons = List.copyOf(coupons);
        custom = Map.copyOf(custom);
    }

    /** Bought through this channel, because of this campaign. */
    public QuoteContext through(@Nullable String nextChannel, @Nullable String nextCampaign) {
        return new QuoteContext(nextChannel, nextCampaign, coupons, custom);
    }

    /** With exactly these codes shown. */
    public QuoteContext coupons(List<String> codes) {
        return new QuoteContext(channel, campaign, codes, custom);
    }

    /** With this value of a field of the host's own. */
    public QuoteContext custom(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(custom);
        more.put(name, value);
        return new QuoteContext(channel, campaign, coupons, more);
    }

    /** The request in these circumstances. */
    PricingRequest asked(PricingRequest request) {
        PricingRequest asked = request.through(channel, campaign).coupons(coupons);
        for (Map.Entry<String, Object> one : custom.entrySet()) {
            asked = asked.custom(one.getKey(), one.getValue());
        }
        return asked;
    }

    /** Notes what no store could keep; whether the host declared its fields so is looked at where prices are asked for. */
    void check(Violations problems) {
        checkWord(channel, "channel", problems);
        checkWord(campaign, "campaign", problems);
        problems.require(
                coupons.size() <= PricingRequest.MAX_COUPONS,
                "coupons",
                "size",
                "must be at most " + PricingRequest.MAX_COUPONS + " codes");
        for (int i = 0; i < coupons.size(); i++) {
            checkWord(coupons.get(i), "coupons[" + i + "]", problems);
        }
        custom.forEach((name, value) -> problems.require(
                name.length() <= CustomField.MAX_NAME && isKept(value),
                "custom",
                "kind",
                "must be texts, whole numbers, decimals, truth values and dates"));
    }

    private static void checkWord(@Nullable String word, String path, Violations problems) {
        problems.require(
                word == null || PlainTextValidator.isPlain(word, PricingRequest.MAX_WORD, false),
                path,
                "plain-text",
                "must be plain text of 1 to " + PricingRequest.MAX_WORD + " characters");
    }

    private static boolean isKept(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() || PlainTextValidator.isPlain(text, CustomField.MAX_TEXT, true);
        }
        return value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate;
    }
}
