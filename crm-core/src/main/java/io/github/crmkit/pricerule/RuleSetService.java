package io.github.crmkit.pricerule;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the sets of rules, for one caller. {@link PriceRuleService} fills them. */
public final class RuleSetService {

    private final Desk desk;

    public RuleSetService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Asks for a new set of rules.
     *
     * @param name unique within the tenant
     * @param position its place among the sets, lowest first; free within the tenant
     * @param stacking what its rules do together
     * @param book the price book whose prices it changes, for life; absent for those of all books
     * @param validity the days on which it takes part
     */
    public record NewRuleSet(
            @NotNull @PlainText(max = RuleSet.MAX_NAME) String name,
            int position,
            @NotNull Stacking stacking,
            @Nullable PriceBookId book,
            @NotNull DateRange validity)
            implements Command {

        /** For the prices of all books, on all days. */
        public static NewRuleSet of(String name, int position, Stacking stacking) {
            return new NewRuleSet(name, position, stacking, null, DateRange.always());
        }

        /** For the prices of this book alone. */
        public NewRuleSet book(@Nullable PriceBookId only) {
            return new NewRuleSet(name, position, stacking, only, validity);
        }

        /** On these days. */
        public NewRuleSet validity(DateRange days) {
            return new NewRuleSet(name, position, stacking, book, days);
        }

        @Override
        public void check(Violations problems) {
            RuleSet.checkPosition(position, problems);
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Asks for another name, place, way of stacking and other days: starts from the set as the caller saw it.
     *
     * @param version the version the caller saw; a change of its rules makes a new one
     */
    public record EditRuleSet(
            @NotNull RuleSetId id,
            @Positive long version,
            @NotNull @PlainText(max = RuleSet.MAX_NAME) String name,
            int position,
            @NotNull Stacking stacking,
            @NotNull DateRange validity)
            implements Command {

        /** Everything as it is. */
        public static EditRuleSet of(RuleSet seen) {
            return new EditRuleSet(
                    seen.id(), seen.stamp().version(), seen.name(), seen.position(), seen.stacking(), seen.validity());
        }

        /** With this name. */
        public EditRuleSet name(String text) {
            return new EditRuleSet(id, version, text, position, stacking, validity);
        }

        /** In this place. */
        public EditRuleSet position(int place) {
            return new EditRuleSet(id, version, name, place, stacking, validity);
        }

        /** With rules that do this together. */
        public EditRuleSet stacking(Stacking together) {
            return new EditRuleSet(id, version, name, position, together, validity);
        }

        /** On these days. */
        public EditRuleSet validity(DateRange days) {
            return new EditRuleSet(id, version, name, position, stacking, days);
        }

        @Override
        public void check(Violations problems) {
            RuleSet.checkPosition(position, problems);
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Opens a set without rules.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it
     * @throws io.github.crmkit.kernel.NotFoundException where there is no such price book
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name or the position is taken
     */
    public RuleSet open(NewRuleSet command) {
        return desk.run(command, work -> {
            if (command.book() != null) {
                work.get(PriceBooks.TYPE, command.book());
            }
            RuleSet set = new RuleSet(
                    new RuleSetId(work.newId()),
                    work.firstStamp(),
                    command.name(),
                    command.book(),
                    command.position(),
                    command.stacking(),
                    command.validity(),
                    true);
            return work.save(RuleSets.TYPE, Action.CREATE, Change.created(set, new PriceRuleEvent.SetOpened()));
        });
    }

    /**
     * Gives a set another name, place, way of stacking and other days. Where it has them, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with them
     * @throws StaleVersionException where somebody else changed it or its rules since the caller saw it
     * @throws io.github.crmkit.storage.DuplicateKeyException where the name or the position is taken
     */
    public RuleSet edit(EditRuleSet command) {
        return desk.run(command, work -> {
            RuleSet set = work.get(RuleSets.TYPE, command.id());
            Change<RuleSet> change =
                    set.edit(command.name(), command.position(), command.stacking(), command.validity());
            if (!change.isNone() && set.stamp().version() != command.version()) {
                throw new StaleVersionException(RuleSets.TYPE.refOf(set), command.version(), set);
            }
            return work.save(RuleSets.TYPE, Action.UPDATE, change);
        });
    }

    /** Lets a set take part again. */
    public RuleSet activate(RuleSetId id) {
        return decide(id, RuleSet::activate);
    }

    /** Keeps a set from taking part; prices that were given stay as they are. */
    public RuleSet deactivate(RuleSetId id) {
        return decide(id, RuleSet::deactivate);
    }

    private RuleSet decide(RuleSetId id, Function<RuleSet, Change<RuleSet>> decision) {
        return desk.run(work -> work.save(RuleSets.TYPE, Action.UPDATE, decision.apply(work.get(RuleSets.TYPE, id))));
    }

    /**
     * The set with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public RuleSet get(RuleSetId id) {
        return desk.run(work -> work.get(RuleSets.TYPE, id));
    }

    /** The set of exactly this name. */
    public Optional<RuleSet> named(String name) {
        return desk.run(work -> RuleSets.in(work).named(name));
    }

    /** One page of sets. */
    public Page<RuleSet> find(Criteria<RuleSet> where, Sort<RuleSet> sort, PageRequest request) {
        return desk.run(work -> work.page(RuleSets.TYPE, where, sort, request));
    }

    /** What was done to a set, oldest first; its rules have histories of their own. */
    public List<HistoryEntry> history(RuleSetId id) {
        return desk.run(work -> work.historyOf(RuleSets.TYPE.refOf(work.get(RuleSets.TYPE, id))));
    }
}
