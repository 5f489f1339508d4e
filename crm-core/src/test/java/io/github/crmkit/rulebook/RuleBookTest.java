package io.github.crmkit.rulebook;

import static io.github.crmkit.rulebook.RandomRules.STAMP;
import static io.github.crmkit.rulebook.RandomRules.account;
import static io.github.crmkit.rulebook.RandomRules.book;
import static io.github.crmkit.rulebook.RandomRules.category;
import static io.github.crmkit.rulebook.RandomRules.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricerule.CustomField;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.query.InvalidCriteriaException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final RuleSet SET = set(1, Stacking.FIRST);
    private static final PricingContext LINE = new PricingContext(
            PricingContext.Customer.of(account(1), "gold", null),
            new PricingContext.Article(product(1), product(9), List.of(category(1), category(2)), "SKU-7"),
            Quantity.of(7),
            "piece",
            DAY,
            CurrencyUnit.USD,
            book(1));

    private static RuleSet set(int position, Stacking stacking) {
        return new RuleSet(
                new RuleSetId(new UUID(6, position)),
                STAMP,
                "Set " + position,
                null,
                position,
                stacking,
                DateRange.always(),
                true);
    }

    private static PriceRule rule(int number, Target target, int priority) {
        return rule(number, target, QuantityBand.ANY, null, priority);
    }

    private static PriceRule rule(
            int number, Target target, QuantityBand band, @Nullable String condition, int priority) {
        return new PriceRule(
                new PriceRuleId(new UUID(7, number)),
                STAMP,
                SET.id(),
                "Rule " + number,
                target,
                band,
                DateRange.always(),
                condition,
                new Effect.PercentOff(Percent.of(5)),
                priority,
                true,
                null);
    }

    private static RuleBook bookOf(List<PriceRule> rules) {
        return RuleBook.of(List.of(SET), rules, PricingFields.standard());
    }

    @Test
    void the_more_specific_buyer_goes_first_then_the_more_specific_item_then_the_priority() {
        List<Target.Buyer> buyers =
                List.of(new Target.Account(account(1)), new Target.Group("gold"), new Target.Anyone());
        List<Target.Item> items = List.of(
                new Target.OneVariant(product(1)),
                new Target.OneProduct(product(1)),
                new Target.OneProduct(product(9)),
                new Target.InCategory(category(1)),
                new Target.InCategory(category(2)),
                new Target.Anything());
        List<PriceRule> ranked = new ArrayList<>();
        for (Target.Buyer buyer : buyers) {
            for (Target.Item item : items) {
                int number = ranked.size();
                ranked.add(rule(number, new Target(buyer, item), 1));
                ranked.add(rule(number + 1, new Target(buyer, item), 0));
            }
        }

        List<Selection> selections = bookOf(ranked).select(LINE);

        assertThat(selections).singleElement().satisfies(s -> {
            assertThat(s.rules()).isEqualTo(ranked);
            assertThat(s.best()).isEqualTo(ranked.get(0));
            assertThat(s.runnerUp()).contains(ranked.get(1));
            assertThat(s.undecided()).isEmpty();
        });
    }

    @Test
    void a_tie_that_would_decide_names_both_rules() {
        PriceRule best = rule(1, Target.of(new Target.OneProduct(product(1))), 0);
        PriceRule one = rule(2, Target.ALL, 3);
        PriceRule other = rule(3, Target.ALL, 3);
        Selection.Tie tie = new Selection.Tie(one, other);

        assertThat(ties(Stacking.FIRST, one, other)).isEqualTo(tie);
        assertThat(ties(Stacking.CASCADE, best, one, other)).isEqualTo(tie);
        assertThat(ties(Stacking.FIRST, best, one, other))
                .as("the best is alone")
                .isNull();
        assertThat(ties(Stacking.ADDITIVE, one, other)).isNull();
        assertThat(ties(Stacking.BEST, one, other)).isNull();
        assertThat(tie.toString()).contains(one.id().text(), other.id().text());
    }

    private static Selection.@Nullable Tie ties(Stacking stacking, PriceRule... rules) {
        RuleBook book = RuleBook.of(List.of(set(1, stacking)), List.of(rules), PricingFields.standard());
        return book.select(LINE).get(0).tie();
    }

    @Test
    void sets_answer_in_the_order_of_their_positions_and_only_for_their_book() {
        RuleSet late = set(5, Stacking.BEST);
        RuleSet elsewhere = new RuleSet(
                new RuleSetId(new UUID(6, 3)), STAMP, "Other", book(2), 3, Stacking.FIRST, DateRange.always(), true);
        PriceRule first = rule(1, Target.ALL, 0);
        PriceRule second = inSet(rule(2, Target.ALL, 0), late);
        PriceRule never = inSet(rule(3, Target.ALL, 0), elsewhere);

        RuleBook book =
                RuleBook.of(List.of(late, elsewhere, SET), List.of(never, second, first), PricingFields.standard());

        assertThat(book.sets()).containsExactly(SET, elsewhere, late);
        assertThat(book.select(LINE))
                .extracting(Selection::set, Selection::best)
                .containsExactly(tuple(SET, first), tuple(late, second));
        assertThat(book.dismissed(LINE)).isEmpty();
    }

    private static PriceRule inSet(PriceRule rule, RuleSet set) {
        return new PriceRule(
                rule.id(),
                rule.stamp(),
                set.id(),
                rule.name(),
                rule.target(),
                rule.band(),
                rule.validity(),
                rule.condition(),
                rule.effect(),
                rule.priority(),
                rule.active(),
                rule.promotion());
    }

    @Test
    void a_condition_that_cannot_be_answered_refuses_with_the_id_of_its_rule() {
        PriceRule gone = rule(1, Target.ALL, QuantityBand.ANY, "size = 1", 0);
        PriceRule custom = rule(2, Target.ALL, QuantityBand.ANY, "size = 2", 0);
        PricingFields fields = PricingFields.standard().withCustom(CustomField.integer("size"));
        PricingContext wrong = LINE.customer(PricingContext.Customer.UNKNOWN.custom(Map.of("size", "large")));

        assertThat(catchThrowableOfType(
                                RuleFailedException.class,
                                () -> bookOf(List.of(gone)).select(LINE))
                        .rule())
                .isEqualTo(gone.id());
        assertThatThrownBy(() -> bookOf(List.of(gone)).dismissed(LINE))
                .hasMessageContaining(gone.id().text())
                .hasCauseInstanceOf(InvalidCriteriaException.class);
        RuleBook book = RuleBook.of(List.of(SET), List.of(custom), fields);
        assertThatThrownBy(() -> book.select(wrong)).isInstanceOfSatisfying(RuleFailedException.class, e -> {
            assertThat(e.rule()).isEqualTo(custom.id());
            assertThat(e.code()).isEqualTo("rule-failed");
        });
        assertThat(book.select(LINE)).as("absent is no value").isEmpty();
    }

    @Test
    void what_does_not_belong_together_is_refused() {
        RuleSet same = new RuleSet(
                new RuleSetId(new UUID(8, 8)), STAMP, "Same", null, 1, Stacking.BEST, DateRange.always(), true);
        PriceRule rule = rule(1, Target.ALL, 0);

        assertThat(catchThrowableOfType(
                                RuleViolationsException.class,
                                () -> RuleBook.of(List.of(SET, same), List.of(rule, rule), PricingFields.standard()))
                        .violations())
                .extracting(Violation::code)
                .containsExactly("position-twice", "rule-twice");
        assertThatThrownBy(() -> RuleBook.of(List.of(same), List.of(rule), PricingFields.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule.id().text());
        assertThatThrownBy(() -> bookOf(many(10_001, i -> rule(i, Target.ALL, 0))))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void an_empty_book_has_nothing_to_say() {
        assertThat(RuleBook.empty().select(LINE)).isEmpty();
        assertThat(RuleBook.empty().dismissed(LINE)).isEmpty();
        assertThat(RuleBook.empty().isEmpty()).isTrue();
    }

    @Test
    void ten_times_as_many_rules_are_not_looked_at_ten_times_as_often() {
        List<IntFunction<PriceRule>> shapes = List.of(
                i -> rule(i, Target.of(new Target.OneVariant(product(i))), 0),
                i -> rule(i, new Target(new Target.Account(account(i)), new Target.Anything()), 0),
                i -> rule(i, Target.ALL, QuantityBand.of(i, i + 1), null, 0),
                i -> rule(i, Target.ALL, QuantityBand.ANY, "sku = \"SKU-" + i + "\"", 0),
                i -> rule(i, Target.ALL, QuantityBand.ANY, "(quantity >= " + i + " and quantity < " + (i + 1) + ")", 0),
                i -> rule(i, Target.ALL, QuantityBand.ANY, "(channel = \"web\" and quantity = " + i + ")", 0));
        PricingContext onWeb = LINE.customer(LINE.customer().through("web", null));

        for (IntFunction<PriceRule> shape : shapes) {
            for (int count : List.of(100, 1_000, 10_000)) {
                Search search = bookOf(many(count, shape)).search(onWeb);

                assertThat(search.lookedAt()).isEqualTo(1);
                assertThat(search.selections())
                        .singleElement()
                        .satisfies(s -> assertThat(s.rules()).hasSize(1));
            }
        }
    }

    @Test
    void rules_that_all_apply_are_all_looked_at_and_no_others() {
        RuleBook book = bookOf(many(1_000, i -> rule(i, Target.ALL, QuantityBand.of(i / 100, i + 1), null, i)));

        for (int quantity : List.of(0, 3, 7, 9, 500, 999, 2_000)) {
            Search search = book.search(LINE.quantity(Quantity.of(quantity)));
            int applying = (int) IntStream.range(0, 1_000)
                    .filter(i -> i / 100 <= quantity && quantity <= i)
                    .count();

            assertThat(search.lookedAt()).isEqualTo(applying);
            assertThat(search.selections().stream()
                            .mapToInt(s -> s.rules().size())
                            .sum())
                    .isEqualTo(applying);
        }
    }

    @Test
    void bounds_may_be_fractions_and_far_beyond_any_quantity() {
        RuleBook fractions = below("0.5", "1.000001", "2", "17", "18");
        RuleBook far = below("1", "2", "17", "18", "99999999999999999999999");

        assertThat(applying(fractions, "0.4")).isEqualTo(5);
        assertThat(applying(fractions, "0.5")).isEqualTo(4);
        assertThat(applying(fractions, "1")).isEqualTo(4);
        assertThat(applying(fractions, "1.000001")).isEqualTo(3);
        assertThat(applying(fractions, "16.999999")).isEqualTo(2);
        assertThat(applying(far, "0.999999")).isEqualTo(5);
        assertThat(applying(far, "1")).isEqualTo(4);
        assertThat(applying(far, "999999999999999999")).isEqualTo(1);
    }

    private static RuleBook below(String... bounds) {
        return bookOf(many(bounds.length, i -> rule(i, Target.ALL, QuantityBand.ANY, "quantity < " + bounds[i], i)));
    }

    private static int applying(RuleBook book, String quantity) {
        return book.select(LINE.quantity(Quantity.parse(quantity))).stream()
                .mapToInt(s -> s.rules().size())
                .sum();
    }

    @Test
    void a_rule_with_amounts_is_for_its_currency_alone() {
        PriceRule euro = new PriceRule(
                new PriceRuleId(new UUID(7, 1)),
                STAMP,
                SET.id(),
                "Euro",
                Target.ALL,
                QuantityBand.ANY,
                DateRange.always(),
                null,
                new Effect.FixedPrice(UnitPrice.parse("EUR 5")),
                0,
                true,
                null);

        assertThat(bookOf(List.of(euro)).select(LINE)).isEmpty();
        assertThat(bookOf(List.of(euro)).dismissed(LINE))
                .containsExactly(new Dismissed(euro, Dismissed.Reason.CURRENCY, null));
        assertThat(Dismissed.Reason.CURRENCY.code()).isEqualTo("currency");
    }

    private static List<PriceRule> many(int count, IntFunction<PriceRule> shape) {
        return IntStream.range(0, count).mapToObj(shape).toList();
    }
}
