package io.github.crmkit.laws;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package imports lower floors only; two packages on one floor do not know each other; every package has a floor.
 *
 * @param root the package that holds the rooms; the part of a name after it is looked up in the map
 * @param floors the floor of each room; the empty name is the root package itself
 */
public record FloorLaw(String root, Map<String, Integer> floors) {

    /** The rules, each of which a breach must trip. */
    public List<ArchRule> rules() {
        return List.of(everyRoomIsMapped(), arrowsPointDown(), noCycles());
    }

    /** Every class lies in a room that has a floor. */
    public ArchRule everyRoomIsMapped() {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are in the house", c -> roomOf(c) != null))
                .should(condition("be in a room that has a floor", (c, events) -> {
                    if (!floors.containsKey(roomOf(c))) {
                        events.add(SimpleConditionEvent.violated(c, c.getName() + " is in no mapped room"));
                    }
                }));
    }

    /** No arrow goes up or sideways. */
    public ArchRule arrowsPointDown() {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are in the house", c -> roomOf(c) != null))
                .should(condition("import lower floors only", this::checkArrows));
    }

    /** No cycle of packages. */
    public ArchRule noCycles() {
        return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private void checkArrows(JavaClass from, ConditionEvents events) {
        String room = roomOf(from);
        Integer floor = floors.get(room);
        for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
            String target = roomOf(arrow.getTargetClass());
            Integer targetFloor = target == null ? null : floors.get(target);
            if (floor == null || targetFloor == null || room == null || room.equals(target)) {
                continue;
            }
            if (targetFloor >= floor) {
                String kind = targetFloor.equals(floor) ? "sideways" : "up";
                events.add(SimpleConditionEvent.violated(arrow, kind + ": " + arrow.getDescription()));
            }
        }
    }

    private @Nullable String roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return "";
        }
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : null;
    }

    static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, events);
            }
        };
    }

    interface Check {
        void check(JavaClass type, ConditionEvents events);
    }
}
