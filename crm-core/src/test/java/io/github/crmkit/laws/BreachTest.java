package io.github.crmkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each law is seen to fail on a breach that was seeded for it. */
class BreachTest {

    private static final String ROOT = "io.github.crmkit.laws.breach";
    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(ROOT);

    private final FloorLaw floors = new FloorLaw(ROOT, Map.of("low", 0, "high", 1, "sibling", 1));

    @Test
    void an_upward_arrow_is_seen() {
        assertThat(report(floors.arrowsPointDown())).containsPattern("up: [A-Z][a-z]+ <" + ROOT + "\\.low\\.ReachesUp");
    }

    @Test
    void a_sibling_arrow_is_seen() {
        assertThat(report(floors.arrowsPointDown()))
                .containsPattern("sideways: [A-Z][a-z]+ <" + ROOT + "\\.sibling\\.ReachesSideways");
    }

    @Test
    void a_downward_arrow_is_not_reported() {
        assertThat(report(floors.arrowsPointDown())).doesNotContain("<" + ROOT + ".high.LeansOnLow.below");
    }

    @Test
    void a_cycle_is_seen() {
        assertBroken(floors.noCycles(), "Cycle detected");
    }

    @Test
    void an_unmapped_room_is_seen() {
        assertBroken(floors.everyRoomIsMapped(), ROOT + ".unmapped.Stranger is in no mapped room");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_NOW, AsksTheClock.instant",
        "NO_NOW, AsksTheClock.millis",
        "NO_NOW, AsksTheClock.clock",
        "NO_STATIC_STATE, StaticState.counter",
        "NO_STATIC_STATE, StaticState.CACHE",
        "NO_STATIC_STATE, StaticState.TABLE",
        "PUBLIC_TYPES_ARE_CLOSED, OpenClass",
        "NO_EMPTY_NAMES, OrderManager",
        "NO_EMPTY_NAMES, AbstractOrder",
        "OPTIONAL_ONLY_RETURNED, OptionalHolder.held",
        "OPTIONAL_ONLY_RETURNED, OptionalHolder.take",
        "RECORDS_HAVE_TWELVE_COMPONENTS, WideRecord",
        "NO_AMBIENT_MEANS, Ambient.PER_THREAD",
        "NO_AMBIENT_MEANS, Ambient.print",
        "NO_AMBIENT_MEANS, Ambient.reflect",
    })
    void a_breach_of_the_law_is_seen(CodeLaw law, String where) {
        assertBroken(law.rule(), where);
    }

    @Test
    void what_is_immutable_is_not_reported_as_static_state() {
        assertThat(report(CodeLaw.NO_STATIC_STATE.rule())).doesNotContain("StaticState.FINE");
    }

    @Test
    void a_long_file_a_mark_and_a_package_without_story_are_seen(@TempDir Path folder) throws IOException {
        Path room = Files.createDirectories(folder.resolve("room"));
        Files.writeString(room.resolve("Long.java"), "// line\n".repeat(401));
        Files.writeString(room.resolve("Open.java"), "// TO" + "DO later\n");
        SourceLaw law = new SourceLaw(folder);

        assertThat(law.longFiles()).containsExactly(Path.of("room", "Long.java").toString());
        assertThat(law.unfinishedFiles())
                .containsExactly(Path.of("room", "Open.java").toString());
        assertThat(law.badPackages()).containsExactly("room has no null-marked package-info");
    }

    @Test
    void a_crowded_package_is_seen(@TempDir Path folder) throws IOException {
        Path room = Files.createDirectories(folder.resolve("room"));
        Files.writeString(room.resolve("package-info.java"), "@NullMarked\npackage room;\n");
        for (int i = 0; i < 20; i++) {
            Files.writeString(room.resolve("File" + i + ".java"), "");
        }

        assertThat(new SourceLaw(folder).badPackages()).containsExactly("room has 21 files");
    }

    private static void assertBroken(ArchRule rule, String where) {
        assertThat(report(rule)).contains(where);
    }

    private static String report(ArchRule rule) {
        EvaluationResult result = rule.evaluate(BREACHES);
        return result.getFailureReport().toString();
    }
}
