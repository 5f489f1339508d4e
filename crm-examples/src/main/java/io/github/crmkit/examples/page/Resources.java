package io.github.crmkit.examples.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What every page brings along: Chart.js with its licence, the script that hands it the data, and the style. */
final class Resources {

    private static final String LIBRARY = "META-INF/resources/webjars/chart.js/";
    private static final String VERSION = "META-INF/maven/org.webjars.npm/chart.js/pom.properties";

    private Resources() {}

    /** Chart.js, after its licence as a comment and without the note where its source map is, which is not brought along. */
    static String chartLibrary() {
        String folder = LIBRARY + version() + "/";
        String licence = read(folder + "LICENSE.md").strip();
        String library = read(folder + "dist/chart.umd.min.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        return "/*!\nChart.js\n\n" + licence + "\n*/\n" + library.strip() + "\n";
    }

    /** The script that makes charts of the data. */
    static String script() {
        return read("io/github/crmkit/examples/page/page.js");
    }

    /** How the page looks. */
    static String style() {
        return read("io/github/crmkit/examples/page/page.css");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open(VERSION)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }

    private static String read(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Resources.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("not on the class path: " + name);
        }
        return in;
    }
}
