package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.ANONG;
import static io.github.crmkit.jdbc.table.Extremes.AUTUMN;
import static io.github.crmkit.jdbc.table.Extremes.BOON;
import static io.github.crmkit.jdbc.table.Extremes.FAR;
import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.deal.Slips;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.Expectation;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.opportunity.StandingId;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Pipelines and deals. */
final class DealSamples {

    private static final Pipeline SALES = sales();
    private static final Pipeline LONGEST = longest();

    static final Opportunity TILES = new Opportunity(
            new OpportunityId(id(701)),
            first(1),
            "500 boxes of tiles",
            ANONG,
            new Opportunity.Customer(PartySamples.SIAM, PartySamples.SRISAI),
            Position.startingIn(SALES.id(), SALES.start(), AUTUMN),
            new Probabilities(
                    Percent.of("12.345678"),
                    Percent.of("0.000001"),
                    new Probabilities.Judgement(Percent.HUNDRED, BOON, FAR)),
            new Expectation(
                    AmountMode.LINES,
                    Money.parse("THB 57420.50"),
                    new Recurring(Money.parse("THB 1200.00"), 12),
                    LocalDate.of(2026, 12, 20),
                    new Slips(2, 1)),
            null,
            DossierSamples.FULL,
            PartySamples.CONVERTED,
            "D-1");

    /** Of which as little as possible is known. */
    static final Opportunity BARE = new Opportunity(
            new OpportunityId(id(702)),
            first(2),
            "500 BOXES of tiles",
            BOON,
            Opportunity.Customer.unknown(),
            Position.startingIn(SALES.id(), SALES.start(), FAR),
            new Probabilities(Percent.ZERO, null, null),
            Expectation.unknown(),
            null,
            Dossier.empty(),
            null,
            null);

    private DealSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(Pipelines.TYPE, List.of(SALES, LONGEST, unnamed())),
                new Kind<>(Opportunities.TYPE, opportunities()),
                new Kind<>(Standing.TYPE, standings()));
    }

    private static Pipeline sales() {
        AtomicInteger stages = new AtomicInteger(610);
        return Pipeline.shipped(new PipelineId(id(601)), first(1), () -> new StageId(id(stages.incrementAndGet())));
    }

    /** As many stages as there may be, with the longest names. */
    private static Pipeline longest() {
        Stream<Stage> open = IntStream.range(0, Pipeline.MAX_STAGES - 2)
                .mapToObj(
                        i -> stage(640 + i, i % 5 == 0 ? longest(i) : longest(i).inactive()));
        Stream<Stage> closed =
                Stream.of(stage(638, NewStage.won(special(NewStage.MAX_NAME))), stage(639, NewStage.lost("\"lost\"")));
        return new Pipeline(
                new PipelineId(id(602)),
                first(2),
                emoji(Pipeline.MAX_NAME),
                thai(Pipeline.MAX_REFERENCE),
                Stream.concat(open, closed).toList(),
                false,
                true);
    }

    private static Pipeline unnamed() {
        List<Stage> three = List.of(
                stage(
                        631,
                        NewStage.open("x", Percent.of("0.000001"), ForecastCategory.OMITTED)
                                .label("th", thai(1))
                                .asking(ExitQuestion.of("q", "?").optional())
                                .requiring(Stage.Fact.LINES, Stage.Fact.AMOUNT)),
                stage(632, NewStage.won("y")),
                stage(633, NewStage.lost("z")));
        return new Pipeline(new PipelineId(id(603)), first(2), "SALES", null, three, false, false);
    }

    private static Stage stage(int number, NewStage as) {
        return Stage.of(new StageId(id(number)), as);
    }

    /** Every third stage has all that a stage may have, the next only rotting days, and the last nothing more. */
    private static NewStage longest(int i) {
        String name = (i % 2 == 0 ? thai(90) : emoji(90)) + i;
        NewStage plain = NewStage.open(name, Percent.of("33.333333"), ForecastCategory.MOST_LIKELY);
        return switch (i % 3) {
            case 0 -> full(plain);
            case 1 -> plain.rottingAfter(1);
            default -> plain;
        };
    }

    private static NewStage full(NewStage plain) {
        NewStage full = plain.requiring(Stage.Fact.values())
                .rottingAfter(NewStage.MAX_ROTTING_DAYS)
                .label("th", thai(NewStage.MAX_NAME))
                .label("zh-Hant-TW", emoji(NewStage.MAX_NAME))
                .label("sl-rozaj-biske", special(NewStage.MAX_NAME));
        for (int i = 1; i < NewStage.MAX_QUESTIONS; i++) {
            full = full.asking("question-" + i, i % 2 == 0 ? thai(ExitQuestion.MAX_TEXT) : special(i));
        }
        return full.asking(ExitQuestion.of("k".repeat(ExitQuestion.MAX_KEY), emoji(ExitQuestion.MAX_TEXT))
                .label("th", thai(ExitQuestion.MAX_TEXT))
                .label("es-419", special(ExitQuestion.MAX_TEXT)));
    }

    private static List<Opportunity> opportunities() {
        Stage won = SALES.first(Outcome.WON);
        Stage lost = SALES.first(Outcome.LOST);
        Position wonFromOpen =
                Position.startingIn(SALES.id(), SALES.start(), AUTUMN).entering(won, AUTUMN.plusSeconds(3_600));
        Position cameInLost = Position.startingIn(SALES.id(), lost, FAR);
        Position elsewhere = Position.startingIn(LONGEST.id(), LONGEST.start(), AUTUMN);
        return List.of(
                TILES,
                BARE,
                deal(
                        3,
                        emoji(Opportunity.MAX_NAME),
                        wonFromOpen,
                        "JPY 999999999999999999",
                        FIRST_DAY,
                        new Closure(
                                LocalDate.of(2026, 5, 1),
                                null,
                                thai(Competitor.MAX_NAME),
                                rate("JPY", "USD", "0.000000000000001", LocalDate.of(2026, 5, 1)))),
                deal(
                        4,
                        thai(Opportunity.MAX_NAME),
                        cameInLost,
                        "KWD 0.001",
                        LAST_DAY,
                        new Closure(
                                LAST_DAY,
                                emoji(Closure.MAX_REASON),
                                "rival",
                                rate("KWD", "CLF", "999999999999999999.999999999999999", LAST_DAY))),
                deal(5, special(Opportunity.MAX_NAME), elsewhere, "CLF 123456789012345678.1234", null, null),
                deal(6, "500 boxes of tiles", elsewhere, "USD 0", LocalDate.of(2026, 12, 20), null),
                deal(7, "won at home", wonFromOpen, "JPY 1", FIRST_DAY, new Closure(FIRST_DAY, "price")));
    }

    private static ExchangeRate rate(String from, String to, String rate, LocalDate on) {
        return new ExchangeRate(
                CurrencyUnit.of(from), CurrencyUnit.of(to), new BigDecimal(rate), on, special(Closure.MAX_SOURCE));
    }

    /** Of every deal as it is, of one as it was before, and of one that is gone. */
    private static List<Standing> standings() {
        List<Standing> rows = new ArrayList<>();
        for (Opportunity deal : opportunities()) {
            rows.add(standing(rows.size(), deal.id(), AUTUMN, Standing.State.of(deal), false));
        }
        rows.add(standing(rows.size(), TILES.id(), AUTUMN.minusSeconds(1), Standing.State.of(BARE), false));
        rows.add(standing(rows.size(), new OpportunityId(id(799)), AUTUMN, Standing.State.of(TILES), true));
        return rows;
    }

    private static Standing standing(
            int number, OpportunityId deal, Instant effective, Standing.State state, boolean removed) {
        return new Standing(
                new StandingId(id(760 + number)),
                deal,
                effective,
                number % 2 == 0 ? AUTUMN : FAR,
                1L + number,
                number % 3 == 0 ? ANONG : BOON,
                state,
                removed);
    }

    private static Opportunity deal(
            int number,
            String name,
            Position position,
            String amount,
            @Nullable LocalDate closeDate,
            @Nullable Closure closure) {
        return new Opportunity(
                new OpportunityId(id(700 + number)),
                first(number),
                name,
                ANONG,
                new Opportunity.Customer(PartySamples.UNKNOWN, null),
                position,
                new Probabilities(Percent.of(50), null, null),
                new Expectation(Money.parse(amount), closeDate),
                closure,
                DossierSamples.of(number),
                null,
                number == 5 ? thai(Opportunity.MAX_REFERENCE) : null);
    }
}
