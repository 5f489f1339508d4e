package io.github.crmkit.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.laws.CodeLaw;
import io.github.crmkit.laws.FloorLaw;
import io.github.crmkit.laws.SourceLaw;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws of the house, in the annex. */
class JdbcHouseTest {

    private static final String ROOT = "io.github.crmkit.jdbc";

    /** Which room is on which floor. */
    private static final Map<String, Integer> FLOORS = Map.of(
            "sql", 0, "dialect", 1, "json", 1, "mapping", 2, "report", 3, "value", 3, "pricing", 4, "table", 5, "", 7);

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final ArchRule SQL_EXCEPTIONS_STAY = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".sql")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SQLException.class);

    private final SourceLaw source = new SourceLaw(Path.of("src", "main", "java"));

    @TestFactory
    Stream<DynamicTest> the_floors_hold() {
        return new FloorLaw(ROOT, FLOORS).rules().stream().map(JdbcHouseTest::holds);
    }

    @TestFactory
    Stream<DynamicTest> every_class_keeps_the_laws() {
        return Stream.of(CodeLaw.values()).map(law -> holds(law.rule()));
    }

    @Test
    void a_fault_of_the_database_is_seen_in_one_room_only() {
        SQL_EXCEPTIONS_STAY.check(HOUSE);
    }

    @Test
    void every_file_and_package_is_small_finished_and_tells_its_story() {
        assertThat(source.longFiles()).isEmpty();
        assertThat(source.badPackages()).isEmpty();
        assertThat(source.unfinishedFiles()).isEmpty();
    }

    @Test
    void the_annex_was_really_looked_at() {
        assertThat(HOUSE.contain(Transaction.class)).isTrue();
        assertThat(HOUSE).hasSizeGreaterThan(50);
    }

    @Test
    void a_floor_that_is_wrong_or_missing_and_a_stray_exception_are_seen() {
        Map<String, Integer> upsideDown = new HashMap<>(FLOORS);
        upsideDown.put("sql", 5);
        assertBroken(new FloorLaw(ROOT, upsideDown).arrowsPointDown(), HOUSE);
        Map<String, Integer> unmapped = new HashMap<>(FLOORS);
        unmapped.remove("json");
        assertBroken(new FloorLaw(ROOT, unmapped).everyRoomIsMapped(), HOUSE);
        // a test that reads with plain JDBC
        assertBroken(SQL_EXCEPTIONS_STAY, new ClassFileImporter().importClasses(KeyLookupTest.class));
    }

    private static void assertBroken(ArchRule rule, JavaClasses where) {
        assertThatThrownBy(() -> rule.check(where)).isInstanceOf(AssertionError.class);
    }

    private static DynamicTest holds(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE));
    }
}
