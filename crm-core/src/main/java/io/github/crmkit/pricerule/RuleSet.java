package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.time.DateRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules that compete or work together. Sets take part in the order of their positions, each on the result of the one before.
 * It is opened active, may be edited, switched off and on, and is never removed.
 *
 * <p>Its version names the state of its rules as well: saving, changing or withdrawing a rule touches its set.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), unique within the tenant
 * @param book the price book whose prices it changes; absent for those of all books
 * @param position its place among the sets of the tenant, 1 to {@value #MAX_POSITION}, lowest first; no two sets share one
 * @param stacking what its rules do together
 * @param validity the days on which it takes part, in the organisation's zone
 * @param active whether it takes part at all
 */
public record RuleSet(
        RuleSetId id,
        Stamp stamp,
        String name,
        @Nullable PriceBookId book,
        int position,
        Stacking stacking,
        DateRange validity,
        boolean active) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /** The last position, inclusive. */
    public static final int MAX_POSITION = 1_000_000;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public RuleSet {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        checkPosition(position, problems);
        validity.checkKept(problems, "validity");
        problems.throwIfAny("rule set");
    }

    static void checkPosition(int position, Violations problems) {
        problems.require(
                position >= 1 && position <= MAX_POSITION, "position", "out-of-range", "must be 1 to " + MAX_POSITION);
    }

    /** The price book whose prices it changes; absent for those of all books. */
    public Optional<PriceBookId> onlyBook() {
        return Optional.ofNullable(book);
    }

    /** Gives it this name, place, way of stacking and these days; nothing changes where it has them. */
    public Change<RuleSet> edit(String newName, int newPosition, Stacking newStacking, DateRange days) {
        RuleSet edited = new RuleSet(id, stamp, newName, book, newPosition, newStacking, days, active);
        return edited.equals(this) ? Change.none(this) : Change.of(this, edited, new PriceRuleEvent.SetEdited());
    }

    /** Lets it take part; an active one stays as it is. */
    public Change<RuleSet> activate() {
        return become(true, new PriceRuleEvent.SetActivated());
    }

    /** Keeps it from taking part; an inactive one stays as it is. */
    public Change<RuleSet> deactivate() {
        return become(false, new PriceRuleEvent.SetDeactivated());
    }

    private Change<RuleSet> become(boolean next, PriceRuleEvent event) {
        return active == next
                ? Change.none(this)
                : Change.of(this, new RuleSet(id, stamp, name, book, position, stacking, validity, next), event);
    }

    /** Names a new state of its rules: the set is the same, its version is the next. */
    Change<RuleSet> touch() {
        return Change.of(this, this, new PriceRuleEvent.RulesChanged());
    }

    /** The same set with another stamp. */
    public RuleSet withStamp(Stamp next) {
        return new RuleSet(id, next, name, book, position, stacking, validity, active);
    }
}
