package io.github.crmkit.access;

import java.util.Locale;

/** What a caller may be allowed to do to an aggregate. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    /** Give it to another owner. */
    ASSIGN,
    /** Turn a lead into account, contact and deal. */
    CONVERT,
    /** End a deal as won or lost. */
    CLOSE,
    /** Open a closed deal again. */
    REOPEN,
    /** Send a quote to the customer. */
    SEND,
    /** Record the customer's answer to a quote. */
    ANSWER,
    /** Set a price or a probability by hand. */
    OVERRIDE,
    /** Write down what happened before the record came here. */
    IMPORT_HISTORY;

    /** The action as a word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
