package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.contract.sample.Measures;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of states into the toy storage and out again; without a flaw it changes nothing. */
final class ToyCodec {

    private static final LocalDate GREGORIAN = LocalDate.of(1582, 10, 15);

    private final @Nullable Flaw flaw;

    ToyCodec(@Nullable Flaw flaw) {
        this.flaw = flaw;
    }

    @SuppressWarnings("unchecked") // each branch gives back the class it was given
    <T> T in(T state) {
        if (state instanceof Sample sample) {
            return (T) in(sample);
        } else if (state instanceof Sheet sheet) {
            return (T) new Sheet(sheet.id(), sheet.title(), lines(sheet.lines()), sheet.stamp());
        } else if (state instanceof HistoryEntry entry && flaw == Flaw.CHANGES_WITHOUT_OLD_VALUE) {
            return (T) withoutOldValues(entry);
        }
        return state;
    }

    @SuppressWarnings("unchecked") // a sample stays a sample
    <T> T out(T state) {
        if (flaw == Flaw.LOCAL_TIMES && state instanceof Sample s && s.happenedAt() != null) {
            LocalDateTime local = LocalDateTime.ofInstant(s.happenedAt(), ZoneOffset.UTC);
            return (T) s.withHappenedAt(local.atZone(ZoneId.systemDefault()).toInstant());
        }
        return state;
    }

    private Sample in(Sample s) {
        if (flaw == Flaw.VALUES_CUT_TO_NAME) {
            return Samples.TYPE.withStamp(Sample.named(s.id().value(), s.name()), s.stamp());
        }
        Stamp stamp = s.stamp();
        if (flaw == Flaw.CHANGE_STAMP_LOST) {
            stamp = new Stamp(
                    stamp.version(), stamp.createdAt(), stamp.createdBy(), stamp.createdAt(), stamp.createdBy());
        }
        return new Sample(
                s.id(),
                text(s.reference()),
                s.name().isEmpty() ? s.name() : String.valueOf(text(s.name())),
                text(s.remark()),
                measures(s.measures()),
                truth(s.active()),
                date(s.dueOn()),
                instant(s.happenedAt()),
                s.colour(),
                owner(s.ownerId()),
                stamp);
    }

    private @Nullable String text(@Nullable String text) {
        if (flaw == null || text == null) {
            return text;
        }
        return switch (flaw) {
            case TEXT_TRIMMED -> text.stripTrailing();
            case TEXT_NORMALISED -> Normalizer.normalize(text, Normalizer.Form.NFC);
            case THREE_BYTE_TEXT -> text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
            case TEXT_CUT -> text.substring(0, Math.min(text.length(), 1_000));
            case EMPTY_AS_ABSENT -> text.isEmpty() ? null : text;
            default -> text;
        };
    }

    private Measures measures(Measures m) {
        Long quantity = m.quantity();
        if (quantity != null && flaw == Flaw.LONGS_AS_DOUBLES) {
            quantity = (long) quantity.doubleValue();
        } else if (quantity == null && flaw == Flaw.ABSENT_BECOMES_DEFAULT) {
            quantity = 0L;
        }
        return new Measures(quantity, decimal(m.amount(), 2), decimal(m.rate(), 6));
    }

    private @Nullable BigDecimal decimal(@Nullable BigDecimal decimal, int scale) {
        if (decimal == null) {
            return null;
        } else if (flaw == Flaw.SCALE_DROPPED) {
            return decimal.stripTrailingZeros();
        } else if (flaw == Flaw.DECIMALS_AS_DOUBLES) {
            return BigDecimal.valueOf(decimal.doubleValue()).setScale(scale, RoundingMode.HALF_UP);
        }
        RoundingMode rounding = flaw == Flaw.DECIMALS_ROUNDED ? RoundingMode.HALF_UP : RoundingMode.UNNECESSARY;
        return decimal.setScale(scale, rounding);
    }

    private @Nullable Boolean truth(@Nullable Boolean truth) {
        return flaw == Flaw.FALSE_AS_ABSENT && Boolean.FALSE.equals(truth) ? null : truth;
    }

    private @Nullable LocalDate date(@Nullable LocalDate date) {
        return flaw == Flaw.JULIAN_CALENDAR && date != null && date.isBefore(GREGORIAN) ? date.plusDays(10) : date;
    }

    private @Nullable Instant instant(@Nullable Instant at) {
        if (at == null) {
            return null;
        } else if (flaw == Flaw.MILLISECONDS) {
            return at.truncatedTo(ChronoUnit.MILLIS);
        } else if (flaw == Flaw.JULIAN_CALENDAR
                && at.isBefore(GREGORIAN.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            return at.plus(10, ChronoUnit.DAYS);
        } else if (flaw == Flaw.LOCAL_TIMES) {
            return at.atZone(ZoneId.systemDefault()).toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        return at;
    }

    private @Nullable UserId owner(@Nullable UserId id) {
        if (id == null || flaw != Flaw.SIGN_OF_IDS_LOST) {
            return id;
        }
        long high = id.value().getMostSignificantBits() & Long.MAX_VALUE;
        return new UserId(new UUID(high, id.value().getLeastSignificantBits()));
    }

    private List<SheetLine> lines(List<SheetLine> lines) {
        if (flaw == Flaw.LINES_SORTED) {
            return lines.stream().sorted(Comparator.comparing(SheetLine::text)).toList();
        }
        return flaw == Flaw.LINES_DISTINCT ? lines.stream().distinct().toList() : lines;
    }

    private static HistoryEntry withoutOldValues(HistoryEntry e) {
        List<FieldChange> changes = e.changes().stream()
                .map(c -> new FieldChange(c.field(), null, c.after()))
                .toList();
        return new HistoryEntry(
                e.id(), e.subject(), e.version(), e.at(), e.by(), e.code(), e.note(), changes, e.related());
    }
}
