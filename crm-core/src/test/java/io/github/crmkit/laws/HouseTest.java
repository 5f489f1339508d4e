package io.github.crmkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.crmkit.Crm;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseTest {

    private static final String ROOT = "io.github.crmkit";

    /** The plan of the house: the one place that says which room is on which floor. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("kernel", 0),
            Map.entry("money", 1),
            Map.entry("time", 1),
            Map.entry("person", 2),
            Map.entry("measure", 2),
            Map.entry("command", 1),
            Map.entry("merge", 1),
            Map.entry("statistics", 1),
            Map.entry("totals", 2),
            Map.entry("query", 2),
            Map.entry("lifecycle", 2),
            Map.entry("term", 2),
            Map.entry("storage", 3),
            Map.entry("access", 4),
            Map.entry("memory", 4),
            Map.entry("lead", 5),
            Map.entry("party", 5),
            Map.entry("catalog", 5),
            Map.entry("pipeline", 5),
            Map.entry("pricebook", 6),
            Map.entry("agreement", 7),
            Map.entry("promotion", 6),
            Map.entry("pricerule", 7),
            Map.entry("rulebook", 8),
            Map.entry("price", 8),
            Map.entry("lint", 9),
            Map.entry("pricing", 9),
            Map.entry("deal", 10),
            Map.entry("pricelint", 10),
            Map.entry("opportunity", 11),
            Map.entry("conversion", 12),
            Map.entry("quote", 12),
            Map.entry("track", 12),
            Map.entry("forecast", 12),
            Map.entry("timeline", 13),
            Map.entry("score", 14),
            Map.entry("insight", 13),
            Map.entry("", 15));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** The porch alone picks the system's clock, unless the host hands in another. */
    private static final JavaClasses BEHIND_THE_PORCH =
            HOUSE.that(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Crm.class)));

    private final SourceLaw source = new SourceLaw(Path.of("src", "main", "java"));

    @TestFactory
    Stream<DynamicTest> the_floors_hold() {
        return new FloorLaw(ROOT, FLOORS).rules().stream().map(rule -> holds(rule, HOUSE));
    }

    @TestFactory
    Stream<DynamicTest> every_class_keeps_the_laws() {
        return Stream.of(CodeLaw.values())
                .map(law -> holds(law.rule(), law == CodeLaw.NO_NOW ? BEHIND_THE_PORCH : HOUSE));
    }

    @Test
    void the_house_was_really_looked_at() {
        assertThat(HOUSE).hasSizeGreaterThan(50);
        assertThat(FLOORS.keySet().stream().filter(room -> !room.isEmpty()))
                .allSatisfy(room ->
                        assertThat(HOUSE).anyMatch(c -> c.getPackageName().equals(ROOT + "." + room)));
    }

    @Test
    void no_file_is_too_long() {
        assertThat(source.longFiles()).isEmpty();
    }

    @Test
    void every_package_is_small_and_tells_its_story() {
        assertThat(source.badPackages()).isEmpty();
    }

    @Test
    void nothing_in_main_is_marked_as_unfinished() {
        assertThat(source.unfinishedFiles()).isEmpty();
    }

    private static DynamicTest holds(ArchRule rule, JavaClasses where) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(where));
    }
}
