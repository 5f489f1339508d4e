package io.github.crmkit.examples.review;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.folder.Folders;
import io.github.crmkit.examples.load.FolderLoad;
import io.github.crmkit.examples.load.LoadedFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Small folders for the parts of the review, loaded into a session. */
final class Loaded {

    static final Progress SILENT = new Progress(line -> {}, InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(1));

    private final Folders folders;

    Loaded(Path folder) {
        this.folders = new Folders(folder);
    }

    /** A source in a file called like it. */
    Loaded with(String source, String rows) {
        folders.mapping(source + ".file = " + source + ".csv").file(source + ".csv", rows.stripIndent());
        return this;
    }

    LoadedFolder into(CrmSession session) {
        LoadedFolder loaded = FolderLoad.load(session, folders.open(), SILENT);
        if (!loaded.report().problems().isEmpty()) {
            throw new IllegalArgumentException(loaded.report().problems().toString());
        }
        return loaded;
    }
}
