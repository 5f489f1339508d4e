package io.github.crmkit.storage.contract;

import static io.github.crmkit.storage.contract.sample.SampleFields.ACTIVE;
import static io.github.crmkit.storage.contract.sample.SampleFields.AMOUNT;
import static io.github.crmkit.storage.contract.sample.SampleFields.COLOUR;
import static io.github.crmkit.storage.contract.sample.SampleFields.DUE_ON;
import static io.github.crmkit.storage.contract.sample.SampleFields.HAPPENED_AT;
import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.OWNER_ID;
import static io.github.crmkit.storage.contract.sample.SampleFields.QUANTITY;
import static io.github.crmkit.storage.contract.sample.SampleFields.RATE;
import static io.github.crmkit.storage.contract.sample.SampleFields.REFERENCE;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.TextField;
import io.github.crmkit.storage.contract.sample.Colour;
import io.github.crmkit.storage.contract.sample.Measures;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random samples, filters and orders, whose values meet often and lie close together. */
public final class RandomSamples {

    private static final List<String> TEXTS = List.of(
            "", " ", "a", "A", "a ", "ab", "Ab", "á", "a%", "a_b", "a\\", "ß", "ẞ", "i", "ı", "İ", "I", "ไทย", "😀",
            "😁 b");

    private final Random random;

    public RandomSamples(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <E> E oneOf(List<E> some) {
        return some.get(random.nextInt(some.size()));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** New samples without reference. */
    public List<Sample> samples(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sample(uuid(), Samples.FIRST).withReference(null))
                .toList();
    }

    /** A sample of this id and stamp. */
    public Sample sample(UUID id, Stamp stamp) {
        return new Sample(
                new SampleId(id),
                maybe(this::reference),
                text(),
                maybe(this::text),
                new Measures(maybe(this::quantity), maybe(this::amount), maybe(this::rate)),
                maybe(random::nextBoolean),
                maybe(this::date),
                maybe(this::instant),
                maybe(this::colour),
                maybe(this::owner),
                stamp);
    }

    /** A filter at most this many levels deep. */
    public Criteria<Sample> filter(int depth) {
        if (depth <= 1 || oneIn(4)) {
            return leaf();
        }
        return switch (below(3)) {
            case 0 -> filter(depth - 1).not();
            case 1 -> new Criteria.And<>(parts(depth));
            default -> new Criteria.Or<>(parts(depth));
        };
    }

    /** An order over up to five fields, which may repeat. */
    public Sort<Sample> sort() {
        Sort<Sample> sort = Sort.byId();
        for (int i = below(Sort.MAX_KEYS + 1); i > 0; i--) {
            Field<Sample, ?> field = oneOf(SampleFields.ALL);
            sort = sort.then(random.nextBoolean() ? field.asc() : field.desc());
        }
        return sort;
    }

    private List<Criteria<Sample>> parts(int depth) {
        return Stream.generate(() -> filter(depth - 1)).limit(1 + below(3)).toList();
    }

    private Criteria<Sample> leaf() {
        return switch (below(12)) {
            case 0 -> text(NAME, this::text);
            case 1 -> text(REMARK, this::text);
            case 2 -> text(REFERENCE, this::reference);
            case 3 -> ordered(QUANTITY, this::quantity);
            case 4 -> ordered(AMOUNT, this::amount);
            case 5 -> ordered(RATE, this::rate);
            case 6 -> ordered(DUE_ON, this::date);
            case 7 -> ordered(HAPPENED_AT, this::instant);
            case 8 -> exact(ACTIVE, random::nextBoolean);
            case 9 -> exact(COLOUR, this::colour);
            case 10 -> exact(OWNER_ID, this::owner);
            default -> oneIn(5) ? Criteria.all() : NAME.sameText(text());
        };
    }

    private Criteria<Sample> text(TextField<Sample> field, Supplier<String> values) {
        return switch (below(5)) {
            case 0 -> field.contains(values.get());
            case 1 -> field.startsWith(values.get());
            case 2 -> field.endsWith(values.get());
            case 3 -> field.isFolded() ? field.startsWithText(values.get()) : field.startsWith(values.get());
            default -> ordered(field, values);
        };
    }

    private <V> Criteria<Sample> ordered(OrderedField<Sample, V> field, Supplier<V> values) {
        return switch (below(7)) {
            case 0 -> field.greaterThan(values.get());
            case 1 -> field.greaterThanEqual(values.get());
            case 2 -> field.lessThan(values.get());
            case 3 -> field.lessThanEqual(values.get());
            case 4 -> field.within(values.get(), values.get());
            default -> exact(field, values);
        };
    }

    private <V> Criteria<Sample> exact(Field<Sample, V> field, Supplier<V> values) {
        return switch (below(4)) {
            case 0 -> field.equalTo(values.get());
            case 1 -> field.notEqualTo(values.get());
            case 2 -> field.in(Stream.generate(values).limit(below(4)).toList());
            default -> field.isNull();
        };
    }

    private <V> @Nullable V maybe(Supplier<V> value) {
        return oneIn(4) ? null : value.get();
    }

    private String text() {
        return oneOf(TEXTS);
    }

    private String reference() {
        return "R" + below(40) + (oneIn(3) ? "r" : "");
    }

    private Long quantity() {
        return (long) below(7) - 3;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(below(9) * 50L - 200, 2);
    }

    private BigDecimal rate() {
        return BigDecimal.valueOf(below(5) - 2, 6);
    }

    private LocalDate date() {
        return LocalDate.of(2026, 2, 26).plusDays(below(6));
    }

    private Instant instant() {
        return Instant.parse("2026-10-25T00:59:59.999998Z").plusNanos(below(5) * 1_000L);
    }

    private Colour colour() {
        return oneOf(List.of(Colour.values()));
    }

    private UserId owner() {
        return new UserId(new UUID(below(3) - 1, below(2) - 1));
    }
}
