package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.promotion.PromotionStanding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is for the buyer, the item and the price book of a line, and still does not apply.
 *
 * @param reason the first one in the order of {@link Reason}
 * @param promotion how the promotion stands, where it is the reason; otherwise absent
 */
public record Dismissed(
        PriceRule rule, Reason reason, @Nullable PromotionStanding promotion) {

    /** Why a rule does not apply. */
    public enum Reason {
        SET_INACTIVE("its set is switched off"),
        INACTIVE("it is withdrawn"),
        NOT_YET_VALID("its days have not begun"),
        EXPIRED("its days are over"),
        CURRENCY("it is for another currency"),
        QUANTITY("it is for other quantities"),
        PROMOTION("its promotion is not granted"),
        CONDITION("its condition does not hold"),
        /** It applies, and another one of its set goes before it. */
        LOWER_RANK("a more specific or more important rule goes before it"),
        /** It applies, and another one of its set is better for the buyer. */
        STACKING("another rule of its set leads to a lower price");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The stable code, for example {@code not-yet-valid}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason in words. */
        public String words() {
            return words;
        }
    }

    /** The reason in words; of a promotion how it stands. */
    public String words() {
        return promotion == null ? reason.words() : promotion.words();
    }
}
