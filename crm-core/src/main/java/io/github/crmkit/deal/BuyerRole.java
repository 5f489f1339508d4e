package io.github.crmkit.deal;

/** What a person on the customer's side has to do with a deal. */
public enum BuyerRole {
    /** Says yes or no in the end. */
    DECISION_MAKER(true),
    /** Has the money and may say no whatever the others say. */
    ECONOMIC_BUYER(true),
    /** Wants us to win and says so inside. */
    CHAMPION(false),
    /** Is listened to by those who decide. */
    INFLUENCER(false),
    /** Compares the offers. */
    EVALUATOR(false),
    /** Will work with what is bought. */
    USER(false),
    /** Is against it. */
    BLOCKER(false),
    OTHER(false);

    private final boolean deciding;

    BuyerRole(boolean deciding) {
        this.deciding = deciding;
    }

    /** Whether somebody in this role can be the primary decider. */
    public boolean decides() {
        return deciding;
    }
}
