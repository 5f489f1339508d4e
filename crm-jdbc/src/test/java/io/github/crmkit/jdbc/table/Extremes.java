package io.github.crmkit.jdbc.table;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The values that samples are made of, on the edge of what may be kept. */
final class Extremes {

    /** Two users whose ids sort the other way round where the first bit counts as a sign. */
    static final UserId ANONG = new UserId(UUID.fromString("018f0000-0000-7000-8000-00000000c0de"));

    static final UserId BOON = new UserId(UUID.fromString("ff8f0000-0000-7000-8000-00000000c0de"));

    static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** In the hour that the end of summer time has twice, the first time, where PostgreSQL and the tests are at home. */
    static final Instant AUTUMN = Instant.parse("2026-11-01T04:00:00.000001Z");

    static final Instant FAR = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Extremes() {}

    /** An id for each number, the same each time. */
    static UUID id(int number) {
        return new UUID(0x018f_0000_0000_7000L | (number % 3 == 0 ? Long.MIN_VALUE : 0), Long.MIN_VALUE | number);
    }

    /** The stamp of a new aggregate, made so many microseconds after some moment. */
    static Stamp first(int micros) {
        return Stamp.first(Instant.parse("2026-03-01T23:59:59.999990Z").plusNanos(micros * 1_000L), ANONG);
    }

    /** Thai with its vowel signs, to exactly this length. */
    static String thai(int length) {
        return fill("บริษัทกระเบื้องไทย", length);
    }

    /** Emoji of one and of several code points, to exactly this length in UTF-16 units. */
    static String emoji(int length) {
        return fill("🧱👷🏽‍♀️🏗️", length);
    }

    /** What SQL, patterns and JSON treat as special, to exactly this length. */
    static String special(int length) {
        return fill("a'b\"c%d_e\\f!g{h}", length);
    }

    private static String fill(String pattern, int length) {
        StringBuilder text = new StringBuilder();
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; text.length() + Character.charCount(points[i % points.length]) <= length; i++) {
            text.appendCodePoint(points[i % points.length]);
        }
        while (text.length() < length) {
            text.append('z');
        }
        return text.toString();
    }
}
