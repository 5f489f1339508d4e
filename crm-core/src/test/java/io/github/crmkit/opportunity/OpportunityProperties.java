package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.SampleOpportunity.BOOKS;
import static io.github.crmkit.opportunity.SampleOpportunity.OPENED_AT;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static io.github.crmkit.opportunity.SampleOpportunity.TERMS;
import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Random decisions against a model that knows places in the pipeline, whole percents and a few words. */
class OpportunityProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final List<Integer> DEFAULTS = List.of(10, 25, 50, 75, 100, 0);
    private static final int WON = 4;
    private static final int LOST = 5;

    /** What may be asked of a deal. */
    sealed interface Ask {
        record Move(int to, @Nullable String reason) implements Ask {}

        record Reopen(@Nullable String reason) implements Ask {}

        record Judge(@Nullable Integer percent) implements Ask {}

        record Score(@Nullable Integer percent) implements Ask {}

        record Amount(@Nullable Integer baht) implements Ask {}

        record Assign(long user) implements Ask {}
    }

    /** What the model remembers. */
    record Model(
            int stage,
            int lastOpen,
            @Nullable Integer manual,
            @Nullable Integer model,
            @Nullable Integer baht,
            @Nullable String reason,
            long owner) {

        boolean isOpen() {
            return stage < WON;
        }

        int effective() {
            return manual != null ? manual : model != null ? model : DEFAULTS.get(stage);
        }

        String refusal(Ask ask) {
            if (ask instanceof Ask.Move move) {
                return refusal(move);
            } else if (ask instanceof Ask.Reopen reopen) {
                return !isOpen() && reopen.reason() == null ? "reason-required" : "";
            } else if (ask instanceof Ask.Judge o && !same(manual, o.percent()) && !isProbability(o.percent())) {
                return "probability";
            } else if (ask instanceof Ask.Score s && !isProbability(s.percent())) {
                return "probability";
            }
            return isOpen() || ask instanceof Ask.Assign || after(ask).equals(this) ? "" : "deal-closed";
        }

        private String refusal(Ask.Move move) {
            if (move.to() == stage) {
                return "";
            } else if (!isOpen()) {
                boolean open = move.to() < WON;
                return open ? ("deal-closed" + (move.reason() == null ? " reason-required" : "")) : "no-transition";
            }
            return move.to() == LOST && move.reason() == null ? "reason-required" : "";
        }

        Model after(Ask ask) {
            if (ask instanceof Ask.Move move) {
                return move.to() == stage ? this : entering(move.to(), move.to() < WON ? null : move.reason());
            } else if (ask instanceof Ask.Reopen) {
                return isOpen() ? this : entering(lastOpen, null);
            } else if (ask instanceof Ask.Judge o) {
                return new Model(stage, lastOpen, o.percent(), model, baht, reason, owner);
            } else if (ask instanceof Ask.Score s) {
                return new Model(stage, lastOpen, manual, s.percent(), baht, reason, owner);
            } else if (ask instanceof Ask.Amount amount) {
                return new Model(stage, lastOpen, manual, model, amount.baht(), reason, owner);
            }
            return new Model(stage, lastOpen, manual, model, baht, reason, ((Ask.Assign) ask).user());
        }

        private Model entering(int to, @Nullable String why) {
            boolean open = to < WON;
            return new Model(to, open ? to : lastOpen, null, open ? model : null, baht, why, owner);
        }

        private static boolean same(@Nullable Integer one, @Nullable Integer other) {
            return Objects.equals(one, other);
        }

        private static boolean isProbability(@Nullable Integer percent) {
            return percent == null || (percent >= 0 && percent <= 100);
        }

        static Model of(Opportunity deal) {
            return new Model(
                    SALES.position(deal.stage()),
                    deal.position().lastOpenStage().map(SALES::position).orElse(-1),
                    deal.probabilities()
                            .judgement()
                            .map(said -> points(said.percent()))
                            .orElse(null),
                    deal.probabilities()
                            .modelled()
                            .map(OpportunityProperties::points)
                            .orElse(null),
                    deal.amount().map(Money::getAmountMajorInt).orElse(null),
                    deal.closure() == null ? null : deal.closure().reason(),
                    deal.owner().value().getLeastSignificantBits());
        }
    }

    @Property(tries = 2000)
    void a_deal_does_what_the_model_says(@ForAll("asks") List<Ask> asks) {
        Opportunity deal = anOpportunity().owner(user(1)).opportunity();
        Model model = Model.of(deal);
        for (Ask ask : asks) {
            String expected = model.refusal(ask);
            Opportunity before = deal;
            String actual = "";
            try {
                Change<Opportunity> change = answer(deal, ask);
                assertThat(change.before()).isSameAs(before);
                assertThat(change.isNone())
                        .as("%s", ask)
                        .isEqualTo(model.after(ask).equals(model));
                assertThat(change.events()).hasSize(change.isNone() ? 0 : 1);
                deal = change.state();
                model = model.after(ask);
            } catch (CrmException refused) {
                actual = codes(refused);
            }
            assertThat(actual).as("%s of %s", ask, before).isEqualTo(expected);
            assertThat(Model.of(deal)).isEqualTo(model);
            assertThat(points(deal.probability())).isEqualTo(model.effective());
            assertInvariants(before, deal, ask);
        }
    }

    /** The outcome changes by closing and reopening alone; a close is there exactly while the deal is closed. */
    private static void assertInvariants(Opportunity before, Opportunity after, Ask ask) {
        assertThat(after.outcome().isClosed()).isEqualTo(after.closure() != null);
        assertThat(after.outcome() != Outcome.LOST || after.closure().reason() != null)
                .isTrue();
        assertThat(SALES.stage(after.stage()).map(Stage::outcome)).contains(after.outcome());
        if (!before.outcome().equals(after.outcome())) {
            assertThat(ask).isInstanceOfAny(Ask.Move.class, Ask.Reopen.class);
            assertThat(before.isOpen() || after.isOpen()).isTrue();
        }
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        Arbitrary<@Nullable String> reasons =
                Arbitraries.of("too dear", "wrong size", "came back").injectNull(0.4);
        Arbitrary<@Nullable Integer> percents =
                Arbitraries.integers().between(-1, 101).injectNull(0.2);
        Arbitrary<Ask> move = Combinators.combine(Arbitraries.integers().between(0, LOST), reasons)
                .as(Ask.Move::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, move),
                        Tuple.of(2, reasons.map(Ask.Reopen::new)),
                        Tuple.of(2, percents.map(Ask.Judge::new)),
                        Tuple.of(2, percents.map(Ask.Score::new)),
                        Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(0, 3)
                                        .injectNull(0.2)
                                        .map(Ask.Amount::new)),
                        Tuple.of(1, Arbitraries.longs().between(1, 3).map(Ask.Assign::new)))
                .list()
                .ofMaxSize(30);
    }

    private static Change<Opportunity> answer(Opportunity deal, Ask ask) {
        if (ask instanceof Ask.Move move) {
            return deal.move(SALES, SALES.stages().get(move.to()), new Closure(DAY, move.reason()), OPENED_AT, TERMS);
        } else if (ask instanceof Ask.Reopen reopen) {
            return deal.reopen(SALES, reopen.reason(), OPENED_AT, TERMS);
        } else if (ask instanceof Ask.Judge o) {
            return deal.overrideProbability(percent(o.percent()), user(7), OPENED_AT);
        } else if (ask instanceof Ask.Score s) {
            return deal.score(percent(s.percent()));
        } else if (ask instanceof Ask.Amount amount) {
            Money money = amount.baht() == null ? null : Money.ofMajor(CurrencyUnit.of("THB"), amount.baht());

            return deal.edit(EditOpportunity.of(deal).amount(money), BOOKS);
        }
        return deal.assign(user(((Ask.Assign) ask).user()));
    }

    private static @Nullable Percent percent(@Nullable Integer points) {
        return points == null ? null : Percent.of(points);
    }

    private static int points(Percent percent) {
        return percent.value().intValueExact();
    }

    private static UserId user(long number) {
        return new UserId(new UUID(0, number));
    }

    private static String codes(CrmException refused) {
        List<Violation> reasons = refused instanceof IllegalTransitionException illegal
                ? illegal.reasons()
                : ((RuleViolationsException) refused).violations();
        return String.join(" ", reasons.stream().map(Violation::code).toList());
    }
}
