package io.github.crmkit.lint;

import io.github.crmkit.kernel.EntityRef;
import java.util.List;
import java.util.Locale;

/**
 * Something in price books or rules that somebody should look at. It is no refusal: prices are made as long as they can be.
 *
 * @param kind what is wrong
 * @param about what it is wrong with, the one to change first; at least one
 * @param sentence what is wrong, to be read by whoever keeps the prices
 * @param witness a line that shows it
 */
public record Finding(Kind kind, List<EntityRef> about, String sentence, Witness witness) {

    /** What can be wrong. */
    public enum Kind {
        /** A small quantity has no price although a larger one has. */
        TIER_GAP,
        /** Days without a price between days with one. */
        DATE_GAP,
        /** Two entries claim the same tier on the same day. */
        TIER_OVERLAP,
        /** Entries that apply together do not agree on how tiers make a price. */
        TIERING_MIXED,
        /** Buying more costs less. */
        TOTALS_FALL,
        /** Books are derived from each other in a circle. */
        DERIVATION_CIRCLE,
        /** A derived book has a base that is not there, or not on all of its days. */
        BASE_MISSING,
        /** A derived book has a base in another currency, and there is no rate. */
        RATE_MISSING,
        /** The margin is all of the price: the cost is nothing, or the percentage is 100 or more. */
        MARGIN_WHOLE,
        /** A rule is for a currency in which no book has prices. */
        RULE_CURRENCY_MISSING,
        /** No day belongs to a rule and to its set, its book, its promotion and its products alike. */
        RULE_WITHOUT_DAY,
        /** Nothing that is sold is what a rule is on. */
        RULE_WITHOUT_PRODUCT,
        /** No quantity that can be ordered is in the band of a rule. */
        RULE_WITHOUT_QUANTITY,
        /** A condition cannot be read. */
        CONDITION_UNREADABLE,
        /** A condition holds for no line. */
        CONDITION_NEVER_HOLDS,
        /** For every line that a rule is for, others go first. */
        RULE_OUTRANKED,
        /** Two rules are equally specific and important, and one of them would have to decide. */
        RULE_TIE,
        /** A rule of a set that adds percentages up does something that cannot be added. */
        RULE_NOT_ADDED,
        /** For every line that a rule of a set that takes the best is for, others lead to a price that is at least as low. */
        RULE_BEATEN,
        /** Buying more costs less by what rules do, though it does not by the price book alone. */
        RULE_TOTALS_FALL,
        /** A rule gives a discount for a quantity on a price that is told for that quantity already. */
        BLOCK_DISCOUNTED,
        /** Two contract prices claim the same account, product and unit on the same day. */
        CONTRACT_OVERLAP,
        /** Days without a contract price between days with one. */
        CONTRACT_GAP,
        /** A contract price is in a currency in which no book has prices. */
        CONTRACT_CURRENCY_MISSING,
        /** A contract price is for what is not sold. */
        CONTRACT_WITHOUT_PRODUCT,
        /** A contract price is for a unit that the product does not have. */
        CONTRACT_WITHOUT_UNIT,
        /** No day belongs to a contract price, its product and a book in its currency alike. */
        CONTRACT_WITHOUT_DAY;

        /** The stable code, for example {@code tier-gap}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it says that a rule, or a contract price, can never decide. */
        public boolean isUnreachable() {
            return switch (this) {
                case RULE_CURRENCY_MISSING,
                        RULE_WITHOUT_DAY,
                        RULE_WITHOUT_PRODUCT,
                        RULE_WITHOUT_QUANTITY,
                        CONDITION_UNREADABLE,
                        CONDITION_NEVER_HOLDS,
                        RULE_OUTRANKED,
                        RULE_NOT_ADDED,
                        RULE_BEATEN,
                        CONTRACT_CURRENCY_MISSING,
                        CONTRACT_WITHOUT_PRODUCT,
                        CONTRACT_WITHOUT_UNIT,
                        CONTRACT_WITHOUT_DAY -> true;
                default -> false;
            };
        }
    }

    public Finding {
        about = List.copyOf(about);
        if (about.isEmpty()) {
            throw new IllegalArgumentException("a finding is about something");
        }
    }

    /** The code and the sentence. */
    @Override
    public String toString() {
        return kind.code() + ": " + sentence;
    }
}
