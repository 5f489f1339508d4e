package io.github.crmkit.track.contract;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.track.MovementBetween;
import io.github.crmkit.track.PipelineCube;
import io.github.crmkit.track.PipelineNow;
import io.github.crmkit.track.PipelineThen;
import io.github.crmkit.track.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The store in memory, with answers that are wrong in one way. */
record WrongStorage(WrongAnswer wrong, MemoryStorage base) implements Storage {

    private static final TenantId SHARED = new TenantId(new UUID(1, 1));

    WrongStorage(WrongAnswer wrong) {
        this(wrong, new MemoryStorage());
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        TenantId where = wrong == WrongAnswer.ONE_TENANT_FOR_ALL ? SHARED : tenant;
        return base.inUnit(where, unit -> work.apply(new Unit(this, unit)));
    }

    @Override
    public boolean ownsTransactions() {
        return base.ownsTransactions();
    }

    private record Unit(WrongStorage storage, UnitOfWork honest) implements UnitOfWork {

        @Override
        public TenantId tenant() {
            return honest.tenant();
        }

        @Override
        public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
            return honest.repository(type);
        }

        @Override
        public void setRollbackOnly() {
            honest.setRollbackOnly();
        }

        @Override
        @SuppressWarnings("unchecked") // the question stays of its class, and so does the answer
        public <T, R> R answer(Rollup<T, R> question, Criteria<T> visible) {
            WrongAnswer wrong = storage.wrong;
            Rollup<T, R> asked = (Rollup<T, R>) tampered(wrong, question);
            Criteria<T> seen = wrong == WrongAnswer.FILTER_IGNORED ? Criteria.all() : visible;
            if (wrong == WrongAnswer.WHAT_IS_COMMITTED) {
                return storage.base.inUnit(tenant(), unit -> asked.fold(unit, seen));
            }
            R answer = asked.fold(honest, seen);
            return wrong == WrongAnswer.ROUNDED && answer instanceof PipelineCube cube ? (R) rounded(cube) : answer;
        }
    }

    private static Rollup<?, ?> tampered(WrongAnswer wrong, Rollup<?, ?> question) {
        if (question instanceof PipelineThen then) {
            Viewpoint from = then.from();
            return new PipelineThen(new Viewpoint(moment(wrong, from.effective()), known(wrong, from.known())));
        } else if (question instanceof MovementBetween moved) {
            Instant from = wrong == WrongAnswer.START_INCLUDED ? moved.from().minusNanos(1_000) : moved.from();
            Instant to = moment(wrong, moved.to());
            Instant begin = from.isAfter(to) ? to : from;
            return new MovementBetween(begin, to, known(wrong, moved.known()), due(wrong, moved.due()));
        } else if (wrong == WrongAnswer.QUESTION_IGNORED && question instanceof PipelineNow) {
            return PipelineNow.all();
        }
        return question;
    }

    private static Instant moment(WrongAnswer wrong, Instant moment) {
        return switch (wrong) {
            case MOMENT_EXCLUDED -> moment.minusNanos(1_000);
            case ROUNDED_UP_TO_MICROSECONDS -> moment.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
            default -> moment;
        };
    }

    private static @Nullable Instant known(WrongAnswer wrong, @Nullable Instant known) {
        return wrong == WrongAnswer.KNOWLEDGE_IGNORED ? null : known;
    }

    private static @Nullable DateRange due(WrongAnswer wrong, @Nullable DateRange days) {
        if (days == null || wrong == WrongAnswer.DAYS_IGNORED) {
            return null;
        }
        LocalDate last = days.lastDay().orElse(LocalDate.MAX);
        LocalDate first = days.firstDay().orElse(LocalDate.MIN);
        if (wrong == WrongAnswer.LAST_DAY_EXCLUDED && last.isAfter(first) && last.isBefore(LocalDate.MAX)) {
            return DateRange.of(first, last);
        }
        LocalDate tooFar = LocalDate.of(10_000, 1, 1);
        return wrong == WrongAnswer.FAR_DAYS_CUT && first.equals(tooFar)
                ? DateRange.startingOn(Population.DAYS.get(0))
                : days;
    }

    private static PipelineCube rounded(PipelineCube cube) {
        Map<PipelineCube.Key, PipelineCube.Cell> cells = new HashMap<>();
        cube.cells().forEach((key, cell) -> {
            ExactSum weighted = ExactSum.empty();
            for (Money part : cell.weighted().rounded(Rounding.COMMERCIAL).amounts()) {
                weighted = weighted.plus(part);
            }
            cells.put(key, new PipelineCube.Cell(cell.count(), cell.withoutAmount(), cell.amount(), weighted));
        });
        return new PipelineCube(cells);
    }
}
