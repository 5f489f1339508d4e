package io.github.crmkit.jdbc;

import java.nio.file.Path;

/**
 * Addresses of H2 databases that live in a file of the host's own process. Only the text: the driver is the host's to bring.
 *
 * <p>H2's own default acknowledges a commit up to half a second before it is on the disk and loses it in a crash.
 * {@link #file} does not; {@link #fastFile} has to be asked for.
 */
public final class EmbeddedH2 {

    // H2 keeps eight prepared texts by default, fewer than one conversion of a lead uses
    private static final String STATEMENTS = ";QUERY_CACHE_SIZE=256";
    private static final String DURABLE = ";WRITE_DELAY=0";

    private EmbeddedH2() {}

    /**
     * A database in this file, in which a commit that has returned survives a crash of the process.
     *
     * @param file without the ending {@code .mv.db}, which H2 adds
     * @throws IllegalArgumentException for a path with a semicolon, behind which H2 would read settings
     */
    public static String file(Path file) {
        return address(file) + DURABLE + STATEMENTS;
    }

    /**
     * As {@link #file}, with several times as many commits in a second, of which a crash loses the last half second: for
     * what can be loaded again.
     */
    public static String fastFile(Path file) {
        return address(file) + STATEMENTS;
    }

    private static String address(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new IllegalArgumentException("the path of a database has no semicolon");
        }
        return "jdbc:h2:file:" + path;
    }
}
