package io.github.crmkit.query;

import static io.github.crmkit.storage.contract.sample.SampleFields.AMOUNT;
import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.QUANTITY;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private static final Sort<Sample> BY_ALL = QUANTITY.asc()
            .then(NAME.desc())
            .then(AMOUNT.asc())
            .then(SampleFields.HAPPENED_AT.desc())
            .then(SampleFields.COLOUR.asc());

    private static Keyset<Sample> keyset(Criteria<Sample> where, Sort<Sample> sort) {
        return Keyset.of(Samples.TYPE, where, sort);
    }

    @Test
    void the_id_is_the_last_key() {
        assertThat(keyset(Criteria.all(), QUANTITY.desc()).keys())
                .containsExactly(new Sort.Key<>(QUANTITY, true), new Sort.Key<>(Samples.TYPE.id(), false));
        assertThat(keyset(Criteria.all(), Sort.byId()).keys()).hasSize(1);
    }

    @Test
    void a_cursor_gives_back_the_position_of_its_row() {
        Keyset<Sample> keyset = keyset(Criteria.all(), BY_ALL);
        Sample full = Samples.full();
        Sample bare = Sample.named("-:3:😀\n\"");

        assertThat(keyset.position(keyset.after(full))).isEqualTo(keyset.position(full));
        assertThat(keyset.position(keyset.after(bare))).isEqualTo(keyset.position(bare));
        assertThat(keyset.after(full).token()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void absent_and_empty_text_are_different_positions() {
        Keyset<Sample> keyset = keyset(Criteria.all(), REMARK.asc());
        Sample absent = Sample.named("a");
        Sample empty = absent.withRemark("");

        assertThat(keyset.position(keyset.after(absent)).get(0)).isNull();
        assertThat(keyset.position(keyset.after(empty)).get(0)).isEqualTo("");
    }

    @Test
    void the_same_listing_asked_for_again_takes_the_cursor() {
        Cursor cursor = keyset(QUANTITY.equalTo(1L), BY_ALL).after(Samples.full());

        assertThat(keyset(QUANTITY.equalTo(1L), BY_ALL).position(cursor)).hasSize(6);
    }

    @Test
    void another_listing_does_not_take_the_cursor() {
        Cursor cursor = keyset(QUANTITY.equalTo(1L), BY_ALL).after(Samples.full());

        for (Keyset<Sample> other : List.of(
                keyset(QUANTITY.equalTo(2L), BY_ALL),
                keyset(QUANTITY.notEqualTo(1L), BY_ALL),
                keyset(QUANTITY.equalTo(1L), QUANTITY.desc()),
                keyset(Criteria.all(), BY_ALL))) {
            assertThatThrownBy(() -> other.position(cursor)).isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void another_type_does_not_take_the_cursor() {
        EntityType<Sample, SampleId> twin = EntityType.named("twin", SampleId::new, Sample::id)
                .fields(SampleFields.ALL)
                .stamp(Sample::stamp, (s, stamp) -> s);
        Cursor cursor = Keyset.of(twin, Criteria.all(), BY_ALL).after(Samples.full());

        assertThatThrownBy(() -> keyset(Criteria.all(), BY_ALL).position(cursor))
                .isInstanceOf(InvalidCursorException.class);
    }

    /** A row whose score has 32 bits, which a forged cursor need not have. */
    private record Scored(UserId id, int score, Stamp stamp) {}

    @Test
    void a_number_that_is_too_large_for_its_field_is_refused() {
        OrderedField<Scored, Integer> score = Field.smallInteger("score", Scored::score);
        EntityType<Scored, UserId> type = EntityType.named("scored", UserId::new, Scored::id)
                .fields(List.of(score))
                .stamp(Scored::stamp, (s, stamp) -> s);
        Keyset<Scored> keyset = Keyset.of(type, Criteria.all(), score.asc());
        UserId id = new UserId(new UUID(0, 7));
        Cursor honest = keyset.after(new Scored(id, 7, Stamp.first(Instant.EPOCH, id)));
        byte[] token = Base64.getUrlDecoder().decode(honest.token());
        byte[] body = ("10:9999999999" + "36:" + id.value()).getBytes(StandardCharsets.UTF_8);
        byte[] forged =
                ByteBuffer.allocate(4 + body.length).put(token, 0, 4).put(body).array();

        assertThat(keyset.position(honest)).containsExactly(7L, id.value());
        assertThatThrownBy(
                        () -> keyset.position(new Cursor(Base64.getUrlEncoder().encodeToString(forged))))
                .isInstanceOf(InvalidCursorException.class);
    }
}
