package io.github.crmkit.pricelint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.Desk;
import io.github.crmkit.agreement.ContractPriceService;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.CatalogDesk;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleService;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.time.DateRange;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PriceLintServiceTest {

    private static final Effect TENTH = new Effect.PercentOff(Percent.of(10));

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final Desk desk = CatalogDesk.of(storage, CatalogDesk.OURS);
    private final PriceLintService lint = lintOf(desk);
    private final PriceLintService theirs = lintOf(CatalogDesk.of(storage, CatalogDesk.THEIRS));
    private final ProductService products = new ProductService(desk);
    private final PriceEntryService prices = new PriceEntryService(desk);
    private final PriceRuleService rules = new PriceRuleService(desk, PricingFields.standard());
    private final PriceBookId book = new PriceBookService(desk)
            .open(NewPriceBook.of("Wholesale", CurrencyUnit.USD))
            .id();
    private final RuleSet set = new RuleSetService(desk).open(NewRuleSet.of("Dealers", 1, Stacking.FIRST));
    private final Product tile = products.create(NewProduct.of("TILE-60", "Floor tile"));

    private static LintReport quiet(LintReport report) {
        assertThat(report.undecided()).isEmpty();
        return report;
    }

    private static PriceLintService lintOf(Desk desk) {
        return new PriceLintService(desk, PricingFields.standard(), ExchangeRates.none());
    }

    private static BigMoney dollars(String amount) {
        return BigMoney.parse("USD " + amount);
    }

    @Test
    void what_is_wrong_with_books_and_rules_is_found_at_once() {
        prices.setPrices(
                book,
                List.of(
                        NewPrice.of(tile.id(), dollars("10")),
                        NewPrice.of(tile.id(), dollars("8")).from(100)));
        PriceRule one = rules.add(set.id(), NewPriceRule.of("One", TENTH));
        PriceRule other = rules.add(set.id(), NewPriceRule.of("Other", TENTH));

        LintReport report = quiet(lint.check(Shop.WEEK));

        assertThat(report.findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.TOTALS_FALL, Finding.Kind.RULE_TIE);
        assertThat(report.findings().get(1).about())
                .extracting(ref -> ref.id())
                .containsExactlyInAnyOrder(one.id().value(), other.id().value());
        assertThat(quiet(lint.check(book, Shop.WEEK)).findings()).hasSize(2);
        assertThat(theirs.check(Shop.WEEK).findings()).as("another tenant's").isEmpty();
    }

    @Test
    void withdrawn_rules_and_prices_are_left_alone() {
        prices.setPrices(book, List.of(NewPrice.of(tile.id(), dollars("10")).from(5)));
        PriceRule one = rules.add(set.id(), NewPriceRule.of("One", TENTH));
        rules.add(set.id(), NewPriceRule.of("Other", TENTH));
        rules.withdraw(one.id());

        assertThat(lint.check(Shop.WEEK).findings()).extracting(Finding::kind).containsExactly(Finding.Kind.TIER_GAP);
    }

    @Test
    void a_hundred_products_are_read_in_as_many_queries_as_one() {
        storage.reads();
        lint.check(Shop.WEEK);
        List<String> few = storage.reads();
        List<Product> many = products.createAll(IntStream.range(0, 100)
                .mapToObj(i -> NewProduct.of("P-" + i, "Product " + i))
                .toList());
        prices.setPrices(
                book, many.stream().map(p -> NewPrice.of(p.id(), dollars("10"))).toList());
        storage.reads();

        lint.check(Shop.WEEK);

        assertThat(storage.reads()).isEqualTo(few).hasSizeLessThan(10);
    }

    @Test
    void a_book_that_is_not_there_and_days_without_an_end_are_refused() {
        assertThatThrownBy(() -> lint.check(new PriceBookId(new UUID(7, 7)), Shop.WEEK))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirs.check(book, Shop.WEEK)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> lint.check(DateRange.startingOn(Shop.MONDAY)))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused ->
                                assertThat(refused.violations().get(0).code()).isEqualTo("days-open"));
    }

    @Test
    void what_was_agreed_on_with_accounts_that_are_seen_is_looked_at() {
        Account siam = new AccountService(desk).create(NewAccount.of("Siam Tiles"));
        prices.setPrices(book, List.of(NewPrice.of(tile.id(), dollars("10"))));
        new ContractPriceService(desk)
                .agreeAll(
                        siam.id(),
                        List.of(
                                NewContractPrice.of(tile.id(), dollars("9")).validity(DateRange.ofDay(Shop.MONDAY)),
                                NewContractPrice.of(tile.id(), dollars("8"))
                                        .validity(DateRange.startingOn(Shop.MONDAY.plusDays(2))),
                                NewContractPrice.of(tile.id(), BigMoney.parse("JPY 900"))));
        assertThat(quiet(lint.check(Shop.WEEK)).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.CONTRACT_GAP, Finding.Kind.CONTRACT_CURRENCY_MISSING);
        assertThat(lint.check(book, Shop.WEEK).findings())
                .as("agreements are looked at with all books")
                .isEmpty();
        assertThat(theirs.check(Shop.WEEK).findings()).as("another tenant's").isEmpty();
    }
}
