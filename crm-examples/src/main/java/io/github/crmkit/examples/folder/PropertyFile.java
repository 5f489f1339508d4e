package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.console.Shown;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A properties file in UTF-8, in its own order, that does not let the last of two equal keys win in silence. */
final class PropertyFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PropertyFile() {}

    /** The entries of the file, values without spaces around them; what is wrong is added to the problems. */
    static Map<String, String> read(Path file, List<String> problems) {
        Map<String, String> entries = new LinkedHashMap<>();
        try {
            new Collecting(entries, problems).load(new StringReader(contents(file)));
        } catch (NoSuchFileException absent) {
            problems.add("there is no such file");
        } catch (CharacterCodingException notText) {
            problems.add("is not text in UTF-8");
        } catch (IOException unreadable) {
            problems.add("cannot be read");
        } catch (IllegalArgumentException badEscape) {
            problems.add("a \\u is not followed by four hexadecimal digits");
        }
        return entries;
    }

    private static String contents(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Lends the parser of properties to a map that notices repeated keys. */
    private static final class Collecting extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> entries;
        private final transient List<String> problems;

        Collecting(Map<String, String> entries, List<String> problems) {
            this.entries = entries;
            this.problems = problems;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (entries.putIfAbsent(key.toString(), value.toString().strip()) != null) {
                problems.add(Shown.line(key + " is given twice"));
            }
            return value;
        }

        @Override
        public synchronized boolean equals(Object other) {
            return this == other;
        }

        @Override
        public synchronized int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
