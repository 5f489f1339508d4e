package io.github.crmkit.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.person.ContactDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random commands against a model that knows nothing but a status, a reason, a score, an owner and one truth value. */
class LeadProperties {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<EntityRef> BECAME = List.of(new EntityRef("account", new UUID(1, 1)));
    private static final Map<LeadStatus, Set<LeadStatus>> WAYS = Map.of(
            LeadStatus.NEW,
            Set.of(LeadStatus.WORKING, LeadStatus.NURTURING, LeadStatus.QUALIFIED, LeadStatus.UNQUALIFIED),
            LeadStatus.WORKING,
            Set.of(LeadStatus.NURTURING, LeadStatus.QUALIFIED, LeadStatus.UNQUALIFIED),
            LeadStatus.NURTURING,
            Set.of(LeadStatus.WORKING, LeadStatus.QUALIFIED, LeadStatus.UNQUALIFIED),
            LeadStatus.QUALIFIED,
            Set.of(LeadStatus.WORKING, LeadStatus.NURTURING, LeadStatus.UNQUALIFIED),
            LeadStatus.UNQUALIFIED,
            Set.of(LeadStatus.WORKING, LeadStatus.NURTURING));

    /** What may be asked of a lead. */
    sealed interface Ask {
        record Move(LeadStatus to, @Nullable String reason) implements Ask {}

        record Score(@Nullable Integer score) implements Ask {}

        record Assign(long user) implements Ask {}

        record Convert() implements Ask {}
    }

    /** What the model remembers. */
    record Model(
            LeadStatus status,
            @Nullable String reason,
            @Nullable Integer score,
            UserId owner,
            boolean converted) {

        /** The codes of the refusal, or nothing where the answer is yes. */
        String refusal(Ask ask) {
            if (ask instanceof Ask.Move move) {
                return refusal(move);
            } else if (ask instanceof Ask.Score s && s.score() != null && (s.score() < 0 || s.score() > 100)) {
                return s.score() < 0 ? "min" : "max";
            }
            if (ask instanceof Ask.Convert && !converted) {
                return status == LeadStatus.QUALIFIED ? "" : "lead-not-qualified";
            }
            return converted && (ask instanceof Ask.Convert || !after(ask).equals(this)) ? "lead-converted" : "";
        }

        private String refusal(Ask.Move move) {
            if (move.to() == status) {
                return "";
            }
            if (!WAYS.get(status).contains(move.to())) {
                return "no-transition";
            }
            boolean wordNeeded = move.to() == LeadStatus.UNQUALIFIED || status == LeadStatus.UNQUALIFIED;
            String said = wordNeeded && move.reason() == null ? "reason-required" : "";
            return converted ? ("lead-converted " + said).strip() : said;
        }

        Model after(Ask ask) {
            if (ask instanceof Ask.Move move) {
                return move.to() == status ? this : new Model(move.to(), move.reason(), score, owner, converted);
            } else if (ask instanceof Ask.Score s) {
                return new Model(status, reason, s.score(), owner, converted);
            } else if (ask instanceof Ask.Assign assign) {
                return new Model(status, reason, score, new UserId(new UUID(9, assign.user())), converted);
            }
            return new Model(status, reason, score, owner, true);
        }

        static Model of(Lead lead) {
            return new Model(lead.status(), lead.statusReason(), lead.score(), lead.owner(), lead.isConverted());
        }
    }

    @Property(tries = 2000)
    void a_lead_does_what_the_model_says(@ForAll("asks") List<Ask> asks) {
        Lead lead = fresh();
        Model model = Model.of(lead);
        for (Ask ask : asks) {
            String expected = model.refusal(ask);
            Lead before = lead;
            String actual = "";
            try {
                Change<Lead> change = answer(lead, ask);
                assertThat(change.isNone()).isEqualTo(model.after(ask).equals(model));
                assertThat(change.events()).hasSize(change.isNone() ? 0 : 1);
                assertThat(change.before()).isSameAs(before);
                lead = change.state();
                model = model.after(ask);
            } catch (CrmException refused) {
                actual = codes(refused);
            }
            assertThat(actual).as("%s of %s", ask, before).isEqualTo(expected);
            assertThat(Model.of(lead)).isEqualTo(model);
            assertThat(lead.status() != LeadStatus.UNQUALIFIED || lead.statusReason() != null)
                    .isTrue();
            assertThat(!lead.isConverted() || lead.status() == LeadStatus.QUALIFIED)
                    .isTrue();
        }
    }

    @Property
    void what_was_converted_stays_as_it_is(@ForAll("asks") List<Ask> asks) {
        Lead converted =
                fresh().move(LeadStatus.QUALIFIED).state().convert(NOON, BECAME).state();
        Lead lead = converted;
        for (Ask ask : asks) {
            try {
                lead = answer(lead, ask).state();
            } catch (CrmException refused) {
                assertThat(codes(refused)).isNotEmpty();
            }
        }
        assertThat(lead).isEqualTo(converted);
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        Arbitrary<Ask> move = Combinators.combine(
                        Arbitraries.of(LeadStatus.class),
                        Arbitraries.of("no budget", "wrong size", "call in May").injectNull(0.4))
                .as(Ask.Move::new);
        Arbitrary<Ask> score =
                Arbitraries.integers().between(-2, 102).injectNull(0.2).map(Ask.Score::new);
        Arbitrary<Ask> assign = Arbitraries.longs().between(1, 3).map(Ask.Assign::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, move),
                        Tuple.of(2, score),
                        Tuple.of(2, assign),
                        Tuple.of(1, Arbitraries.just(new Ask.Convert())))
                .list()
                .ofMaxSize(30);
    }

    private static Lead fresh() {
        UserId owner = new UserId(new UUID(9, 1));
        return new Lead(
                new LeadId(new UUID(8, 1)),
                Stamp.first(NOON, owner),
                "Siam Tiles",
                null,
                ContactDetails.none(),
                LeadSource.WEB,
                LeadStatus.NEW,
                null,
                null,
                owner,
                null,
                null);
    }

    private static Change<Lead> answer(Lead lead, Ask ask) {
        if (ask instanceof Ask.Move move) {
            return lead.move(move.to(), move.reason());
        } else if (ask instanceof Ask.Score s) {
            return lead.edit(lead.company(), lead.person(), lead.details(), lead.source(), s.score(), lead.reference());
        } else if (ask instanceof Ask.Assign assign) {
            return lead.assign(new UserId(new UUID(9, assign.user())));
        }
        return lead.convert(NOON, BECAME);
    }

    private static String codes(CrmException refused) {
        List<Violation> reasons = refused instanceof IllegalTransitionException illegal
                ? illegal.reasons()
                : ((RuleViolationsException) refused).violations();
        return String.join(" ", reasons.stream().map(Violation::code).toList());
    }
}
