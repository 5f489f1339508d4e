package io.github.crmkit.storage.contract;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Cursor;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes up units of work, one after the other, from one source of chance. */
final class RandomStory {

    /** One thing a unit does; {@code words} says what, for the reader of a failure. */
    record Step(String words, Function<Repository<Sample, SampleId>, Object> act) {

        @Override
        public String toString() {
            return words;
        }
    }

    /** One unit of work. */
    record Chapter(List<Step> steps, boolean rollbackOnly) {

        /** What every step answered, and how the unit ended: results, then perhaps the name of an exception. */
        List<Object> tell(Bench bench) {
            List<Object> answers = new ArrayList<>();
            try {
                bench.run(unit -> {
                    for (Step step : steps) {
                        answers.add(step.act().apply(Bench.samples(unit)));
                    }
                    if (rollbackOnly) {
                        unit.setRollbackOnly();
                    }
                });
            } catch (RuntimeException end) {
                answers.add(end.getClass().getSimpleName());
            }
            return answers;
        }
    }

    private final RandomSamples random;

    /** Current states and, now and then, one that is outdated. */
    private final List<Sample> known = new ArrayList<>();

    RandomStory(Random random) {
        this.random = new RandomSamples(random);
    }

    void remember(List<Sample> kept) {
        known.removeIf(s -> !random.oneIn(10));
        known.addAll(kept);
    }

    Chapter next() {
        List<Step> steps =
                Stream.generate(this::step).limit(1 + random.below(5)).toList();
        return new Chapter(steps, random.oneIn(12));
    }

    private Step step() {
        return switch (random.below(known.isEmpty() ? 4 : 12)) {
            case 0, 1 -> insertAll();
            case 2 -> insert();
            case 3 -> fails();
            case 4, 5, 6 -> update();
            case 7 -> delete();
            case 8 -> find();
            case 9 -> count();
            default -> pages();
        };
    }

    private Step insert() {
        Sample fresh = random.sample(random.oneIn(8) ? someId() : random.uuid(), Samples.FIRST);
        return write("insert " + fresh, samples -> samples.insert(fresh));
    }

    private Step insertAll() {
        List<Sample> fresh = Stream.generate(() -> random.sample(random.uuid(), Samples.FIRST))
                .limit(random.below(6))
                .toList();
        return write("insert " + fresh, samples -> samples.insertAll(fresh));
    }

    private Step update() {
        Sample before = random.oneOf(known);
        Sample after = random.sample(before.id().value(), before.stamp().next(Samples.LATER, Samples.SOMEBODY));
        return random.oneIn(2)
                ? write("update " + after, samples -> samples.update(after))
                : write("update " + before + " to " + after, samples -> samples.update(before, after));
    }

    private Step delete() {
        Sample gone = random.oneOf(known);
        return write("delete " + gone, samples -> samples.delete(gone));
    }

    private Step fails() {
        if (!random.oneIn(3)) {
            return find();
        }
        return new Step("fail", samples -> {
            throw new IllegalStateException("part of the story");
        });
    }

    private Step find() {
        List<SampleId> ids =
                Stream.generate(() -> new SampleId(someId())).limit(4).toList();
        return new Step("find " + ids, samples -> {
            Optional<Sample> first = samples.find(ids.get(0));
            return List.of(first, samples.findAll(ids));
        });
    }

    private Step count() {
        Criteria<Sample> where = random.filter(4);
        return new Step("count " + where.describe(), samples -> samples.count(where));
    }

    private Step pages() {
        Criteria<Sample> where = random.filter(3);
        Sort<Sample> sort = random.sort();
        int size = 1 + random.below(6);
        return new Step("pages of " + size + " where " + where.describe() + " by " + sort.describe(), samples -> {
            List<Page<Sample>> pages = new ArrayList<>();
            Cursor cursor = null;
            do {
                Page<Sample> page = samples.page(where, sort, new PageRequest(size, cursor));
                pages.add(page);
                cursor = page.cursor();
            } while (cursor != null);
            return pages;
        });
    }

    private UUID someId() {
        return known.isEmpty() || random.oneIn(4)
                ? random.uuid()
                : random.oneOf(known).id().value();
    }

    private static Step write(String words, Consumer<Repository<Sample, SampleId>> write) {
        return new Step(words, samples -> {
            write.accept(samples);
            return "written";
        });
    }
}
