package io.github.crmkit.lead;

/** How a lead came in. */
public enum LeadSource {
    WEB,
    REFERRAL,
    TRADE_FAIR,
    CAMPAIGN,
    COLD_CALL,
    PARTNER,
    /** None of these, or nobody said. */
    OTHER
}
