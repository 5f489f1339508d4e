package io.github.crmkit.jdbc.report;

import java.util.List;

/** The reports that the library declares. */
public final class Reports {

    private Reports() {}

    /** All of them. */
    public static List<Report<?, ?, ?>> all() {
        return List.of(
                NowReport.declared(NowReport.SQL),
                ThenReport.declared(ThenReport.SQL),
                MovementReport.declared(MovementReport.SQL));
    }
}
