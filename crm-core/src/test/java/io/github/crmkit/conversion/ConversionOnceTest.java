package io.github.crmkit.conversion;

import static io.github.crmkit.conversion.ConversionOffice.fullLead;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** However often and by however many it is asked for, a lead is converted once. */
class ConversionOnceTest {

    private final ConversionOffice firm = ConversionOffice.open();
    private final ConversionService conversions = firm.conversions();
    private final OpportunityService deals = firm.deals();

    @Test
    void a_second_call_returns_what_the_first_one_made_whatever_it_asks_for() {
        Lead lead = firm.qualified(fullLead());
        Conversion first = conversions.convert(ConvertLead.of(lead.id()).named("first"));
        List<Object> before = firm.dump();

        Conversion second =
                conversions.convert(ConvertLead.of(lead.id()).named("second").into(new AccountId(UUID.randomUUID())));

        assertThat(second.isRepeated()).isTrue();
        assertThat(second).isEqualTo(new Conversion(lead.id(), first.account(), first.contact(), first.deal(), null));
        assertThat(firm.dump()).isEqualTo(before);
    }

    @Test
    void without_a_deal_asking_for_it_is_refused_with_a_type() {
        Lead lead = firm.qualified(fullLead());

        Conversion made = conversions.convert(ConvertLead.of(lead.id()).withoutOpportunity());

        assertThat(deals.count(Criteria.all())).isZero();
        assertRefused(made::opportunity, "opportunity no-opportunity");
        Conversion again = conversions.convert(ConvertLead.of(lead.id()));
        assertThat(again.account()).isEqualTo(made.account());
        assertThat(again.deal()).isNull();
    }

    @RepeatedTest(25)
    void sixteen_callers_at_once_give_one_set_of_records() throws Exception {
        Lead lead = firm.qualified(fullLead());
        CyclicBarrier start = new CyclicBarrier(16);

        List<Conversion> made = together(16, i -> {
            start.await();
            return conversions.convert(ConvertLead.of(lead.id()).named("deal of caller " + i));
        });

        Set<List<Object>> results = made.stream()
                .map(c -> List.<Object>of(c.account(), c.person().orElseThrow(), c.opportunity()))
                .collect(Collectors.toSet());
        assertThat(results).hasSize(1);
        assertThat(made).filteredOn(c -> !c.isRepeated()).hasSize(1);
        assertThat(firm.accounts().count(Criteria.all())).isEqualTo(1);
        assertThat(firm.contacts().count(Criteria.all())).isEqualTo(1);
        assertThat(deals.count(Criteria.all())).isEqualTo(1);
        assertThat(firm.affiliations()).hasSize(1);
        assertThat(firm.leads().history(lead.id()))
                .filteredOn(e -> e.code().equals("lead.converted"))
                .hasSize(1);
    }

    @Test
    void many_leads_at_once_in_a_tenant_without_a_pipeline_share_one_pipeline() throws Exception {
        List<LeadId> all = IntStream.range(0, 16)
                .mapToObj(i -> firm.qualified(NewLead.of("Company " + i)).id())
                .toList();
        CyclicBarrier start = new CyclicBarrier(16);

        List<Conversion> made = together(16, i -> {
            start.await();
            return conversions.convert(ConvertLead.of(all.get(i)));
        });

        assertThat(made).extracting(Conversion::opportunity).doesNotHaveDuplicates();
        assertThat(firm.pipelines()
                        .find(Criteria.all(), Sort.byId(), PageRequest.first(10))
                        .items())
                .hasSize(1);
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
}
