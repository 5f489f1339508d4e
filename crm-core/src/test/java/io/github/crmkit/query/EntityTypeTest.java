package io.github.crmkit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTypeTest {

    private static EntityType.Builder<Sample, SampleId> declaration() {
        return EntityType.named("sample", SampleId::new, Sample::id);
    }

    @Test
    void fields_are_found_by_their_names_and_nothing_else_is() {
        assertThat(Samples.TYPE.field("amount")).contains(SampleFields.AMOUNT);
        assertThat(Samples.TYPE.field("id")).contains(Samples.TYPE.id());
        assertThat(Samples.TYPE.field("stamp")).isEmpty();
        assertThat(Samples.TYPE.field("amount; drop table")).isEmpty();
        assertThat(Samples.TYPE.fields()).isEqualTo(SampleFields.ALL);
    }

    @Test
    void a_field_is_declared_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declaration().fields(List.of(SampleFields.NAME, SampleFields.NAME)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declaration().fields(List.of(Field.<Sample>text("id", 9, Sample::name))));
    }

    @Test
    void keys_and_owners_are_declared_fields() {
        assertThatIllegalArgumentException().isThrownBy(() -> declaration().unique("name", SampleFields.NAME));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> declaration().fields(List.of(SampleFields.NAME)).owner(SampleFields.OWNER_ID));
        assertThat(Samples.TYPE.owner()).contains(SampleFields.OWNER_ID);
        assertThat(Samples.TYPE.uniqueKeys()).hasSize(1);
    }

    @Test
    void an_aggregate_is_reached_through_its_type() {
        Sample full = Samples.full();
        Sample next = Samples.TYPE.withStamp(full, full.stamp().next(Samples.LATER, Samples.SOMEBODY));

        assertThat(Samples.TYPE.idOf(full)).isEqualTo(full.id());
        assertThat(Samples.TYPE.idOf(full.id().value())).isEqualTo(full.id());
        assertThat(Samples.TYPE.refOf(full))
                .isEqualTo(new EntityRef("sample", full.id().value()));
        assertThat(Samples.TYPE.stampOf(next).version()).isEqualTo(2);
        assertThat(Samples.TYPE).hasToString("sample");
    }

    @Test
    void an_optional_field_is_another_field_of_the_same_name() {
        Field<Sample, Long> strict = Field.integer("quantity", s -> s.measures().quantity());

        assertThat(strict.nullable()).isFalse();
        assertThat(strict.optional().nullable()).isTrue();
        assertThat(strict.optional().name()).isEqualTo("quantity");
        assertThat(SampleFields.NAME.optional().isFolded()).isTrue();
    }
}
