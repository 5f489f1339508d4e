package io.github.crmkit.opportunity;

import io.github.crmkit.storage.UnitOfWork;

/** Tells whether something refers to a deal, so that it cannot be removed. Rooms whose records hold deals implement it. */
@FunctionalInterface
public interface DealUse {

    /** Whether anything of this tenant refers to the deal, whoever may see it. */
    boolean uses(UnitOfWork unit, OpportunityId deal);
}
