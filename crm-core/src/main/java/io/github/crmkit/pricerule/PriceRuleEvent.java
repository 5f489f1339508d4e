package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of a set of rules and of its rules. */
public sealed interface PriceRuleEvent extends Event {

    /** A set was opened. */
    record SetOpened() implements PriceRuleEvent {
        @Override
        public String code() {
            return "rule-set.opened";
        }
    }

    /** A set got another name, place, way of stacking or validity. */
    record SetEdited() implements PriceRuleEvent {
        @Override
        public String code() {
            return "rule-set.edited";
        }
    }

    /** A set takes part again. */
    record SetActivated() implements PriceRuleEvent {
        @Override
        public String code() {
            return "rule-set.activated";
        }
    }

    /** A set takes no part any more. */
    record SetDeactivated() implements PriceRuleEvent {
        @Override
        public String code() {
            return "rule-set.deactivated";
        }
    }

    /** Rules of a set were added, changed, withdrawn or reinstated; their own histories say which. */
    record RulesChanged() implements PriceRuleEvent {
        @Override
        public String code() {
            return "rule-set.rules-changed";
        }
    }

    /** A rule came into its set. */
    record RuleAdded() implements PriceRuleEvent {
        @Override
        public String code() {
            return "price-rule.added";
        }
    }

    /** A rule says something else; the history says what. */
    record RuleChanged() implements PriceRuleEvent {
        @Override
        public String code() {
            return "price-rule.changed";
        }
    }

    /** A rule no longer applies. */
    record RuleWithdrawn() implements PriceRuleEvent {
        @Override
        public String code() {
            return "price-rule.withdrawn";
        }
    }

    /** A withdrawn rule applies again. */
    record RuleReinstated() implements PriceRuleEvent {
        @Override
        public String code() {
            return "price-rule.reinstated";
        }
    }
}
