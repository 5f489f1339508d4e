package io.github.crmkit.opportunity;

import io.github.crmkit.access.Work;
import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Books;
import io.github.crmkit.deal.ContactRole;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.Slips;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.query.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Turns commands into new deals within one unit of work, whose pipelines and parties it looks up once for all. */
final class Opening {

    /** The most ids of one look-up. */
    private static final int CHUNK = 1_000;

    private final Work work;
    private final Books books;
    private final Map<PipelineId, Pipeline> pipelines = new HashMap<>();
    private @Nullable Pipeline standard;

    Opening(Work work, Books books) {
        this.work = work;
        this.books = books;
    }

    /**
     * The deals that the commands ask for, in their order.
     *
     * @param path what stands before each violation's path, by the place of its command
     */
    List<Change<Opportunity>> decide(List<NewOpportunity> commands, Function<Integer, String> path) {
        loadPipelines(commands);
        require(Accounts.TYPE, commands, c -> c.customer().account());
        require(Contacts.TYPE, commands, c -> c.customer().contact());
        Violations problems = new Violations();
        List<Optional<Stage>> stages = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            stages.add(stageOf(commands.get(i), path.apply(i), problems));
        }
        problems.throwIfAny("new deal");
        List<Change<Opportunity>> deals = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            deals.add(open(commands.get(i), stages.get(i).orElseThrow()));
        }
        return deals;
    }

    private void loadPipelines(List<NewOpportunity> commands) {
        Set<PipelineId> wanted = ids(commands, NewOpportunity::pipeline);
        for (Pipeline pipeline : findAll(work, Pipelines.TYPE, wanted)) {
            pipelines.put(pipeline.id(), pipeline);
        }
        requireFound(Pipelines.TYPE, wanted, pipelines.keySet());
        if (commands.stream().anyMatch(c -> c.pipeline() == null)) {
            standard = PipelineService.defaultOf(work);
        }
    }

    private <T, I extends Id> void require(
            EntityType<T, I> type, List<NewOpportunity> commands, Function<NewOpportunity, @Nullable I> id) {
        requireAll(work, type, ids(commands, id));
    }

    /** Refuses the first of these ids that the caller sees nothing for; no query where there is none. */
    static <T, I extends Id> void requireAll(Work work, EntityType<T, I> type, Set<I> wanted) {
        Set<I> found =
                findAll(work, type, wanted).stream().map(type::idOf).collect(Collectors.toCollection(HashSet::new));
        requireFound(type, wanted, found);
    }

    /** Refuses who is new to the deal and whom the caller does not see. */
    static void requireParties(Work work, Opportunity before, EditOpportunity after) {
        AccountId account = after.customer().account();
        if (account != null && !account.equals(before.customer().account())) {
            work.get(Accounts.TYPE, account);
        }
        Set<ContactId> wanted = contacts(after.customer(), after.contactRoles());
        wanted.removeAll(contacts(before.customer(), before.dossier().contactRoles()));
        requireAll(work, Contacts.TYPE, wanted);
    }

    private static Set<ContactId> contacts(Opportunity.Customer customer, List<ContactRole> roles) {
        Set<ContactId> all = new LinkedHashSet<>();
        if (customer.contact() != null) {
            all.add(customer.contact());
        }
        roles.forEach(role -> all.add(role.contact()));
        return all;
    }

    private static <I> Set<I> ids(List<NewOpportunity> commands, Function<NewOpportunity, @Nullable I> id) {
        return commands.stream().map(id).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T, I extends Id> List<T> findAll(Work work, EntityType<T, I> type, Collection<I> ids) {
        List<I> all = List.copyOf(ids);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(work.repository(type).findAll(all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        return found;
    }

    private static <T, I extends Id> void requireFound(EntityType<T, I> type, Set<I> wanted, Set<I> found) {
        for (I id : wanted) {
            if (!found.contains(id)) {
                throw new NotFoundException(type.refTo(id));
            }
        }
    }

    private Pipeline pipelineOf(NewOpportunity command) {
        PipelineId id = command.pipeline();
        return Objects.requireNonNull(id == null ? standard : pipelines.get(id));
    }

    private Optional<Stage> stageOf(NewOpportunity command, String path, Violations problems) {
        Pipeline pipeline = pipelineOf(command);
        Optional<Stage> stage = command.stage().in(pipeline);
        problems.require(pipeline.active(), path + "pipeline", "pipeline-inactive", "must be active for a new deal");
        problems.require(stage.isPresent(), path + "stage", "unknown-stage", "must be a stage of the pipeline");
        stage.ifPresent(found -> check(command, found, path, problems));
        return stage;
    }

    private static void check(NewOpportunity command, Stage stage, String path, Violations problems) {
        NewOpportunity.Closing closing = command.closing();
        problems.require(
                stage.active() || !stage.isOpen(),
                path + "stage",
                "stage-inactive",
                "must be a stage that deals may enter");
        problems.require(
                stage.isOpen() == (closing == null),
                path + "closing",
                "closing",
                "must be given exactly for a closed stage");
        problems.require(
                stage.outcome() != Outcome.LOST || closing == null || closing.reason() != null,
                path + "closing.reason",
                "reason-required",
                "must be given for a lost deal");
    }

    private Change<Opportunity> open(NewOpportunity command, Stage stage) {
        Expectation expected = new Expectation(
                AmountMode.ENTERED, command.amount(), command.recurring(), command.closeDate(), Slips.NONE);
        return Opportunity.opened(new Opportunity(
                new OpportunityId(work.newId()),
                work.firstStamp(),
                command.name(),
                command.owner() == null ? work.caller().user() : command.owner(),
                command.customer(),
                Position.startingIn(pipelineOf(command).id(), stage, work.now()),
                Probabilities.of(stage),
                expected,
                closure(command.closing(), expected),
                Dossier.empty(),
                null,
                command.reference()));
    }

    private @Nullable Closure closure(NewOpportunity.@Nullable Closing closing, Expectation expected) {
        if (closing == null) {
            return null;
        }
        Closure said = new Closure(closing.on(), closing.reason(), closing.competitor(), null);
        CurrencyUnit currency =
                OpportunityRules.currency(expected, Dossier.empty()).orElse(null);
        return said.frozen(currency, books);
    }
}
