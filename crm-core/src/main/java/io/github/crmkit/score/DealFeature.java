package io.github.crmkit.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known of a deal at a moment and may tell how it will end, as one of a few values. Hosts add their own;
 * they are handed the deal as it stood then, so they cannot look ahead. Probabilities and forecast categories are none of
 * those that come with this room: a model that learns from opinions repeats them.
 *
 * @param name by which it appears in a score
 * @param value its value for a deal; null where that is not known
 */
public record DealFeature(String name, Function<DealThen, @Nullable String> value) {

    /** The currency of the amount and its digits before the point, for example {@code THB 5}; {@code none} without amount. */
    public static final DealFeature SIZE = new DealFeature(
            "size", deal -> deal.state().value().map(DealFeature::size).orElse("none"));

    /** Days to the expected close: {@code overdue}, at most {@code 30}, {@code 90} or {@code 180}, {@code later}, {@code none}. */
    public static final DealFeature DUE =
            new DealFeature("due", deal -> due(deal.day(), deal.state().closeDate()));

    /** How often the expected close has been put off so far: {@code 0}, {@code 1}, {@code 2+}. */
    public static final DealFeature SLIPS = new DealFeature("slips", deal -> slips(deal.course()));

    /** Days since it came into being: at most {@code 30}, {@code 90} or {@code 180}, {@code older}. */
    public static final DealFeature AGE = new DealFeature(
            "age", deal -> atMost(Duration.between(deal.began(), deal.asOf()).toDays(), "older"));

    /** Whether the account that buys is {@code known} or {@code none}. */
    public static final DealFeature ACCOUNT =
            new DealFeature("account", deal -> deal.state().account() == null ? "none" : "known");

    /** The id of its owner. */
    public static final DealFeature OWNER =
            new DealFeature("owner", deal -> deal.state().owner().value().toString());

    private static String size(Money amount) {
        BigDecimal number = amount.getAmount();
        return amount.getCurrencyUnit().getCode() + " " + Math.max(1, number.precision() - number.scale());
    }

    private static String due(LocalDate today, @Nullable LocalDate close) {
        if (close == null) {
            return "none";
        }
        return close.isBefore(today) ? "overdue" : atMost(ChronoUnit.DAYS.between(today, close), "later");
    }

    private static String slips(List<DealThen.Held> course) {
        int slips = 0;
        LocalDate before = null;
        for (DealThen.Held held : course) {
            LocalDate now = held.state().closeDate();
            slips += before != null && now != null && now.isAfter(before) ? 1 : 0;
            before = now == null ? before : now;
        }
        return slips < 2 ? String.valueOf(slips) : "2+";
    }

    private static String atMost(long days, String beyond) {
        if (days > 180) {
            return beyond;
        }
        return days <= 30 ? "30" : days <= 90 ? "90" : "180";
    }
}
