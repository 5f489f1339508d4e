package io.github.crmkit.pricerule;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Meanwhile;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricerule.PriceRuleService.ChangePriceRule;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSetService.EditRuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PriceRuleServiceTest {

    private static final Effect TENTH = new Effect.PercentOff(Percent.of(10));
    private static final UUID NOWHERE = new UUID(77, 77);

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(SOMCHAI);
    private final RuleSetService sets = new RuleSetService(desk);
    private final PriceRuleService rules =
            new PriceRuleService(desk, PricingFields.standard().withCustom(CustomField.integer("palletsInStock")));
    private final RuleSet dealers = sets.open(NewRuleSet.of("Dealers", 1, Stacking.FIRST));
    private final Product tile = new ProductService(desk).create(NewProduct.of("TILE-60", "Floor tile"));

    private long version() {
        return sets.get(dealers.id()).stamp().version();
    }

    @Test
    void whatever_changes_a_rule_makes_a_new_version_of_its_set() {
        PriceRule rule = rules.add(dealers.id(), NewPriceRule.of("Tiles", TENTH));
        assertThat(version()).isEqualTo(2);
        PriceRule changed = rules.change(ChangePriceRule.of(rule).terms(t -> t.priority(5)));
        assertThat(version()).isEqualTo(3);
        rules.withdraw(rule.id());
        rules.withdraw(rule.id());
        assertThat(version()).isEqualTo(4);
        PriceRule again = rules.reinstate(rule.id());
        assertThat(version()).isEqualTo(5);
        rules.change(ChangePriceRule.of(again).terms(t -> t.priority(5)));
        assertThat(version()).as("nothing was changed").isEqualTo(5);

        assertThat(changed.priority()).isEqualTo(5);
        assertThat(rules.history(rule.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "price-rule.added", "price-rule.changed", "price-rule.withdrawn", "price-rule.reinstated");
        assertThat(sets.history(dealers.id()))
                .extracting(HistoryEntry::code)
                .startsWith("rule-set.opened", "rule-set.rules-changed");
        assertThatThrownBy(() -> sets.edit(EditRuleSet.of(dealers).name("Shops")))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_condition_is_kept_in_the_words_of_the_filter_language() {
        PriceRule rule = rules.add(
                dealers.id(),
                NewPriceRule.of("Web", TENTH)
                        .on(new Target.OneProduct(tile.id()))
                        .when("palletsInStock>3 and channel=\"web\" and quantity >= 10"));

        assertThat(rule.condition()).isEqualTo("(palletsInStock > 3 and channel = \"web\" and quantity >= 10.000000)");
        PriceRule typed = rules.change(ChangePriceRule.of(rule)
                .terms(t -> t.when(PricingFields.SKU.equalTo("A").and(PricingFields.CHANNEL.isNull()))));
        assertThat(typed.conditionText()).contains("(sku = \"A\" and channel is absent)");
    }

    @Test
    void everything_wrong_with_any_rule_is_said_at_once() {
        NewPriceRule lost = NewPriceRule.of(
                        "Lost", new Effect.PercentOfTotal(Percent.of(5), new Target.OneProduct(product())))
                .target(new Target(new Target.Account(new AccountId(NOWHERE)), new Target.OneVariant(product())))
                .promotion(new PromotionId(NOWHERE));
        NewPriceRule unread = NewPriceRule.of(" ", TENTH)
                .when("colour = \"red\" and quantity >= many")
                .priority(1_000_001)
                .validity(DateRange.startingOn(LocalDate.of(999, 1, 1)));
        NewPriceRule free = NewPriceRule.of("Free", new Effect.FreeGoods(Quantity.ONE, Quantity.ONE, product(), true))
                .on(new Target.InCategory(new CategoryId(NOWHERE)));
        NewPriceRule plain = NewPriceRule.of("Not a variant", TENTH).on(new Target.OneVariant(tile.id()));

        assertThat(violations(() -> rules.addAll(dealers.id(), List.of(lost, unread, free, plain))))
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("rules[1].name", "plain-text"),
                        tuple("rules[1].priority", "out-of-range"),
                        tuple("rules[1].validity", "out-of-range"),
                        tuple("rules[1].condition", "unknown-field"),
                        tuple("rules[1].condition", "wrong-value"),
                        tuple("rules[0].target.buyer", "not-found"),
                        tuple("rules[0].target.item", "not-found"),
                        tuple("rules[0].effect.of", "not-found"),
                        tuple("rules[0].promotion", "not-found"),
                        tuple("rules[2].target.item", "not-found"),
                        tuple("rules[2].effect.other", "not-found"),
                        tuple("rules[3].target.item", "not-a-variant"));
        assertThat(rules.find(PriceRuleFields.SET.equalTo(dealers.id()), Sort.byId(), PageRequest.first(5)))
                .isEmpty();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void a_refused_change_names_the_rule_and_where_its_condition_is_wrong() {
        PriceRule rule = rules.add(dealers.id(), NewPriceRule.of("Tiles", TENTH));

        assertThatThrownBy(() -> rules.change(ChangePriceRule.of(rule).terms(t -> t.when("size = 1"))))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining(rule.id().text())
                .hasMessageContaining("terms.condition: at 0: there is no such field");
        assertThat(rules.get(rule.id())).isEqualTo(rule);
    }

    @Test
    void a_set_for_one_book_takes_rules_in_its_currency_alone() {
        PriceBook baht = new PriceBookService(desk).open(NewPriceBook.of("Retail", CurrencyUnit.of("THB")));
        RuleSet retail = sets.open(NewRuleSet.of("Retail", 2, Stacking.BEST).book(baht.id()));
        Effect dollars = new Effect.FixedPrice(UnitPrice.parse("USD 5"));

        assertThat(violations(() -> rules.add(retail.id(), NewPriceRule.of("Dollars", dollars))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("rules[0].effect", "currency-mismatch"));
        assertThat(rules.add(dealers.id(), NewPriceRule.of("Dollars", dollars)).effect())
                .isEqualTo(dollars);
        assertThatThrownBy(
                        () -> sets.open(NewRuleSet.of("Lost", 3, Stacking.BEST).book(new PriceBookId(NOWHERE))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void names_and_positions_of_sets_are_unique_and_a_set_is_edited() {
        assertThatThrownBy(() -> sets.open(NewRuleSet.of("Dealers", 2, Stacking.FIRST)))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("name"));
        assertThatThrownBy(() -> sets.open(NewRuleSet.of("Shops", 1, Stacking.FIRST)))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("position"));
        assertThat(violations(() -> sets.open(
                        NewRuleSet.of("\n", 0, Stacking.FIRST).validity(DateRange.startingOn(LocalDate.of(1, 1, 1))))))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("name", "position", "validity");

        RuleSet edited = sets.edit(EditRuleSet.of(dealers)
                .name("Trade")
                .position(9)
                .stacking(Stacking.CASCADE)
                .validity(DateRange.startingOn(LocalDate.of(2027, 1, 1))));
        sets.deactivate(dealers.id());

        assertThat(sets.named("Trade").orElseThrow().active()).isFalse();
        assertThat(edited.stacking()).isEqualTo(Stacking.CASCADE);
        assertThat(sets.activate(dealers.id()).position()).isEqualTo(9);
        assertThat(sets.find(RuleSetFields.POSITION.equalTo(9), Sort.byId(), PageRequest.first(2)))
                .hasSize(1);
    }

    @Test
    void two_who_change_rules_of_one_set_from_the_same_sight_conflict() {
        PriceRule rule = rules.add(dealers.id(), NewPriceRule.of("Tiles", TENTH));
        rules.change(ChangePriceRule.of(rule).terms(t -> t.priority(1)));

        assertThatThrownBy(() -> rules.change(ChangePriceRule.of(rule).terms(t -> t.priority(2))))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void who_adds_a_rule_while_somebody_else_does_is_told_and_may_look_again() {
        Meanwhile store = new Meanwhile(office.storage());
        PriceRuleService slow = new PriceRuleService(
                new TestOffice(store, AccessPolicy.allowAll()).deskOf(SOMCHAI), PricingFields.standard());
        store.happens(() -> rules.add(dealers.id(), NewPriceRule.of("Faster", TENTH)));

        assertThatThrownBy(() -> slow.add(dealers.id(), NewPriceRule.of("Slower", TENTH)))
                .isInstanceOf(StaleVersionException.class);
        slow.add(dealers.id(), NewPriceRule.of("Slower", TENTH));

        assertThat(rules.find(PriceRuleFields.SET.equalTo(dealers.id()), Sort.byId(), PageRequest.first(5)))
                .extracting(PriceRule::name)
                .containsExactlyInAnyOrder("Faster", "Slower");
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void history_tells_what_a_rule_does_old_and_new() {
        PriceRule rule = rules.add(dealers.id(), NewPriceRule.of("Tiles", TENTH));
        rules.change(ChangePriceRule.of(rule)
                .terms(t -> t.effect(new Effect.PercentOff(Percent.of(-5))).band(QuantityBand.of(10, 20))));

        assertThat(rules.history(rule.id()).get(1).changes())
                .extracting(FieldChange::field, FieldChange::before, FieldChange::after)
                .contains(tuple("does", "10 % off", "5 % added"), tuple("belowQuantity", null, "20.000000"));
    }

    @Test
    void too_many_at_once_are_refused() {
        assertThatThrownBy(() -> rules.addAll(dealers.id(), Collections.nCopies(1_001, NewPriceRule.of("Many", TENTH))))
                .isInstanceOf(LimitExceededException.class);
        assertThat(rules.addAll(dealers.id(), List.of())).isEmpty();
        for (int i = 0; i < 10; i++) {
            rules.addAll(dealers.id(), Collections.nCopies(1_000, NewPriceRule.of("Many", TENTH)));
        }
        assertThatThrownBy(() -> rules.add(dealers.id(), NewPriceRule.of("One more", TENTH)))
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo(10_000));
    }

    private static ProductId product() {
        return new ProductId(NOWHERE);
    }

    private static List<Violation> violations(Runnable asking) {
        return catchThrowableOfType(RuleViolationsException.class, asking::run).violations();
    }
}
