package io.github.crmkit.rulebook;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.access.TestOffice.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleService;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.RuleSets;
import io.github.crmkit.pricerule.Stacking;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RuleBooksTest {

    private static final Effect TENTH = new Effect.PercentOff(Percent.of(10));

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(SOMCHAI);
    private final RuleSetService sets = new RuleSetService(desk);
    private final PriceRuleService rules = new PriceRuleService(desk, PricingFields.standard());
    private final PriceBook retail = new PriceBookService(desk).open(NewPriceBook.of("Retail", CurrencyUnit.USD));
    private final RuleSet common = sets.open(NewRuleSet.of("Common", 7, Stacking.FIRST));
    private final RuleSet ofRetail =
            sets.open(NewRuleSet.of("Retail", 3, Stacking.BEST).book(retail.id()));

    private RuleBook read(AccessPolicy policy, PriceBookId... books) {
        return office.under(policy)
                .deskOf(SOMCHAI)
                .run(work -> RuleBooks.read(work, List.of(books), PricingFields.standard()));
    }

    @Test
    void a_book_has_the_rules_for_all_prices_and_for_those_that_are_asked_for() {
        PriceRule everywhere = rules.add(common.id(), NewPriceRule.of("Everywhere", TENTH));
        PriceRule inRetail = rules.add(ofRetail.id(), NewPriceRule.of("Retail", TENTH));
        PriceRule withdrawn = rules.withdraw(
                rules.add(common.id(), NewPriceRule.of("Gone", TENTH)).id());

        assertThat(read(AccessPolicy.allowAll()).rules()).containsExactly(everywhere, withdrawn);
        RuleBook both = read(AccessPolicy.allowAll(), retail.id());
        assertThat(both.rules()).containsExactly(everywhere, inRetail, withdrawn);
        assertThat(both.sets()).extracting(RuleSet::name).containsExactly("Retail", "Common");
        assertThat(both.rule(inRetail.id())).contains(inRetail);
        assertThat(read(new Hiding(PriceRules.TYPE), retail.id()).rules()).isEmpty();
        assertThat(read(new Hiding(RuleSets.TYPE), retail.id()).isEmpty()).isTrue();
    }

    @Test
    void reading_costs_one_query_for_the_sets_and_one_for_each_thousand_rules() {
        rules.addAll(common.id(), Collections.nCopies(900, NewPriceRule.of("Many", TENTH)));
        CountingStorage counting = new CountingStorage(office.storage());
        Desk counted = new TestOffice(counting, AccessPolicy.allowAll()).deskOf(SOMCHAI);

        RuleBook book = counted.run(work -> RuleBooks.read(work, List.of(retail.id()), PricingFields.standard()));

        assertThat(book.rules()).hasSize(900);
        assertThat(counting.reads()).containsExactly("page rule-set", "page price-rule");
    }

    @Test
    void withdrawn_rules_are_left_out_where_there_are_too_many_with_them() {
        RandomRules random = new RandomRules(1);
        List<PriceRule> old = IntStream.range(0, RuleBook.MAX_RULES)
                .mapToObj(i -> random.withdrawn(common.id(), desk.ids().next()))
                .toList();
        desk.storage().inUnit(TENANT, unit -> {
            unit.repository(PriceRules.TYPE).insertAll(old);
            return old;
        });
        assertThat(read(AccessPolicy.allowAll()).rules()).hasSize(RuleBook.MAX_RULES);

        PriceRule applying = rules.add(common.id(), NewPriceRule.of("Everywhere", TENTH));

        assertThat(read(AccessPolicy.allowAll()).rules()).containsExactly(applying);
    }
}
