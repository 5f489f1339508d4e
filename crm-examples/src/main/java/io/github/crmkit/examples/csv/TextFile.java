package io.github.crmkit.examples.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens text files in UTF-8. Bytes that are no UTF-8 are read as U+FFFD, which the rows look out for. */
final class TextFile {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private TextFile() {}

    /** The text after so many lines; it is empty when the file has no more of them. A byte order mark is left out. */
    static Reader open(Path file, long lines) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        try {
            skipByteOrderMark(reader);
            skipLines(reader, lines);
            return reader;
        } catch (IOException unreadable) {
            reader.close();
            throw unreadable;
        }
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** Counts lines as the parser does: they end with CR, LF or both. */
    private static void skipLines(BufferedReader reader, long lines) throws IOException {
        long left = lines;
        while (left > 0) {
            int read = reader.read();
            if (read < 0) {
                return;
            }
            if (read == '\n') {
                left--;
            } else if (read == '\r') {
                left--;
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
            }
        }
    }
}
