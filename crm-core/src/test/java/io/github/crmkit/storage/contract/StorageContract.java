package io.github.crmkit.storage.contract;

import io.github.crmkit.storage.Storage;
import java.util.List;

/** The whole contract: its themes, and their cases. */
public final class StorageContract {

    /** Cases about one matter. */
    public record Theme(String name, List<ContractCase> cases) {}

    private StorageContract() {}

    /** All themes. */
    public static List<Theme> themes() {
        return List.of(
                new Theme("values", RoundTripCases.all()),
                new Theme("text", TextCases.all()),
                new Theme("parts", PartCases.all()),
                new Theme("filters", FilterCases.all()),
                new Theme("patterns", PatternCases.all()),
                new Theme("order", OrderCases.all()),
                new Theme("pages", CursorCases.all()),
                new Theme("versions", VersionCases.all()),
                new Theme("unique keys", UniqueKeyCases.all()),
                new Theme("tenants", TenantCases.all()),
                new Theme("units of work", UnitCases.all()),
                new Theme("joined units", JoinedCases.all()),
                new Theme("races", RaceCases.all()),
                new Theme("stories", StoryCases.all()));
    }

    /** All cases of all themes. */
    public static List<ContractCase> cases() {
        return themes().stream().flatMap(t -> t.cases().stream()).toList();
    }

    /** The case of this name. */
    public static ContractCase named(String name) {
        return cases().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case " + name));
    }

    /** Runs one case on a storage; throws when its demand is not met. */
    public static void check(ContractCase contractCase, Storage storage, Storage other) throws Exception {
        contractCase.check().on(Bench.over(storage, other));
    }
}
