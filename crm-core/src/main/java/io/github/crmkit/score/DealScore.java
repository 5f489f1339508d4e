package io.github.crmkit.score;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.opportunity.OpportunityId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the score of one deal.
 *
 * @param prediction what the model said; null where it was not asked
 * @param changed whether the deal keeps another number, or none, now
 * @param refusal why the deal keeps what it had; null where that was not refused
 */
public record DealScore(
        OpportunityId deal,
        @Nullable Prediction prediction,
        boolean changed,
        @Nullable CrmException refusal) {

    static DealScore refused(OpportunityId deal, CrmException why) {
        return new DealScore(deal, null, false, why);
    }

    /** The score; absent where the model has not seen enough, or was not asked. */
    public Optional<Score> score() {
        return prediction == null ? Optional.empty() : prediction.score();
    }

    /** Why the deal keeps what it had; absent where that was not refused. */
    public Optional<CrmException> reasonRefused() {
        return Optional.ofNullable(refusal);
    }
}
