package io.github.crmkit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.storage.contract.RandomSamples;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class KeysetProperties {

    private static final List<Sample> SAMPLES = new RandomSamples(new Random(2)).samples(40);

    private static Keyset<Sample> keyset(long seed) {
        RandomSamples random = new RandomSamples(new Random(seed));
        return Keyset.of(Samples.TYPE, random.filter(3), random.sort());
    }

    @Property(tries = 100)
    void every_cursor_gives_back_its_position(@ForAll long seed) {
        Keyset<Sample> keyset = keyset(seed);

        assertThat(SAMPLES)
                .allSatisfy(
                        row -> assertThat(keyset.position(keyset.after(row))).isEqualTo(keyset.position(row)));
    }

    @Property(tries = 100)
    void every_order_is_total(@ForAll long seed) {
        Comparator<List<@Nullable Object>> order = keyset(seed).order();
        List<List<@Nullable Object>> sorted =
                SAMPLES.stream().map(keyset(seed)::position).sorted(order).toList();

        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                assertThat(Integer.signum(order.compare(sorted.get(i), sorted.get(j))))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Property(tries = 500)
    void what_was_not_made_here_is_refused(@ForAll @Size(max = 80) byte[] noise, @ForAll String text) {
        Keyset<Sample> keyset = keyset(7);

        assertThat(takes(keyset, text)).isFalse();
        assertThat(takes(keyset, Base64.getUrlEncoder().withoutPadding().encodeToString(noise)))
                .isFalse();
    }

    @Property(tries = 300)
    void a_cursor_with_a_damaged_body_is_refused_or_another_place(@ForAll long seed) {
        Random random = new Random(seed);
        Keyset<Sample> keyset = keyset(seed % 20);
        byte[] token = Base64.getUrlDecoder()
                .decode(keyset.after(SAMPLES.get(random.nextInt(SAMPLES.size())))
                        .token());
        token[4 + random.nextInt(token.length - 4)] = (byte) (32 + random.nextInt(96));
        Cursor damaged = new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(token));

        if (takes(keyset, damaged.token())) {
            // whatever it says can be compared with every row
            assertThat(SAMPLES)
                    .allSatisfy(row -> keyset.order().compare(keyset.position(row), keyset.position(damaged)));
        }
    }

    private static boolean takes(Keyset<Sample> keyset, String token) {
        try {
            keyset.position(new Cursor(token));
            return true;
        } catch (InvalidCursorException refused) {
            return false;
        }
    }
}
