package io.github.crmkit.examples;

import io.github.crmkit.Crm;
import io.github.crmkit.examples.console.Progress;
import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.csv.LoadRefusal;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.SourceFolder;
import io.github.crmkit.examples.load.FolderLoad;
import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.page.Page;
import io.github.crmkit.examples.prices.FlawedPrices;
import io.github.crmkit.examples.prices.SpokenPrices;
import io.github.crmkit.examples.review.Review;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.Storage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * The main program of the examples: loads a folder of CSV files into an embedded database, works with what is in it, and
 * prints how the sales stand. It can be run again and again: what is there is not made twice.
 *
 * <p>Exit codes: 0 when all went well, 1 when the database failed, 2 for arguments, a folder or a mapping that cannot be
 * used. Results go to the standard output in UTF-8, progress and what went wrong to the standard error.
 */
public final class PipelineReview {

    /** How many line ranges and refused rows of the load are shown; the file has all of them. */
    private static final int MOST_SHOWN = 5;

    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(2);

    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;

    /** @param clock the time that passes while it works; which day it is, the mapping says */
    PipelineReview(PrintStream out, PrintStream err, InstantSource clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Runs the review of the folder that the arguments name. */
    public static void main(String[] args) {
        // the validation engine would otherwise announce itself through java.util.logging
        System.setProperty("org.jboss.logging.provider", "slf4j");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = new PipelineReview(out, err, InstantSource.system()).run(Path.of(""), List.of(args));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Does everything, and returns the exit code. */
    int run(Path workingDirectory, List<String> arguments) {
        try {
            Options options = Options.parse(workingDirectory, arguments);
            SourceFolder folder = SourceFolder.of(options.folder(), Mapping.read(options.mapping()));
            try (ReviewDatabase database = new ReviewDatabase(options.database())) {
                review(options, folder, database.storage());
            }
            return 0;
        } catch (Options.Misused misused) {
            err.println("pipeline review: " + Shown.line(String.valueOf(misused.getMessage())));
            err.print(Options.USAGE);
            return 2;
        } catch (LoadRefusal refusal) {
            err.println("pipeline review: " + refusal.getMessage());
            return 2;
        } catch (CrmException failure) {
            err.println("pipeline review: " + Shown.line(String.valueOf(failure.getMessage())));
            return 1;
        }
    }

    private void review(Options options, SourceFolder folder, Storage storage) {
        Mapping mapping = folder.mapping();
        Instant noon = mapping.reviewDate()
                .atTime(LocalTime.NOON)
                .atZone(mapping.zone())
                .toInstant();
        Crm crm = Crm.on(storage).withClock(InstantSource.fixed(noon)).withZone(mapping.zone());
        Caller caller = Caller.of(new TenantId(id("tenant")), new UserId(id("user")));
        Progress progress = new Progress(err::println, clock, BETWEEN_SIGNS_OF_LIFE);
        out.println("Pipeline review of " + options.folder() + " on " + mapping.reviewDate());
        out.println("Database: " + options.database());
        LoadedFolder loaded = FolderLoad.load(crm.as(caller), folder, progress);
        part("Loaded", loaded.report().render(MOST_SHOWN) + "\nEvery row by line: " + options.report() + "\n");
        write(options.report(), loaded.report().render());
        Page page = new Review(crm, caller, loaded, mapping, progress)
                .run(
                        this::part,
                        String.valueOf(
                                options.folder().toAbsolutePath().normalize().getFileName()));
        write(options.page(), page.html());
        part("Page with charts", options.page() + "\n");
        part("Prices told aloud, of a small shop", new SpokenPrices().text());
        part("What the linter says of a shop with flaws", new FlawedPrices().text());
    }

    private void part(String title, String text) {
        out.print("\n== " + title + "\n\n" + text);
        out.flush();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new LoadRefusal(file, "cannot be written");
        }
    }

    /** The program has one tenant and one user, the same in every run. */
    private static UUID id(String whose) {
        return UUID.nameUUIDFromBytes(("pipeline review " + whose).getBytes(StandardCharsets.UTF_8));
    }
}
