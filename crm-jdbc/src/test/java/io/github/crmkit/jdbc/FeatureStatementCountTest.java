package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.conversion.ConvertLead;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadFields;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many statements a host's calls cost, each in one transaction: gates, not measurements. */
class FeatureStatementCountTest {

    private final TenantId tenant = MigratedDatabase.newTenant();
    private RecordingDataSource recorder;
    private Storage storage;
    private CrmSession sales;

    private void open(Engine engine) {
        recorder = new RecordingDataSource(MigratedDatabase.of(engine).pool());
        storage = JdbcStorage.over(recorder);
        sales = Crm.on(storage).as(Caller.of(tenant, new UserId(UUID.randomUUID())));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void reading_costs_one_statement_for_each_table(Engine engine) {
        open(engine);
        Pipeline pipeline = sales.pipelines().installDefault();
        Lead lead = sales.leads().capture(NewLead.of("Siam Tiles"));
        Quote quote = sales.quotes().draft(aQuote(20));

        assertThat(cost(() -> sales.leads().get(lead.id()))).isEqualTo(1);
        assertThat(cost(() -> sales.leads()
                        .find(
                                LeadFields.STATUS.equalTo(LeadStatus.NEW),
                                LeadFields.CREATED_AT.asc(),
                                PageRequest.first(50))))
                .isEqualTo(1);
        assertThat(cost(() -> sales.pipelines().get(pipeline.id())))
                .as("a pipeline with its stages")
                .isEqualTo(1);
        assertThat(cost(() -> sales.quotes().get(quote.id())))
                .as("a quote with its lines")
                .isEqualTo(2);
        assertThat(cost(() -> sales.quotes().ofOpportunity(quote.opportunity(), PageRequest.first(50))))
                .as("a page of quotes with all their lines")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_change_costs_a_read_and_a_write_and_the_history(Engine engine) {
        open(engine);
        Lead lead = sales.leads().capture(NewLead.of("Siam Tiles"));

        int atTheRepository = cost(() -> storage.inUnit(tenant, unit -> {
            Repository<Lead, ?> leads = unit.repository(Leads.TYPE);
            Lead found = unit.repository(Leads.TYPE).find(lead.id()).orElseThrow();
            leads.update(
                    Leads.TYPE.withStamp(found, found.stamp().next(found.stamp().createdAt(), found.owner())));
            return found;
        }));

        assertThat(atTheRepository).isEqualTo(2);
        assertThat(cost(() -> sales.leads().move(lead.id(), LeadStatus.WORKING)))
                .isEqualTo(3);
        assertThat(cost(() -> sales.leads().move(lead.id(), LeadStatus.WORKING)))
                .as("what already is")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void saving_a_quote_costs_three_statements_whatever_its_length(Engine engine) {
        open(engine);
        for (int lines : new int[] {1, 20, Quote.MAX_LINES}) {
            Quote quote = sales.quotes().draft(aQuote(lines));

            int saving = cost(() -> storage.inUnit(tenant, unit -> {
                Quote next = Quotes.TYPE.withStamp(
                        quote, quote.stamp().next(quote.stamp().createdAt(), quote.owner()));
                unit.repository(Quotes.TYPE).update(next);
                return next;
            }));

            assertThat(saving).as(lines + " lines").isEqualTo(3);
            assertThat(cost(() -> sales.quotes().send(quote.id())))
                    .as("sending " + lines + " lines: two to read, three to save, the history")
                    .isEqualTo(6);
            assertThat(cost(() -> sales.quotes().accept(quote.id())))
                    .as("accepting " + lines
                            + " lines: as sending, its deal and pipeline read, the deal saved, its standing")
                    .isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_lead_becomes_a_deal_with_a_quote_of_twenty_lines_in_nineteen_statements(Engine engine) {
        open(engine);
        sales.pipelines().installDefault();
        DraftQuote lines = aQuote(20);
        Lead lead = sales.leads()
                .capture(NewLead.of("Siam Tiles").person("Anong", "Srisai").email("anong@siamtiles.example"));
        sales.leads().move(lead.id(), LeadStatus.QUALIFIED);

        Conversion[] made = new Conversion[1];
        int converting = cost(() -> {
            made[0] = sales.conversions().convert(ConvertLead.of(lead.id()));
            return made[0];
        });
        assertThat(made[0].person()).isPresent();
        DraftQuote command = lines(DraftQuote.of(made[0].opportunity()), lines);
        int drafting = cost(() -> sales.quotes().draft(command));

        assertThat(converting).as("converting").isLessThanOrEqualTo(9);
        assertThat(drafting).as("drafting").isLessThanOrEqualTo(10);
        assertThat(converting + drafting).isLessThanOrEqualTo(19);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_quote_with_a_promotion_is_accepted_in_six_statements_more(Engine engine) {
        open(engine);
        DraftQuote plain = aQuote(20);
        Promotion summer = sales.promotions().open(NewPromotion.of("Summer").withCoupon());
        sales.promotions().issueCoupons(summer.id(), List.of(NewCoupon.shared("SUMMER")));
        RuleSet set = sales.ruleSets().open(NewRuleSet.of("Set", 1, Stacking.BEST));
        sales.priceRules()
                .add(
                        set.id(),
                        NewPriceRule.of("Tenth", new Effect.PercentOff(Percent.of(10)))
                                .promotion(summer.id()));
        int without = cost(() -> sales.quotes().draft(plain));
        Quote[] quote = new Quote[1];

        int drafting = cost(() -> quote[0] = sales.quotes().draft(plain.coupons("summer")));
        sales.quotes().send(quote[0].id());

        assertThat(drafting).as("the coupon that is shown").isEqualTo(without + 1);
        assertThat(cost(() -> sales.quotes().accept(quote[0].id())))
                .as("as without one; coupon, promotion and earlier use read, promotion, coupon and use saved")
                .isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_quote_without_a_book_costs_two_statements_more_to_draft_than_one_with_it(Engine engine) {
        open(engine);
        DraftQuote named = aQuote(20);
        sales.bookAssignments().assign(AssignBook.toEveryone(Objects.requireNonNull(named.book())));
        int with = cost(() -> sales.quotes().draft(named));

        int without = cost(() ->
                sales.quotes().draft(named.from(null).in(Money.parse("THB 0").getCurrencyUnit())));

        assertThat(without - with)
                .as("assignments, their books, standard books instead of the book")
                .isEqualTo(2);
    }

    /** What the call costs, which is one transaction on one connection, all of it for this tenant. */
    private int cost(Supplier<?> call) {
        recorder.clear();
        assertThat(call.get()).isNotNull();
        recorder.requireTenant(tenant);
        assertThat(recorder.connectionCalls())
                .filteredOn("getConnection"::equals)
                .hasSize(1);
        assertThat(recorder.connectionCalls()).filteredOn("commit"::equals).hasSize(1);
        return recorder.statements().size();
    }

    /** Asks for a quote for a new deal, with so many lines of twenty new products. */
    private DraftQuote aQuote(int count) {
        String number = UUID.randomUUID().toString();
        Opportunity deal = sales.opportunities().open(NewOpportunity.of("A deal"));
        PriceBook book = sales.priceBooks()
                .open(NewPriceBook.of(number, Money.parse("THB 0").getCurrencyUnit()));
        List<Product> products = IntStream.range(0, 20)
                .mapToObj(i -> sales.products().create(NewProduct.of(number + "-" + i, "Tile " + i)))
                .toList();
        sales.prices()
                .setPrices(
                        book.id(),
                        products.stream()
                                .map(product -> NewPrice.of(product.id(), Money.parse("THB 120.00")))
                                .toList());
        DraftQuote command = DraftQuote.of(deal.id()).from(book.id());
        for (int i = 0; i < count; i++) {
            command = command.line(products.get(i % products.size()).id(), 1 + i);
        }
        return command;
    }

    private static DraftQuote lines(DraftQuote to, DraftQuote from) {
        DraftQuote command = to.from(from.book());
        for (DraftQuote.Line line : from.lines()) {
            command = command.line(line.request(), line.tax());
        }
        return command;
    }
}
