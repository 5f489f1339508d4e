package io.github.crmkit.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadFields;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** History compares declared fields: what no field shows could change without a trace. */
final class HistoryCoverageTest {

    /** What is a row's identity or its history itself, and what an event tells in words of its own. */
    private static final Set<String> ELSEWHERE =
            Set.of("PriceEntry.product", "HistoryEntry.changes", "HistoryEntry.related", "Quote.closingReason");

    @Test
    void a_change_of_any_component_shows_in_some_field() throws ReflectiveOperationException {
        Set<String> silent = new TreeSet<>();
        for (Kind<?, ?> kind : Kind.all()) {
            silent.addAll(silentComponents(kind));
        }
        silent.removeAll(ELSEWHERE);
        assertThat(silent)
                .as("components that no field shows, or that are the same in all samples")
                .isEmpty();
    }

    @Test
    void a_component_without_a_field_is_found() throws ReflectiveOperationException {
        EntityType<Lead, LeadId> forgetful = EntityType.named("lead", LeadId::new, Lead::id)
                .fields(List.of(LeadFields.COMPANY))
                .stamp(Lead::stamp, (lead, stamp) -> lead);
        Kind<?, ?> leads = Kind.all().stream()
                .filter(kind -> kind.type().equals(Leads.TYPE))
                .findFirst()
                .orElseThrow();
        List<Lead> samples = leads.aggregates().stream().map(Lead.class::cast).toList();

        assertThat(silentComponents(new Kind<>(forgetful, samples)))
                .contains("Lead.source", "Lead.owner")
                .doesNotContain("Lead.company");
    }

    private static <T, I extends Id> Set<String> silentComponents(Kind<T, I> kind) throws ReflectiveOperationException {
        Set<String> silent = new TreeSet<>();
        Class<?> type = kind.aggregates().get(0).getClass();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean kept = Set.of("id", "stamp").contains(component.getName());
            if (!kept && isSilent(kind, component)) {
                silent.add(type.getSimpleName() + "." + component.getName());
            }
        }
        return silent;
    }

    private static <T, I extends Id> boolean isSilent(Kind<T, I> kind, RecordComponent component)
            throws ReflectiveOperationException {
        for (T one : kind.aggregates()) {
            for (T other : kind.aggregates()) {
                T next = with(one, component, other);
                if (next != null
                        && (differs(kind.type().fields(), one, next)
                                || differs(kind.type().told(), one, next))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static <T> boolean differs(List<Field<T, ?>> fields, T one, T other) {
        return fields.stream().anyMatch(f -> !Objects.equals(f.plain(one), f.plain(other)));
    }

    /** The same with one component of another; null where they do not go together. */
    @SuppressWarnings("unchecked") // the constructor is that of the record itself
    private static <T> @Nullable T with(T one, RecordComponent component, T other) throws ReflectiveOperationException {
        RecordComponent[] all = one.getClass().getRecordComponents();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent each : all) {
            values.add(each.getAccessor().invoke(each.getName().equals(component.getName()) ? other : one));
        }
        Constructor<?> constructor = one.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
        try {
            return (T) constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            return null;
        }
    }
}
