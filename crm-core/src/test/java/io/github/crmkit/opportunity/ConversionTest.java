package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadService;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Affiliation;
import io.github.crmkit.party.Affiliations;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.ContactService;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.OrganisationZone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static final OrganisationZone BANGKOK = new OrganisationZone(ZoneId.of("Asia/Bangkok"));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Money AMOUNT = Money.parse("THB 57420.00");
    private static final List<EntityType<?, ?>> TYPES =
            List.of(Leads.TYPE, Accounts.TYPE, Contacts.TYPE, Affiliations.TYPE, Opportunities.TYPE, Pipelines.TYPE);

    private final TestOffice office = TestOffice.open();
    private final LeadService leads = new LeadService(office.deskOf(SOMCHAI));
    private final AccountService accounts = new AccountService(office.deskOf(SOMCHAI));
    private final ContactService contacts = new ContactService(office.deskOf(SOMCHAI));
    private final OpportunityService deals = dealsAt(office.deskOf(SOMCHAI));

    @Test
    void a_lead_becomes_an_account_a_contact_and_a_deal() {
        Lead lead = qualified(fullLead());

        Conversion made = deals.convert(ConvertLead.of(lead.id())
                .named("500 boxes of tiles")
                .closingOn(LocalDate.of(2026, 12, 20))
                .amount(AMOUNT));

        Opportunity deal = deals.get(made.opportunity());
        assertThat(deal.name()).isEqualTo("500 boxes of tiles");
        assertThat(deal.lead()).isEqualTo(lead.id());
        assertThat(deal.account()).contains(made.account());
        assertThat(deal.contact()).isEqualTo(made.person());
        assertThat(deal.amount()).contains(AMOUNT);
        assertThat(deal.closeDate()).contains(LocalDate.of(2026, 12, 20));
        assertThat(deal.owner()).isEqualTo(lead.owner());
        assertThat(deal.stage())
                .isEqualTo(new PipelineService(office.deskOf(SOMCHAI))
                        .installDefault()
                        .start()
                        .id());
        Account account = accounts.get(made.account());
        assertThat(account.name()).isEqualTo("Siam Tiles");
        assertThat(account.phone()).isNull();
        Contact contact = contacts.get(made.person().orElseThrow());
        assertThat(contact.name().display()).isEqualTo("Anong Srisai");
        assertThat(contact.details()).isEqualTo(lead.details());
        assertThat(affiliations()).singleElement().satisfies(a -> {
            assertThat(a.account()).isEqualTo(account.id());
            assertThat(a.contact()).isEqualTo(contact.id());
            assertThat(a.period().from()).isEqualTo(TODAY);
            assertThat(a.period().until()).isNull();
        });
        assertThat(leads.get(lead.id()).isConverted()).isTrue();
        assertThat(made.isRepeated()).isFalse();
    }

    @Test
    void everything_happens_in_one_unit_and_is_in_the_history() {
        Lead lead = qualified(fullLead());

        Conversion made = deals.convert(ConvertLead.of(lead.id()));

        assertThat(leads.history(lead.id())).last().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo("lead.converted");
            assertThat(entry.related())
                    .containsExactly(
                            Accounts.TYPE.refTo(made.account()),
                            Contacts.TYPE.refTo(made.person().orElseThrow()),
                            Opportunities.TYPE.refTo(made.opportunity()));
        });
        assertThat(deals.history(made.opportunity())).singleElement().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo("opportunity.opened");
            assertThat(entry.related()).containsExactly(Leads.TYPE.refTo(lead.id()));
        });
        assertThat(contacts.history(made.person().orElseThrow()))
                .extracting(HistoryEntry::code)
                .containsExactly("contact.created", "contact.affiliated");
    }

    @Test
    void a_deal_is_called_like_the_company_unless_it_gets_a_name() {
        Lead lead = qualified(NewLead.of("Siam Tiles"));

        assertThat(deals.get(deals.convert(ConvertLead.of(lead.id())).opportunity())
                        .name())
                .isEqualTo("Siam Tiles");
    }

    @Test
    void it_takes_two_reads_and_six_writes() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        TestOffice counted = new TestOffice(storage, AccessPolicy.allowAll());
        new PipelineService(counted.deskOf(SOMCHAI)).installDefault();
        LeadService intake = new LeadService(counted.deskOf(SOMCHAI));
        Lead lead = intake.move(intake.capture(fullLead()).id(), LeadStatus.QUALIFIED);
        storage.reads();
        storage.writes();

        dealsAt(counted.deskOf(SOMCHAI)).convert(ConvertLead.of(lead.id()));

        assertThat(storage.reads()).containsExactly("find lead", "page pipeline");
        assertThat(storage.writes())
                .containsExactly(
                        "update lead",
                        "insert account",
                        "insert contact",
                        "insert affiliation",
                        "insert opportunity",
                        "insertAll history");
    }

    @Test
    void without_a_person_there_is_no_contact_and_the_phone_goes_to_the_account() {
        Lead lead = qualified(NewLead.of("Siam Tiles").phone("02 123 4567").email("info@siamtiles.example"));

        Conversion made = deals.convert(ConvertLead.of(lead.id()));

        assertThat(made.person()).isEmpty();
        assertThat(deals.get(made.opportunity()).contact()).isEmpty();
        assertThat(accounts.get(made.account()).phone())
                .isEqualTo(lead.details().phone());
        assertThat(affiliations()).isEmpty();
        assertThat(made.plan().leftBehind())
                .containsExactly(new Conversion.LeftBehind("lead.email", null, "info@siamtiles.example"));
    }

    @Test
    void without_a_deal_asking_for_it_is_refused_with_a_type() {
        Lead lead = qualified(fullLead());

        Conversion made = deals.convert(ConvertLead.of(lead.id()).withoutOpportunity());

        assertThat(deals.count(Criteria.all())).isZero();
        assertRefused(made::opportunity, "no-opportunity");
        Conversion again = deals.convert(ConvertLead.of(lead.id()));
        assertThat(again.account()).isEqualTo(made.account());
        assertThat(again.deal()).isNull();
    }

    @Test
    void what_is_said_about_a_deal_that_is_not_made_is_refused() {
        Lead lead = qualified(fullLead());

        assertRefused(
                () -> deals.convert(ConvertLead.of(lead.id()).amount(AMOUNT).withoutOpportunity()), "no-opportunity");
    }

    @Test
    void the_deal_may_go_to_another_pipeline_but_not_to_a_retired_one() {
        PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));
        Pipeline tenders = pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                .stage(NewStage.won("Awarded"))
                .stage(NewStage.lost("Not awarded")));
        Lead lead = qualified(fullLead());
        pipelines.retire(tenders.id());
        List<Object> before = office.dump(TYPES);

        assertRefused(() -> deals.convert(ConvertLead.of(lead.id()).in(tenders.id())), "pipeline-inactive");

        assertThat(office.dump(TYPES)).isEqualTo(before);
        pipelines.restore(tenders.id());
        Conversion made = deals.convert(ConvertLead.of(lead.id()).in(tenders.id()));
        assertThat(deals.get(made.opportunity()).stage())
                .isEqualTo(tenders.start().id());
    }

    @Test
    void a_second_call_returns_what_the_first_one_made_whatever_it_asks_for() {
        Lead lead = qualified(fullLead());
        Conversion first = deals.convert(ConvertLead.of(lead.id()).named("first"));
        List<Object> before = office.dump(TYPES);

        Conversion second =
                deals.convert(ConvertLead.of(lead.id()).named("second").into(new AccountId(UUID.randomUUID())));

        assertThat(second.isRepeated()).isTrue();
        assertThat(second).isEqualTo(new Conversion(lead.id(), first.account(), first.contact(), first.deal(), null));
        assertThat(office.dump(TYPES)).isEqualTo(before);
    }

    @Test
    void into_an_account_and_a_contact_only_blanks_are_filled_and_the_rest_is_listed() {
        Account account = accounts.create(NewAccount.of("Siam Tiles Co., Ltd."));
        Contact contact = contacts.create(
                NewContact.of("Anong", "Srisai").phone("081 234 5678").title("Buyer"));
        Lead lead = qualified(fullLead());

        Conversion made =
                deals.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(made.account()).isEqualTo(account.id());
        assertThat(made.person()).contains(contact.id());
        assertThat(accounts.get(account.id())).isEqualTo(account);
        Contact filled = contacts.get(contact.id());
        assertThat(filled.details().email()).isEqualTo(lead.details().email());
        assertThat(filled.details().phone()).isEqualTo(contact.details().phone());
        assertThat(filled.title()).isEqualTo("Buyer");
        assertThat(made.plan().contact().taken())
                .containsExactly(new Conversion.Taken("email", "anong@siamtiles.example"));
        assertThat(made.plan().leftBehind())
                .extracting(Conversion.LeftBehind::field, Conversion.LeftBehind::kept, Conversion.LeftBehind::value)
                .containsExactly(
                        tuple("account.name", "Siam Tiles Co., Ltd.", "Siam Tiles"),
                        tuple("contact.phone", "081 234 5678", "+66 2 123 4567"),
                        tuple("lead.source", null, "TRADE_FAIR"),
                        tuple("lead.score", null, "80"),
                        tuple("lead.reference", null, "L-1"));
        assertThat(affiliations()).hasSize(1);
    }

    @Test
    void a_contact_who_belongs_to_the_account_already_is_not_affiliated_twice() {
        Account account = accounts.create(NewAccount.of("Siam Tiles"));
        Contact contact = contacts.create(NewContact.of("Anong", "Srisai"));
        contacts.affiliate(
                Affiliate.of(contact.id(), account.id(), TODAY.minusYears(1)).as("Buyer"));
        Lead lead = qualified(fullLead());

        deals.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(affiliations()).hasSize(1);
    }

    @Test
    void the_plan_says_what_will_be_made_and_what_may_be_there_already_and_changes_nothing() {
        Account same = accounts.create(NewAccount.of("SIAM TILES"));
        Contact known = contacts.create(NewContact.of("A.", "Srisai").email("Anong@SiamTiles.example"));
        Lead lead = qualified(fullLead());
        List<Object> before = office.dump(TYPES);

        Conversion.Plan plan = deals.plan(ConvertLead.of(lead.id()).named("500 boxes"));

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.deal()).isEqualTo("500 boxes");
        assertThat(plan.account().isNew()).isTrue();
        assertThat(plan.account().taken()).containsExactly(new Conversion.Taken("name", "Siam Tiles"));
        assertThat(plan.person().orElseThrow().taken())
                .containsExactly(
                        new Conversion.Taken("name", "Anong Srisai"),
                        new Conversion.Taken("email", "anong@siamtiles.example"),
                        new Conversion.Taken("phone", "+66 2 123 4567"));
        assertThat(plan.matches())
                .containsExactly(
                        new Conversion.Match(Accounts.TYPE.refOf(same), "name", "SIAM TILES"),
                        new Conversion.Match(Contacts.TYPE.refOf(known), "email", "A. Srisai"));
        assertThat(plan.leftBehind())
                .extracting(Conversion.LeftBehind::field)
                .containsExactly("lead.source", "lead.score", "lead.reference");
        assertThat(office.dump(TYPES)).isEqualTo(before);
    }

    @Test
    void what_was_planned_is_what_is_done() {
        Lead lead = qualified(fullLead());
        Conversion.Plan plan = deals.plan(ConvertLead.of(lead.id()));

        assertThat(deals.convert(ConvertLead.of(lead.id())).plan()).isEqualTo(plan);
    }

    @Test
    void the_plan_of_a_lead_that_cannot_be_converted_says_why() {
        Lead fresh = leads.capture(NewLead.of("Siam Tiles"));

        Conversion.Plan plan = deals.plan(ConvertLead.of(fresh.id()));

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.obstacles()).extracting(Violation::code).containsExactly("lead-not-qualified");
    }

    @Test
    void a_lead_that_is_not_qualified_is_refused_and_nothing_is_left_behind() {
        Lead fresh = leads.capture(NewLead.of("Siam Tiles"));
        List<Object> before = office.dump(TYPES);

        assertRefused(() -> deals.convert(ConvertLead.of(fresh.id())), "lead-not-qualified");

        assertThat(office.dump(TYPES)).isEqualTo(before);
    }

    @Test
    void everything_wrong_with_the_command_is_said_at_once() {
        assertRefused(
                () -> deals.convert(ConvertLead.of(null)
                        .named(" ")
                        .amount(Money.parse("THB -1.00"))
                        .closingOn(LocalDate.of(10_000, 1, 1))),
                "not-null",
                "plain-text",
                "amount-negative",
                "date-range");
    }

    @Test
    void unknown_ids_and_those_of_another_tenant_are_not_found_alike() {
        Lead lead = qualified(fullLead());
        OpportunityService strangers = dealsAt(office.deskOf(OTHER_TENANT, SOMCHAI));
        Account theirs = new AccountService(office.deskOf(OTHER_TENANT, SOMCHAI)).create(NewAccount.of("Theirs"));
        LeadId nobody = new LeadId(new UUID(4, 4));
        AccountId nowhere = new AccountId(new UUID(4, 5));

        assertNotFound(() -> deals.convert(ConvertLead.of(nobody)), "no lead with id " + nobody.text());
        assertNotFound(
                () -> strangers.convert(ConvertLead.of(lead.id())),
                "no lead with id " + lead.id().text());
        assertNotFound(
                () -> deals.convert(ConvertLead.of(lead.id()).into(nowhere)), "no account with id " + nowhere.text());
        assertNotFound(
                () -> deals.convert(ConvertLead.of(lead.id()).into(theirs.id())),
                "no account with id " + theirs.id().text());
        assertNotFound(
                () -> deals.convert(ConvertLead.of(lead.id()).withContact(new ContactId(new UUID(4, 6)))),
                "no contact with id " + new UUID(4, 6));
        assertThat(leads.get(lead.id()).isConverted()).isFalse();
    }

    @Test
    void who_may_not_convert_is_denied_and_writes_nothing() {
        Lead lead = qualified(fullLead());
        OpportunityService denied =
                dealsAt(office.under(denying(Action.CONVERT)).deskOf(MALEE));
        List<Object> before = office.dump(TYPES);

        assertThatThrownBy(() -> denied.convert(ConvertLead.of(lead.id()))).isInstanceOf(AccessDeniedException.class);

        assertThat(office.dump(TYPES)).isEqualTo(before);
    }

    @Test
    void a_refusal_half_way_leaves_nothing_half() {
        Lead lead = qualified(fullLead());
        OpportunityService denied = dealsAt(office.under(denyingDeals()).deskOf(SOMCHAI));
        List<Object> before = office.dump(TYPES);

        assertThatThrownBy(() -> denied.convert(ConvertLead.of(lead.id()))).isInstanceOf(AccessDeniedException.class);

        assertThat(office.dump(TYPES)).isEqualTo(before);
    }

    @RepeatedTest(25)
    void sixteen_callers_at_once_give_one_set_of_records() throws Exception {
        Lead lead = qualified(fullLead());
        CyclicBarrier start = new CyclicBarrier(16);

        List<Conversion> made = together(16, i -> {
            start.await();
            return deals.convert(ConvertLead.of(lead.id()).named("deal of caller " + i));
        });

        Set<List<Object>> results = made.stream()
                .map(c -> List.<Object>of(c.account(), c.person().orElseThrow(), c.opportunity()))
                .collect(Collectors.toSet());
        assertThat(results).hasSize(1);
        assertThat(made).filteredOn(c -> !c.isRepeated()).hasSize(1);
        assertThat(accounts.count(Criteria.all())).isEqualTo(1);
        assertThat(contacts.count(Criteria.all())).isEqualTo(1);
        assertThat(deals.count(Criteria.all())).isEqualTo(1);
        assertThat(affiliations()).hasSize(1);
        assertThat(leads.history(lead.id()))
                .filteredOn(e -> e.code().equals("lead.converted"))
                .hasSize(1);
    }

    @Test
    void many_leads_at_once_in_a_tenant_without_a_pipeline_share_one_pipeline() throws Exception {
        List<LeadId> all = IntStream.range(0, 16)
                .mapToObj(i -> qualified(NewLead.of("Company " + i)).id())
                .toList();
        CyclicBarrier start = new CyclicBarrier(16);

        List<Conversion> made = together(16, i -> {
            start.await();
            return deals.convert(ConvertLead.of(all.get(i)));
        });

        assertThat(made).extracting(Conversion::opportunity).doesNotHaveDuplicates();
        assertThat(new PipelineService(office.deskOf(SOMCHAI))
                        .find(Criteria.all(), Sort.byId(), PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    private NewLead fullLead() {
        return NewLead.of("Siam Tiles")
                .person("Anong", "Srisai")
                .email("anong@siamtiles.example")
                .phone("+66 2 123 4567")
                .source(LeadSource.TRADE_FAIR)
                .score(80)
                .reference("L-1");
    }

    private Lead qualified(NewLead command) {
        return leads.move(leads.capture(command).id(), LeadStatus.QUALIFIED);
    }

    private List<Affiliation> affiliations() {
        return office.storage()
                .inUnit(
                        TestOffice.TENANT,
                        unit -> Affiliations.over(unit.repository(Affiliations.TYPE))
                                .all(Criteria.all()));
    }

    private static OpportunityService dealsAt(Desk desk) {
        return new OpportunityService(desk, BANGKOK);
    }

    interface Task<R> {
        R run(int place) throws Exception;
    }

    private static <R> List<R> together(int threads, Task<R> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<R>> calls = IntStream.range(0, threads)
                    .mapToObj(i -> (Callable<R>) () -> task.run(i))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> done : pool.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static AccessPolicy denying(Action denied) {
        return new AccessPolicy() {
            @Override
            public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
                return Criteria.all();
            }

            @Override
            public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
                return action != denied;
            }
        };
    }

    private static AccessPolicy denyingDeals() {
        return new AccessPolicy() {
            @Override
            public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
                return Criteria.all();
            }

            @Override
            public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
                return !type.name().equals(Opportunities.TYPE.name());
            }
        };
    }

    private static void assertNotFound(Callable<?> call, String message) {
        assertThatThrownBy(call::call).isInstanceOf(NotFoundException.class).hasMessage(message);
    }

    private static void assertRefused(Callable<?> call, String... codes) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call::call);
        assertThat(refused.violations()).extracting(Violation::code).containsExactlyInAnyOrder(codes);
    }
}
