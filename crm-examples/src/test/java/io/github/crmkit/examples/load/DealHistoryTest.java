package io.github.crmkit.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.csv.RowProblem;
import io.github.crmkit.examples.folder.Folders;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.track.PipelineCube;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder tells of former days, read in Bangkok at noon of 15 May 2026. */
class DealHistoryTest {

    private static final Progress SILENT =
            new Progress(line -> {}, InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(1));
    private static final String HEAD =
            "ref,stage,owner,amount,opened_on,opened_in,opened_amount,close_on,lost_reason\n";

    @TempDir
    private Path folder;

    private final CrmSession session = StoredState.session(new MemoryStorage());

    @Test
    void a_won_deal_was_opened_on_its_day_in_the_zone_and_closed_on_its_day() {
        load("D-1,Closed Won,anong,300.00,1/2/2026,,,31/3/2026,\n");

        assertThat(path("D-1"))
                .containsExactly(
                        "2026-01-31T17:00:00Z Qualification null null",
                        "2026-03-30T17:00:00Z Closed Won THB 300.00 null",
                        "2026-05-15T05:00:00Z Closed Won THB 300.00 null");
    }

    @Test
    void an_open_deal_stands_in_its_stage_since_it_was_opened() {
        load("D-1,Proposal,anong,300.00,1/2/2026,,250.00,1/6/2026,\n");

        assertThat(path("D-1"))
                .containsExactly(
                        "2026-01-31T17:00:00Z Proposal THB 250.00 2026-06-01",
                        "2026-05-15T05:00:00Z Proposal THB 300.00 2026-06-01");
    }

    @Test
    void a_closed_deal_was_opened_in_the_stage_that_its_row_names() {
        load("D-1,Closed Lost,anong,300.00,1/2/2026,needs analysis,299.00,3/2/2026,no budget\n");

        assertThat(path("D-1"))
                .startsWith(
                        "2026-01-31T17:00:00Z Needs Analysis THB 299.00 null",
                        "2026-02-02T17:00:00Z Closed Lost THB 300.00 null");
    }

    @Test
    void a_deal_that_was_closed_on_the_day_it_was_opened_was_opened_first() {
        load("D-1,Closed Won,anong,300.00,15/5/2026,,,15/5/2026,\n");

        assertThat(path("D-1"))
                .containsExactly(
                        "2026-05-14T17:00:00Z Qualification null null",
                        "2026-05-14T17:00:00.000001Z Closed Won THB 300.00 null",
                        "2026-05-15T05:00:00Z Closed Won THB 300.00 null");
    }

    @Test
    void a_deal_without_an_opening_date_is_known_since_it_was_loaded() {
        LoadReport report = load("D-1,Closed Won,anong,300.00,,,,31/3/2026,\n");

        assertThat(path("D-1")).containsExactly("2026-05-15T05:00:00Z Closed Won THB 300.00 null");
        assertThat(report.render())
                .contains("deals.csv: no opening date, known since it was loaded: 1 row, line 2")
                .doesNotContain("opened_on of 1 row");
    }

    @Test
    void days_that_are_still_to_come_and_stages_that_are_unknown_are_refused() {
        LoadReport report = load("""
                D-1,Proposal,anong,300.00,16/5/2026,,,1/6/2026,
                D-2,Closed Won,anong,300.00,1/2/2026,,,16/5/2026,
                D-3,Closed Won,anong,300.00,1/2/2026,Dreaming,,1/3/2026,
                D-4,Closed Won,anong,300.00,1/2/2026,,-1.00,1/3/2026,
                """);

        assertThat(report.problems())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "deals.csv:2: opened_on is after the day of the review",
                        "deals.csv:3: close_on is after the day of the review",
                        "deals.csv:4: opened_in \"Dreaming\" is not in the pipeline",
                        "deals.csv:5: opened_amount is below 0");
        assertThat(session.track().now().total().count()).isZero();
    }

    @Test
    void a_second_load_writes_no_history() {
        String rows = "D-1,Closed Won,anong,300.00,1/2/2026,,,31/3/2026,\nD-2,Proposal,anong,,1/2/2026,,,,\n";
        load(rows);
        List<String> first = path("D-1");
        PipelineCube march = session.track().asOf(Instant.parse("2026-03-01T00:00:00Z"));

        load(rows);

        assertThat(path("D-1")).isEqualTo(first);
        assertThat(session.track().asOf(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo(march);
        assertThat(march.total().count()).isEqualTo(2);
    }

    private LoadReport load(String rows) {
        return FolderLoad.load(
                        session,
                        new Folders(folder)
                                .mapping("deals.file = deals.csv")
                                .file("deals.csv", HEAD + rows)
                                .open(),
                        SILENT)
                .report();
    }

    private List<String> path(String reference) {
        Pipeline pipeline = session.pipelines().installDefault();
        return session
                .track()
                .path(session.opportunities()
                        .byReference(reference)
                        .orElseThrow()
                        .id())
                .rows()
                .stream()
                .map(row -> line(row, pipeline))
                .toList();
    }

    private static String line(Standing row, Pipeline pipeline) {
        Standing.State state = row.state();
        return row.effective() + " "
                + pipeline.stage(state.stage()).map(Stage::name).orElseThrow() + " " + state.amount() + " "
                + state.closeDate();
    }
}
