package io.github.crmkit.opportunity;

import io.github.crmkit.deal.Books;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricing.PricingTerms;
import io.github.crmkit.query.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * On which terms an organisation moves its deals: how it counts, and what it demands besides the exit criteria of the
 * stages.
 *
 * @param books its days, fiscal periods and home currency
 * @param guards all of them are asked before a deal goes to another stage, in any direction
 * @param fields the words that the conditions of price rules may use
 */
public record DealTerms(Books books, List<Guard> guards, PricingFields fields) {

    public DealTerms {
        guards = List.copyOf(guards);
    }

    /** Terms without guards. */
    public static DealTerms of(Books books) {
        return new DealTerms(books, List.of(), PricingFields.standard());
    }

    /** The same terms by other books. */
    public DealTerms books(Books others) {
        return new DealTerms(others, guards, fields);
    }

    /** The same terms with exactly these guards. */
    public DealTerms guards(List<Guard> others) {
        return new DealTerms(books, others, fields);
    }

    /** The same terms with these words for the conditions of price rules. */
    public DealTerms fields(PricingFields others) {
        return new DealTerms(books, guards, others);
    }

    /** What prices are found with. */
    public PricingTerms pricing() {
        return new PricingTerms(books.rates(), fields);
    }

    /** Everything that the guards have against it, in their order. */
    List<Violation> refusals(Attempt attempt) {
        List<Violation> reasons = new ArrayList<>();
        guards.forEach(guard -> reasons.addAll(guard.refusals(attempt)));
        return reasons;
    }

    /**
     * A deal that is about to go to another stage.
     *
     * @param deal as it is
     * @param to another stage of the pipeline
     * @param reason what was said; absent where nothing was
     */
    public record Attempt(
            Opportunity deal,
            Pipeline pipeline,
            Stage to,
            @Nullable String reason) {

        /** Whether it goes on: to a later stage of the order that is open or won. */
        public boolean isForward() {
            return to.outcome() == Outcome.WON
                    || (to.isOpen() && pipeline.position(to.id()) > pipeline.position(deal.stage()));
        }
    }

    /**
     * A demand of the host's. It only looks: it changes nothing and asks no store. What it throws ends the move, and nothing
     * is written.
     */
    @FunctionalInterface
    public interface Guard {

        /** Everything that stands in the way; empty when the deal may go there. */
        List<Violation> refusals(Attempt attempt);

        /**
         * Demands of every deal that goes on that it satisfies this filter.
         *
         * @param path where the fault lies, for example {@code closeDate}
         * @param code the stable name of the demand
         * @param message one sentence for people, for example {@code must lie within this year}
         */
        static Guard require(Criteria<Opportunity> must, String path, String code, String message) {
            List<Violation> reason = List.of(new Violation(path, code, message));
            Guard asked = attempt -> must.matches(attempt.deal()) ? List.of() : reason;
            return asked.when(Attempt::isForward);
        }

        /** The same demand, made only of attempts for which this holds. */
        default Guard when(Predicate<Attempt> condition) {
            return attempt -> condition.test(attempt) ? refusals(attempt) : List.of();
        }

        /** The same demand, made only of deals that would be decided so. */
        default Guard entering(Outcome outcome) {
            return when(attempt -> attempt.to().outcome() == outcome);
        }

        /** The same demand, made only of deals of this pipeline that leave the stage of this name, whatever the case. */
        default Guard leaving(String stageName) {
            return when(attempt -> attempt.pipeline()
                    .stage(stageName)
                    .map(stage -> stage.id().equals(attempt.deal().stage()))
                    .orElse(false));
        }
    }
}
