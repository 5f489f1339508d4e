package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.THB;
import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.CrmSession;
import io.github.crmkit.agreement.BookAssignment;
import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricerule.CustomField;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Quotes that name no book, and the circumstances that prices are asked in. */
class QuoteBookTest {

    private final QuoteShop shop = new QuoteShop();
    private final QuoteService quotes = shop.sales.quotes();
    private final AccountId siam =
            shop.sales.accounts().create(NewAccount.of("Siam").group("Dealers")).id();

    private OpportunityId deal(NewOpportunity asked) {
        return shop.sales.opportunities().open(asked.account(siam)).id();
    }

    private DraftQuote asked() {
        return DraftQuote.of(deal(NewOpportunity.of("A deal"))).line(shop.tile, 1);
    }

    @Test
    void a_quote_is_priced_from_the_book_that_its_customer_has_and_keeps_why() {
        BookAssignment toDealers =
                shop.sales.bookAssignments().assign(AssignBook.toGroup("Dealers", shop.wholesale.id()));

        Quote quote = quotes.draft(asked().in(THB));

        assertThat(quote.totals().net()).isEqualTo(thb("120.00"));
        assertThat(quote.terms().book()).isEqualTo(shop.wholesale.id());
        assertThat(quote.terms().basis().bookOrigin())
                .contains(new QuoteBasis.Origin(BookChoice.Reason.GROUP, toDealers.id()));
        assertThat(quotes.draft(asked().from(shop.wholesale.id())).terms().basis())
                .as("a book that was named")
                .isEqualTo(QuoteBasis.NONE);
    }

    @Test
    void a_draft_stays_with_its_book_when_it_is_priced_again() {
        BookAssignment toDealers =
                shop.sales.bookAssignments().assign(AssignBook.toGroup("Dealers", shop.wholesale.id()));
        Quote quote = quotes.draft(asked().in(THB));
        shop.sales.bookAssignments().withdraw(toDealers.id());

        Quote again = quotes.reprice(quote.id(), TODAY.plusDays(1));

        assertThat(again.terms().book()).isEqualTo(shop.wholesale.id());
        assertThat(again.terms().basis()).isEqualTo(quote.terms().basis());
    }

    @Test
    void it_is_offered_in_the_currency_of_the_deal_else_in_the_home_currency() {
        shop.sales.bookAssignments().assign(AssignBook.toEveryone(shop.wholesale.id()));
        OpportunityId inBaht = deal(NewOpportunity.of("In baht").amount(thb("9.00")));
        CrmSession atHome = shop.crm.withCurrency(THB, ExchangeRates.none()).as(QuoteShop.SELLER);

        assertThat(quotes.draft(DraftQuote.of(inBaht).line(shop.tile, 1))
                        .terms()
                        .currency())
                .isEqualTo(THB);
        assertThat(atHome.quotes().draft(asked()).terms().currency()).isEqualTo(THB);
        assertRefused(() -> quotes.draft(asked()), "currency not-null");
        assertRefused(() -> quotes.draft(asked().in(CurrencyUnit.USD)), "book none-applies");
        assertRefused(
                () -> quotes.draft(asked().from(shop.wholesale.id()).in(CurrencyUnit.USD)),
                "currency currency-mismatch");
    }

    @Test
    void a_customer_without_a_book_is_refused_with_everything_else_that_is_wrong() {
        shop.sales
                .priceBooks()
                .open(NewPriceBook.of("Dollars", CurrencyUnit.USD).standard());
        DraftQuote wrong =
                asked().in(THB).pricedOn(TODAY).validThrough(TODAY.minusDays(1)).discount(Money.parse("THB -1"));

        assertRefused(
                () -> quotes.draft(wrong), "book none-applies", "discount negative", "validThrough before-pricing");
        assertRefused(
                () -> quotes.draft(asked().in(THB).through("\u0000", " ").coupons("a", "\uD800")),
                "book none-applies",
                "channel plain-text",
                "campaign plain-text",
                "coupons[1] plain-text");
    }

    @Test
    void channel_campaign_and_a_hosts_own_fields_are_asked_with_and_kept() {
        PricingFields fields = PricingFields.standard().withCustom(CustomField.integer("visits"));
        CrmSession sales = shop.crm.withPricingFields(fields).as(QuoteShop.SELLER);
        var set = sales.ruleSets().open(NewRuleSet.of("Set", 1, Stacking.FIRST));
        sales.priceRules()
                .add(
                        set.id(),
                        NewPriceRule.of("Regulars", new Effect.PercentOff(Percent.of(50)))
                                .when("channel = \"web\" and campaign = \"fair\" and visits > 2"));
        DraftQuote web = asked().from(shop.wholesale.id()).through("web", "fair");

        assertThat(sales.quotes().draft(web.custom("visits", 2L)).totals().net())
                .isEqualTo(thb("120.00"));
        Quote quote = sales.quotes().draft(web.custom("visits", 3L));
        assertThat(quote.totals().net()).isEqualTo(thb("60.00"));
        assertThat(sales.quotes()
                        .reprice(quote.id(), TODAY.plusDays(1))
                        .totals()
                        .net())
                .isEqualTo(thb("60.00"));
        assertThat(sales.quotes().get(quote.id()).terms().basis().context())
                .isEqualTo(quote.terms().basis().context());

        assertRefused(() -> sales.quotes().draft(web.custom("visits", "3")), "custom.visits kind");
        assertRefused(() -> quotes.draft(web.custom("visits", 3L)), "custom unknown-field");
        assertRefused(() -> quotes.draft(web.custom("visits", List.of())), "custom unknown-field", "custom kind");
    }

    private static void assertRefused(ThrowingCallable call, String... pathsAndCodes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactlyInAnyOrder(pathsAndCodes));
    }
}
