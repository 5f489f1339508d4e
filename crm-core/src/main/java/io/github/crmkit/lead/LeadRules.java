package io.github.crmkit.lead;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lifecycle.Guard;
import io.github.crmkit.lifecycle.GuardedLifecycle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold for a lead beyond its table of statuses. */
final class LeadRules {

    /** A lead and what was said about moving it. */
    record Move(Lead lead, @Nullable String reason) {}

    private static final Violation CONVERTED = new Violation("", "lead-converted", "is converted, which is final");
    private static final Violation NOT_QUALIFIED =
            new Violation("status", "lead-not-qualified", "must be QUALIFIED to be converted");

    private static final Guard<Move> NOT_CONVERTED = Guard.require(
            (Move move) -> !move.lead().isConverted(), CONVERTED.path(), CONVERTED.code(), CONVERTED.message());
    private static final Guard<Move> REASON_GIVEN = Guard.require(
            (Move move) -> move.reason() != null,
            "reason",
            "reason-required",
            "must be given to give up or to come back");

    static final GuardedLifecycle<LeadStatus, Move> MOVES = LeadStatus.LIFECYCLE
            .guarded((Function<Move, LeadStatus>) move -> move.lead().status())
            .always(NOT_CONVERTED)
            .entering(LeadStatus.UNQUALIFIED, REASON_GIVEN)
            .leaving(LeadStatus.UNQUALIFIED, REASON_GIVEN);

    private LeadRules() {}

    static void requireOpen(Lead lead) {
        Violations problems = new Violations();
        problems.require(!lead.isConverted(), CONVERTED.path(), CONVERTED.code(), CONVERTED.message());
        problems.throwIfAny("lead");
    }

    static void requireConvertible(Lead lead) {
        requireOpen(lead);
        Violations problems = new Violations();
        problems.require(
                lead.status() == LeadStatus.QUALIFIED,
                NOT_QUALIFIED.path(),
                NOT_QUALIFIED.code(),
                NOT_QUALIFIED.message());
        problems.throwIfAny("lead");
    }
}
