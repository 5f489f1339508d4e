package io.github.crmkit.opportunity;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.CommandCheck;
import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.Books;
import io.github.crmkit.deal.ChecklistItem;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityCommand.AnswerQuestion;
import io.github.crmkit.opportunity.OpportunityCommand.HandOver;
import io.github.crmkit.opportunity.OpportunityCommand.SetAmount;
import io.github.crmkit.opportunity.OpportunityCommand.SetLines;
import io.github.crmkit.opportunity.OpportunityCommand.Staff;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.pipeline.StageOption;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door to deals, for one caller. Every method is one unit of work. A deal that the caller does not see is not found. */
public final class OpportunityService {

    private final Desk desk;
    private final DealTerms terms;
    private final Books books;
    private final List<Opportunities.Use> uses;

    /**
     * @param terms how the organisation counts, and what it demands before a deal moves
     * @param uses what may refer to a deal and keeps it from being removed
     */
    public OpportunityService(Desk desk, DealTerms terms, Opportunities.Use... uses) {
        this.desk = desk;
        this.terms = terms;
        this.books = terms.books();
        this.uses = List.of(uses);
    }

    /**
     * Opens a new deal.
     *
     * @throws RuleViolationsException with everything that is wrong with the command: {@code unknown-stage},
     *     {@code stage-inactive}, {@code pipeline-inactive}, {@code closing}, {@code reason-required}, …
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such pipeline, account or contact
     * @throws DuplicateKeyException when another deal has the reference
     * @throws io.github.crmkit.money.MissingRateException when it is closed already, in a foreign currency without a rate
     */
    public Opportunity open(NewOpportunity command) {
        desk.commandCheck().require(command);
        return withPipeline(() -> desk.run(work -> work.save(
                Opportunities.TYPE,
                Action.CREATE,
                new Opening(work, books).decide(List.of(command), place -> "").get(0))));
    }

    /**
     * Opens many new deals, all or none.
     *
     * @return the deals in the order of the commands
     * @throws RuleViolationsException with everything that is wrong with any of the commands, at paths such as
     *     {@code [3].stage}
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such pipeline, account or contact
     * @throws DuplicateKeyException when another deal has one of the references
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands
     */
    public List<Opportunity> openAll(List<NewOpportunity> commands) {
        desk.commandCheck()
                .inspectAll(commands)
                .distinct(commands, "reference", NewOpportunity::reference)
                .throwIfAny("new deals");
        return withPipeline(() -> desk.run(work -> work.saveAllNew(
                Opportunities.TYPE, new Opening(work, books).decide(commands, place -> "[" + place + "]."))));
    }

    /** The first deal of a tenant installs the default pipeline; whoever loses a race for that finds it there. */
    private <R> R withPipeline(Supplier<R> unit) {
        try {
            return unit.get();
        } catch (DuplicateKeyException race) {
            if (!race.type().equals(Pipelines.TYPE.name()) || !desk.storage().ownsTransactions()) {
                throw race;
            }
            return unit.get();
        }
    }

    /** Takes the deal to this stage; as {@link #move(MoveOpportunity)}. */
    public Opportunity move(OpportunityId id, StageId stage) {
        return move(MoveOpportunity.to(id, stage));
    }

    /** Takes the deal to the stage of this name, whatever the case; as {@link #move(MoveOpportunity)}. */
    public Opportunity move(OpportunityId id, String stageName) {
        return move(MoveOpportunity.to(id, stageName));
    }

    /** Closes the deal as won, today; as {@link #move(MoveOpportunity)}. */
    public Opportunity win(OpportunityId id) {
        return move(MoveOpportunity.won(id));
    }

    /** Closes the deal as lost, today, for this reason; as {@link #move(MoveOpportunity)}. */
    public Opportunity lose(OpportunityId id, String reason) {
        return move(MoveOpportunity.lost(id, reason));
    }

    /**
     * Takes a deal to another stage of its pipeline; a won or lost stage closes it. Asking for the stage that it is in
     * is success without a change.
     *
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException as {@link Opportunity#move} says
     * @throws RuleViolationsException {@code unknown-stage} for a name or id that the pipeline does not have;
     *     {@code effective-future}, {@code effective-order} for an impossible time of the move
     * @throws StaleVersionException when somebody else changed the deal first; carries the deal as it is
     * @throws io.github.crmkit.money.MissingRateException as {@link Opportunity#move} says
     */
    public Opportunity move(MoveOpportunity command) {
        return desk.run(command, work -> new Moves(work, terms).move(command));
    }

    /**
     * Moves many deals: each one that may be moved, and no other, by the same rules as {@link #move(MoveOpportunity)}. When
     * somebody else changes one of them meanwhile, they are moved one by one; within a transaction of the host's that
     * conflict is thrown.
     *
     * @return what came of each, in the order of the commands
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands; nothing is moved
     */
    public List<MoveOpportunity.Result> moveAll(List<MoveOpportunity> commands) {
        if (commands.size() > CommandCheck.MAX_BATCH) {
            throw new LimitExceededException("number of commands in a batch", CommandCheck.MAX_BATCH);
        }
        try {
            return desk.run(work -> new Moves(work, terms).moveAll(commands, desk.commandCheck()));
        } catch (StaleVersionException race) {
            if (!desk.storage().ownsTransactions()) {
                throw race;
            }
            return commands.stream().map(this::moved).toList();
        }
    }

    private MoveOpportunity.Result moved(MoveOpportunity command) {
        try {
            return MoveOpportunity.Result.moved(move(command));
        } catch (CrmException refusal) {
            return MoveOpportunity.Result.refused(command.id(), refusal);
        }
    }

    /**
     * Removes a deal that should never have been, such as a duplicate or a trial. Its history stays; from now on it is none of
     * the deals any more, closed or not. A deal that came to nothing is lost instead.
     *
     * @param reason why; required
     * @throws RuleViolationsException {@code deal-in-use} while anything refers to it, such as a quote; {@code plain-text} for
     *     an unusable reason
     * @throws io.github.crmkit.access.AccessDeniedException when the caller may not
     * @throws StaleVersionException when somebody else changes the deal at this moment
     */
    public void remove(OpportunityId id, String reason) {
        desk.run(work -> new Moves(work, terms).remove(id, reason, uses));
    }

    /**
     * Makes a closed deal open again; refused as {@link Opportunity#reopen} says.
     *
     * @throws io.github.crmkit.access.AccessDeniedException when the caller may not
     */
    public Opportunity reopen(OpportunityId id, String reason) {
        return desk.run(work -> {
            Opportunity deal = work.get(Opportunities.TYPE, id);
            Pipeline pipeline = work.get(Pipelines.TYPE, deal.position().pipeline());
            return work.save(Opportunities.TYPE, Action.REOPEN, deal.reopen(pipeline, reason, work.now(), terms));
        });
    }

    /**
     * Replaces what is known about an open deal; refused as {@link Opportunity#edit} says.
     *
     * @throws StaleVersionException when the deal is no longer as it was shown; carries the deal as it is
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such deal, account or contact
     */
    public Opportunity edit(EditOpportunity command) {
        return desk.run(command, work -> {
            Opportunity deal = shown(work, command.id(), command.version());
            Opening.requireParties(work, deal, command);
            return work.save(Opportunities.TYPE, Action.UPDATE, deal.edit(command, books));
        });
    }

    /**
     * Gives an open deal another team and other splits.
     *
     * @throws RuleViolationsException with everything that is wrong with them; {@code split-total} for revenue of anything but
     *     exactly 100 %, {@code split-member} for a split of somebody who is neither owner nor member; {@code deal-closed}
     * @throws StaleVersionException when the deal is no longer as it was shown; carries the deal as it is
     */
    public Opportunity staff(Staff command) {
        Violations problems = inspected(command);
        return desk.run(work -> {
            Opportunity deal = shown(work, command.id(), command.version());
            SalesTeam.checkHolders(deal.owner(), command.members(), command.revenue(), command.overlay(), problems);
            problems.throwIfAny("sales team");
            SalesTeam team = new SalesTeam(command.members(), command.revenue(), command.overlay());
            return work.save(Opportunities.TYPE, Action.UPDATE, deal.staff(team));
        });
    }

    /**
     * Gives an open deal other lines, which are its amount from then on. A price that is entered by hand needs the right to
     * override.
     *
     * @throws RuleViolationsException with everything that is wrong with any line, under {@code lines[i]}; {@code no-price}
     *     where the book has none; {@code currency-mismatch}, {@code deal-closed}
     * @throws StaleVersionException when the deal is no longer as it was shown; carries the deal as it is
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such deal or price book
     */
    public Opportunity setLines(SetLines command) {
        Violations problems = inspected(command);
        return desk.run(work -> {
            Opportunity deal = shown(work, command.id(), command.version());
            List<DealLine> lines = problems.isEmpty()
                    ? LinePricing.of(work, deal, terms.pricing(), command, books.dateOf(work.now()), problems)
                    : List.of();
            problems.throwIfAny("lines of a deal");
            Action action = command.byHand() ? Action.OVERRIDE : Action.UPDATE;
            return work.save(Opportunities.TYPE, action, deal.sell(lines));
        });
    }

    /**
     * Says where the amount of an open deal comes from, and which one it is; refused as {@link Opportunity#amount} says.
     *
     * @throws StaleVersionException when the deal is no longer as it was shown; carries the deal as it is
     */
    public Opportunity setAmount(SetAmount command) {
        return desk.run(command, work -> {
            Opportunity deal = shown(work, command.id(), command.version());
            return work.save(Opportunities.TYPE, Action.UPDATE, deal.amount(command.mode(), command.amount()));
        });
    }

    /** Answers a question of the deal's pipeline; as {@link #answer(AnswerQuestion)}. */
    public Opportunity answer(OpportunityId id, String question, String text) {
        return answer(AnswerQuestion.of(id, question, text));
    }

    /**
     * Answers a question of the pipeline of an open deal, as the caller and now; the last answer counts, history keeps all.
     *
     * @throws RuleViolationsException {@code unknown-question}, {@code question-ambiguous}, {@code deal-closed}
     */
    public Opportunity answer(AnswerQuestion command) {
        return desk.run(command, work -> {
            Opportunity deal = work.get(Opportunities.TYPE, command.id());
            Pipeline pipeline = work.get(Pipelines.TYPE, deal.position().pipeline());
            StageId asking = OpportunityRules.asking(pipeline, deal, command.stage(), command.question());
            Answer given = new Answer(
                    command.question(), asking, command.text(), work.caller().user(), work.now());
            return work.save(Opportunities.TYPE, Action.UPDATE, deal.answer(given));
        });
    }

    /** Hands the deal over to a colleague with a note, closed or not; refused as {@link Opportunity#handOver} says. */
    public Opportunity handOver(HandOver command) {
        return desk.run(
                command,
                work -> work.save(
                        Opportunities.TYPE,
                        Action.ASSIGN,
                        work.get(Opportunities.TYPE, command.id()).handOver(command)));
    }

    /** Gives the deal to another user; refused as {@link Opportunity#assign} says. */
    public Opportunity assign(OpportunityId id, UserId to) {
        return change(id, Action.ASSIGN, (work, deal) -> deal.assign(to));
    }

    /** Sets the probability of an open deal by hand; refused as {@link Opportunity#overrideProbability} says. */
    public Opportunity overrideProbability(OpportunityId id, Percent percent) {
        return judge(id, percent);
    }

    /** Takes back a probability that was set by hand. */
    public Opportunity withdrawOverride(OpportunityId id) {
        return judge(id, null);
    }

    /** Keeps what a model computed for an open deal, absent to forget it; refused as {@link Opportunity#score} says. */
    public Opportunity score(OpportunityId id, @Nullable Percent percent) {
        return change(id, Action.UPDATE, (work, deal) -> deal.score(percent));
    }

    /**
     * The deal with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none that the caller sees
     */
    public Opportunity get(OpportunityId id) {
        return desk.run(work -> work.get(Opportunities.TYPE, id));
    }

    /** The deal with this key of another system. */
    public Optional<Opportunity> byReference(String reference) {
        return desk.run(work -> Opportunities.in(work).byReference(reference));
    }

    /** One page of the deals that satisfy the filter. */
    public Page<Opportunity> find(Criteria<Opportunity> where, Sort<Opportunity> sort, PageRequest request) {
        return desk.run(work -> work.page(Opportunities.TYPE, where, sort, request));
    }

    /** How many deals satisfy the filter. */
    public long count(Criteria<Opportunity> where) {
        return desk.run(work -> Opportunities.in(work).count(where));
    }

    /** What the deal may do next, and why not the rest, as long as no reason is given. */
    public List<StageOption> options(OpportunityId id) {
        return desk.run(work -> {
            Opportunity deal = work.get(Opportunities.TYPE, id);
            return deal.options(work.get(Pipelines.TYPE, deal.position().pipeline()), terms);
        });
    }

    /** The questions of the stage that the deal stands in, with who answered what and when. */
    public List<ChecklistItem> checklist(OpportunityId id) {
        return desk.run(work -> {
            Opportunity deal = work.get(Opportunities.TYPE, id);
            return deal.checklist(work.get(Pipelines.TYPE, deal.position().pipeline()));
        });
    }

    /** What happened to the deal, oldest first. */
    public List<HistoryEntry> history(OpportunityId id) {
        return desk.run(work -> work.historyOf(Opportunities.TYPE.refOf(work.get(Opportunities.TYPE, id))));
    }

    private Opportunity judge(OpportunityId id, @Nullable Percent percent) {
        return change(
                id,
                Action.OVERRIDE,
                (work, deal) -> deal.overrideProbability(percent, work.caller().user(), work.now()));
    }

    private Opportunity change(
            OpportunityId id, Action action, BiFunction<Work, Opportunity, Change<Opportunity>> decide) {
        return desk.run(work ->
                work.save(Opportunities.TYPE, action, decide.apply(work, work.get(Opportunities.TYPE, id))));
    }

    static void requireVersion(Opportunity deal, @Nullable Long shown) {
        if (shown != null && deal.stamp().version() != shown) {
            throw new StaleVersionException(Opportunities.TYPE.refOf(deal), shown, deal);
        }
    }

    /** What is wrong with the command; refused at once where not even its deal is named. */
    private Violations inspected(OpportunityCommand command) {
        Violations problems = desk.commandCheck().inspect(command);
        if (command.id() == null) {
            problems.throwIfAny("change of a deal");
        }
        return problems;
    }

    private static Opportunity shown(Work work, OpportunityId id, long version) {
        Opportunity deal = work.get(Opportunities.TYPE, id);
        requireVersion(deal, version);
        return deal;
    }
}
