package io.github.crmkit.quote;

import io.github.crmkit.agreement.BookAssignmentId;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.totals.TaxClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the prices of a quote rest on besides its book and its day.
 *
 * @param context what they were asked with
 * @param origin why it is this book; absent where the draft named it
 * @param taxes what tax categories of the catalogue are taxed at, each category once: what comes with a line is taxed as its own
 *     product says
 * @param promotions those that its prices use, each once; they are redeemed when it is accepted
 */
public record QuoteBasis(
        QuoteContext context, @Nullable Origin origin, List<TaxClass> taxes, List<PromotionId> promotions) {

    /** Nothing besides. */
    public static final QuoteBasis NONE = new QuoteBasis(QuoteContext.NONE, null, List.of(), List.of());

    /** The most tax categories. */
    public static final int MAX_TAXES = 50;

    /**
     * Why it is this book.
     *
     * @param reason what gave it
     * @param assignment the assignment; absent for the standard book
     */
    public record Origin(BookChoice.Reason reason, @Nullable BookAssignmentId assignment) {

        static @Nullable Origin of(@Nullable BookChoice choice) {
            return choice instanceof BookChoice.AssignedBook found
                    ? new Origin(found.reason(), found.assignment())
                    : null;
        }
    }

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that cannot be so */
    public QuoteBasis {
        taxes = List.copyOf(taxes);
        promotions = List.copyOf(promotions);
        Violations problems = new Violations();
        context.check(problems);
        checkTaxes(taxes, problems);
        problems.throwIfAny("basis of a quote");
    }

    static void checkTaxes(List<TaxClass> taxes, Violations problems) {
        problems.require(taxes.size() <= MAX_TAXES, "taxes", "size", "must be at most " + MAX_TAXES + " categories");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < taxes.size(); i++) {
            problems.require(
                    seen.add(taxes.get(i).category()), "taxes[" + i + "]", "tax-twice", "must be another category");
        }
    }

    /** Why it is this book, where the draft did not name it. */
    public Optional<Origin> bookOrigin() {
        return Optional.ofNullable(origin);
    }

    /** The same with prices that use these promotions. */
    QuoteBasis promotions(List<PromotionId> used) {
        return new QuoteBasis(context, origin, taxes, used);
    }
}
