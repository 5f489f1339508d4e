package io.github.crmkit.examples.page;

import io.github.crmkit.examples.console.TextTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Writes one page. Its policy names the scripts and the style that it brings, by their hashes; nothing else runs or loads. */
final class PageWriter {

    /** A table that is wider, in letters, stands below its charts, not beside them. */
    private static final int WIDEST_BESIDE = 90;

    private final String title;
    private final String subtitle;
    private final List<Page.Tile> tiles;
    private final List<Section> sections;
    private final StringBuilder out = new StringBuilder(400_000);
    private int charts;

    PageWriter(String title, String subtitle, List<Page.Tile> tiles, List<Section> sections) {
        this.title = title;
        this.subtitle = subtitle;
        this.tiles = tiles;
        this.sections = sections;
    }

    String html() {
        String style = "\n" + Resources.style();
        String library = "\n" + Resources.chartLibrary();
        String script = "\n" + Resources.script();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        tag(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src %s; script-src %s %s\">\n"
                        .formatted(hash(style), hash(library), hash(script)));
        tag("""
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                """);
        tag("<title>" + Html.text(title) + "</title>\n");
        tag("<style>" + style + "</style>\n</head>\n<body>\n");
        header();
        tag("<main>\n");
        for (int i = 0; i < sections.size(); i++) {
            section(sections.get(i), i);
        }
        tag("</main>\n");
        tag("<script type=\"application/json\" id=\"charts\">" + ChartData.json(allCharts()) + "</script>\n");
        tag("<script>" + library + "</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
        return out.toString();
    }

    private void header() {
        tag("<header>\n<h1>" + Html.text(title) + "</h1>\n<p>" + Html.text(subtitle) + "</p>\n");
        if (!tiles.isEmpty()) {
            tag("<dl class=\"tiles\">\n");
            tiles.forEach(tile -> tag(
                    "<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(Html.text(tile.name()), Html.text(tile.value()))));
            tag("</dl>\n");
        }
        tag("<nav aria-label=\"Sections\">\n");
        for (int i = 0; i < sections.size(); i++) {
            tag("<a href=\"#s%d\">%s</a>\n"
                    .formatted(i, Html.text(sections.get(i).title())));
        }
        tag("</nav>\n</header>\n");
    }

    private void section(Section section, int number) {
        boolean beside = section.charts().size() == 1
                && section.tables().size() == 1
                && section.tables().get(0).rows().width() <= WIDEST_BESIDE;
        tag("<section id=\"s%d\" aria-labelledby=\"h%d\">\n<h2 id=\"h%d\">%s</h2>\n"
                .formatted(number, number, number, Html.text(section.title())));
        section.notes().forEach(note -> tag("<p class=\"note\">" + Html.text(note) + "</p>\n"));
        tag(beside ? "<div class=\"beside\">\n" : "<div class=\"below\">\n");
        if (!section.charts().isEmpty()) {
            tag("<div class=\"charts\">\n");
            section.charts().forEach(this::chart);
            tag("</div>\n");
        }
        section.tables().forEach(this::table);
        tag("</div>\n</section>\n");
    }

    private void chart(Chart chart) {
        String caption = Html.text(chart.caption());
        tag(
                "<figure><figcaption>%s</figcaption><div class=\"plot\"><canvas id=\"c%d\" role=\"img\" aria-label=\"%s; the table has the numbers\"></canvas></div></figure>\n"
                        .formatted(caption, charts, caption));
        charts++;
    }

    private void table(Section.Table table) {
        String title = Html.text(table.title());
        if (table.folded()) {
            tag("<details><summary>" + title + "</summary>\n");
        }
        tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + title + "\">\n<table>\n");
        tag("<caption>" + title + "</caption>\n<thead><tr>");
        List<TextTable.Column> columns = table.rows().columns();
        columns.forEach(
                column -> tag("<th scope=\"col\"%s>%s</th>".formatted(side(column), Html.text(column.title()))));
        tag("</tr></thead>\n<tbody>\n");
        boolean ruled = false;
        for (List<String> row : table.rows().rows()) {
            if (row.isEmpty()) {
                ruled = true;
                continue;
            }
            tag(ruled ? "<tr class=\"ruled\">" : "<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(columns.get(i), row.get(i), i == 0);
            }
            tag("</tr>\n");
            ruled = false;
        }
        tag("</tbody>\n</table>\n</div>\n");
        if (table.folded()) {
            tag("</details>\n");
        }
    }

    private void cell(TextTable.Column column, String text, boolean first) {
        String element = first ? "th" : "td";
        tag("<%s%s%s>%s</%s>"
                .formatted(
                        element, first ? " scope=\"row\" dir=\"auto\"" : "", side(column), Html.text(text), element));
    }

    private static String side(TextTable.Column column) {
        return column.right() ? " class=\"n\"" : "";
    }

    private List<Chart> allCharts() {
        return sections.stream().flatMap(section -> section.charts().stream()).toList();
    }

    private void tag(String html) {
        out.append(html);
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
