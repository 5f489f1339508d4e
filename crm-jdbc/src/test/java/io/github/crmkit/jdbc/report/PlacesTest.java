package io.github.crmkit.jdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final int EACH = 7;

    @Test
    void each_place_has_one_number_and_keeps_it_as_more_come() {
        Places places = new Places();
        assertThat(everyNumber(places)).isEqualTo(everyNumber(places)).doesNotHaveDuplicates();
        assertThat(places.count()).isEqualTo(EACH * EACH * EACH * EACH);
    }

    @Test
    void a_number_leads_back_to_its_place() {
        Places places = new Places();
        everyNumber(places);
        int number = places.number(6, 0, 3, -1);
        assertThat(List.of(places.pipeline(number), places.stage(number), places.owner(number), places.due(number)))
                .containsExactly(6, 0, 3, -1);
        assertThat(number).isLessThan(places.count());
    }

    @Test
    void an_id_has_one_number_and_is_made_once() {
        Numbered<Object> ids = new Numbered<>(value -> new Object());
        int first = ids.number(new UUID(1, 1));
        int second = ids.number(new UUID(1, 2));
        assertThat(List.of(first, second)).containsExactly(0, 1);
        assertThat(ids.number(new UUID(1, 1))).isEqualTo(first);
        assertThat(ids.id(first)).isNotSameAs(ids.id(second)).isSameAs(ids.id(ids.number(new UUID(1, 1))));
    }

    private static List<Integer> everyNumber(Places places) {
        List<Integer> numbers = new ArrayList<>();
        for (int pipeline = 0; pipeline < EACH; pipeline++) {
            for (int stage = 0; stage < EACH; stage++) {
                for (int owner = 0; owner < EACH; owner++) {
                    for (int due = -1; due < EACH - 1; due++) {
                        numbers.add(places.number(pipeline, stage, owner, due));
                    }
                }
            }
        }
        return numbers;
    }
}
