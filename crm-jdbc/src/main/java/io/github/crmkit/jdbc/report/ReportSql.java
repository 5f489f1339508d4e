package io.github.crmkit.jdbc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as a text block. {@code ${table}lead} is the name of a declared table wherever it is, {@code :name} a value to
 * be bound, and {@code ${name}} a part that depends on the question. Parsed once, shared by all threads.
 */
public final class ReportSql {

    /** What stands before the declared name of a table. */
    static final String TABLE = "table";

    private static final Pattern MARK = Pattern.compile("\\$\\{(\\w+)}|:(\\w+)");

    /**
     * A piece of the text.
     *
     * @param kind what the text is
     * @param text the SQL itself, or the name of a value or a part
     */
    record Piece(Kind kind, String text) {}

    enum Kind {
        PLAIN,
        VALUE,
        PART
    }

    private final List<Piece> pieces;

    private ReportSql(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** The statement with this text. */
    public static ReportSql of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            pieces.add(new Piece(Kind.PLAIN, text.substring(from, mark.start())));
            boolean isPart = mark.group(1) != null;
            pieces.add(new Piece(isPart ? Kind.PART : Kind.VALUE, isPart ? mark.group(1) : mark.group(2)));
            from = mark.end();
        }
        pieces.add(new Piece(Kind.PLAIN, text.substring(from)));
        return new ReportSql(List.copyOf(pieces));
    }

    List<Piece> pieces() {
        return pieces;
    }
}
