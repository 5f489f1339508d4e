package io.github.crmkit.rulebook;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.pricerule.PriceRuleId;

/**
 * The condition of a rule cannot be answered: it names a field that does not exist any more, or the value of a field is not
 * what was declared. Nothing is priced around such a rule.
 */
public final class RuleFailedException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient PriceRuleId rule;

    RuleFailedException(PriceRuleId rule, Throwable cause) {
        super("the condition of price rule " + rule.text() + " cannot be answered", cause);
        this.rule = rule;
    }

    /** The rule. */
    public PriceRuleId rule() {
        return rule;
    }

    @Override
    public String code() {
        return "rule-failed";
    }
}
