package io.github.crmkit.examples.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crmkit.examples.console.TextTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<String> FETCHING = List.of(
            "src", "srcset", "data", "action", "formaction", "poster", "background", "cite", "longdesc", "manifest");

    @Test
    void a_page_names_nothing_that_a_browser_would_fetch() {
        Document page = read(page("Anong"));

        assertThat(page.getAllElements())
                .flatExtracting(element -> element.attributes().asList())
                .noneMatch(attribute -> FETCHING.contains(attribute.getKey()))
                .filteredOn(attribute -> attribute.getKey().equals("href"))
                .isNotEmpty()
                .allMatch(attribute -> attribute.getValue().startsWith("#"));
        assertThat(page.select("link, iframe, object, embed, img, base, form")).isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("script").html()).doesNotContain("sourceMappingURL");
    }

    @Test
    void whatever_a_page_links_to_is_in_it() {
        Document page = read(page("Anong"));

        assertThat(page.select("a"))
                .allMatch(link -> page.getElementById(link.attr("href").substring(1)) != null);
    }

    @Test
    void a_browser_may_run_what_the_page_brought_and_nothing_else() throws Exception {
        Document page = read(page("Anong"));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

        assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "http", "*");
        for (Element element : page.select("style, script:not([type])")) {
            assertThat(policy).contains(hash(element.data()));
        }
        assertThat(page.select("script:not([type])")).hasSize(2);
        assertThat(page.getAllElements())
                .flatExtracting(element -> element.attributes().asList())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")
                        || attribute.getKey().equals("style"));
    }

    @Test
    void the_chart_library_brings_its_licence() {
        assertThat(page("Anong"))
                .contains("Chart.js v4.")
                .contains("The MIT License (MIT)")
                .contains("The above copyright notice and this permission notice shall be included")
                .contains("@kurkle/color v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "&lt;b&gt; &amp; &#39;",
                "]]> \\\" \\u003c/script",
                "two\u2028three\u2029lines",
                "Nguyễn Hồng บริษัท \uD83D\uDE00"
            })
    void a_hostile_name_stays_text_wherever_it_stands(String name) throws IOException {
        Document plain = read(page("Anong"));
        Document page = read(page(name));

        assertThat(tags(page)).isEqualTo(tags(plain));
        assertThat(page.title()).isEqualTo(name.strip());
        assertThat(page.select("tbody th").first().wholeText()).isEqualTo(name);
        assertThat(page.select("h2").first().wholeText()).isEqualTo(name);
        assertThat(page.select("canvas").attr("aria-label")).startsWith(name);
        assertThat(strings(page.getElementById("charts").data())).contains(name);
    }

    @Test
    void what_no_page_may_hold_is_replaced() {
        String name = "a\u0000b\u202Ec\uD800d\u001B";

        assertThat(read(page(name)).select("h2").first().wholeText()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
        assertThat(page(name)).doesNotContain("\u0000", "\u001B", "\u202E");
    }

    @Test
    void a_page_is_well_formed() {
        Parser parser = Parser.htmlParser().setTrackErrors(100);

        Document page = Jsoup.parse(page("Anong"), "", parser);

        assertThat(parser.getErrors()).extracting(ParseError::toString).isEmpty();
        assertThat(page.select("[id]")).extracting(Element::id).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]"))
                .allMatch(element -> page.getElementById(element.attr("aria-labelledby")) != null);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void a_table_has_the_cells_that_it_has_as_text() {
        Element table = read(page("Anong")).select("table").first();

        assertThat(table.select("caption").text()).isEqualTo("Anong");
        assertThat(table.select("thead th").eachText()).containsExactly("Who", "Amount");
        assertThat(table.select("tbody tr"))
                .extracting(row -> row.children().eachText())
                .containsExactly(List.of("Anong", "1,200.50"), List.of("All", "1,200.50"));
        assertThat(table.select("tr.ruled").text()).isEqualTo("All 1,200.50");
    }

    @Test
    void numbers_of_charts_are_exact_and_absent_ones_are_none() {
        String json = ChartData.json(List.of(Chart.of(Chart.Kind.STACKED_COLUMNS, "Caption", "THB", List.of("a", "b"))
                .with("Won", Arrays.asList(new BigDecimal("12345678901234567890.12"), null))
                .withPercentages("Rate", List.of(new BigDecimal("1E+2"), new BigDecimal("0.10")))));

        assertThat(json).isEqualTo("""
                [{"kind":"stacked_columns","unit":"THB","labels":["a","b"],"series":[\
                {"name":"Won","line":false,"values":[12345678901234567890.12,null]},\
                {"name":"Rate","line":true,"values":[100,0.10]}]}]""");
    }

    @Test
    void a_waterfall_goes_from_its_start_by_its_steps_to_their_sum() {
        Chart chart = Chart.waterfall(
                "Movement",
                "THB",
                List.of("start", "created", "lost", "end"),
                new BigDecimal("10"),
                List.of(new BigDecimal("5.50"), new BigDecimal("-2")));

        assertThat(ChartData.json(List.of(chart))).contains("\"values\":[10,[10,15.50],[15.50,13.50],13.50]");
    }

    @Test
    void a_series_without_a_bar_for_each_label_is_refused() {
        Chart chart = Chart.of(Chart.Kind.BARS, "Caption", "", List.of("a", "b"));

        assertThatThrownBy(() -> chart.with("Deals", List.of(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** With the name in every place where a name can stand. */
    private static String page(String name) {
        TextTable table = TextTable.of(TextTable.Column.text("Who"), TextTable.Column.number("Amount"));
        table.row(name, "1,200.50").rule().row("All", "1,200.50");
        return Page.titled(name, name)
                .tile(name, name)
                .section(Section.titled(name)
                        .note(name)
                        .chart(Chart.of(Chart.Kind.BARS, name, name, List.of(name))
                                .with(name, List.of(new BigDecimal("1200.50"))))
                        .table(name, table)
                        .folded(name, table))
                .html();
    }

    private static Document read(String html) {
        return Jsoup.parse(html);
    }

    private static List<String> tags(Document page) {
        return page.getAllElements().stream().map(Element::tagName).toList();
    }

    private static List<String> strings(String json) throws IOException {
        List<String> strings = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    strings.add(parser.getText());
                }
            }
        }
        return strings;
    }

    private static String hash(String inline) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
