package io.github.crmkit.storage.contract;

import static io.github.crmkit.storage.contract.sample.SampleFields.NAME;
import static io.github.crmkit.storage.contract.sample.SampleFields.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.List;

/** Parts of texts are matched literally and exactly; folded forms match whatever the case. */
final class PatternCases {

    private PatternCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("parts_of_texts_are_matched", PatternCases::parts),
                new ContractCase("parts_are_matched_exactly_with_their_case_and_blanks", PatternCases::exactParts),
                new ContractCase("signs_of_patterns_are_ordinary_characters", PatternCases::literal),
                new ContractCase("the_empty_part_is_in_every_present_text", PatternCases::emptyPart),
                new ContractCase("parts_of_rare_characters_are_matched", PatternCases::rare),
                new ContractCase("folded_texts_are_the_same_whatever_their_case", PatternCases::sameText),
                new ContractCase("folded_starts_are_matched_whatever_their_case", PatternCases::startsWithText),
                new ContractCase("the_folded_form_follows_an_update", PatternCases::foldedFollows));
    }

    private static void insert(Bench bench, String... names) {
        for (String name : names) {
            bench.insert(Sample.named(name).withRemark(name));
        }
    }

    private static void found(Bench bench, Criteria<Sample> where, String... names) {
        assertThat(bench.names(where)).as(where.describe()).containsExactly(names);
    }

    private static void parts(Bench bench) {
        insert(bench, "north", "south by north", "northern", "east");
        bench.insert(Sample.named("zz absent"));
        found(bench, REMARK.contains("north"), "north", "northern", "south by north");
        found(bench, REMARK.startsWith("north"), "north", "northern");
        found(bench, REMARK.endsWith("north"), "north", "south by north");
        found(bench, REMARK.contains("north").not(), "east", "zz absent");
        found(bench, REMARK.startsWith("north").and(REMARK.endsWith("ern")), "northern");
    }

    private static void exactParts(Bench bench) {
        insert(bench, "Abc", "abc", "abc ", "äbc");
        found(bench, NAME.contains("Abc"), "Abc");
        found(bench, NAME.contains("abc"), "abc", "abc ");
        found(bench, NAME.startsWith("a"), "abc", "abc ");
        found(bench, NAME.endsWith("c"), "Abc", "abc", "äbc");
        found(bench, NAME.endsWith("c "), "abc ");
        found(bench, NAME.contains("ä"), "äbc");
    }

    private static void literal(Bench bench) {
        insert(
                bench, "100 %", "100 _", "100 !", "100 \\", "100 ", "100 x", "[1-9]", "a*b", "a?b", "'q'", "\\%", "!%",
                "^$.");
        found(bench, NAME.contains("%"), "!%", "100 %", "\\%");
        found(bench, NAME.contains("_"), "100 _");
        found(bench, NAME.startsWith("100 _"), "100 _");
        found(bench, NAME.startsWith("100 %"), "100 %");
        found(bench, NAME.endsWith("!"), "100 !");
        found(bench, NAME.contains("\\"), "100 \\", "\\%");
        found(bench, NAME.contains("\\%"), "\\%");
        found(bench, NAME.contains("!%"), "!%");
        found(bench, NAME.contains("!"), "!%", "100 !");
        found(bench, NAME.contains("[1-9]"), "[1-9]");
        found(bench, NAME.contains("*"), "a*b");
        found(bench, NAME.contains("?"), "a?b");
        found(bench, NAME.contains("'"), "'q'");
        found(bench, NAME.contains("^$."), "^$.");
        found(bench, NAME.startsWithText("100 _"), "100 _");
        found(bench, NAME.startsWithText("100 %"), "100 %");
        found(bench, NAME.startsWithText("\\"), "\\%");
    }

    private static void emptyPart(Bench bench) {
        insert(bench, "", "x");
        bench.insert(Sample.named("zz absent"));
        found(bench, REMARK.contains(""), "", "x");
        found(bench, REMARK.startsWith(""), "", "x");
        found(bench, REMARK.endsWith(""), "", "x");
        found(bench, REMARK.endsWith("").not(), "zz absent");
        found(bench, NAME.sameText(""), "");
        found(bench, NAME.startsWithText(""), "", "x", "zz absent");
    }

    private static void rare(Bench bench) {
        insert(bench, "สมชาย ใจดี", "日本語", "𠮷野家", "go 😀 now", "go 😁 now");
        found(bench, NAME.contains("ใจ"), "สมชาย ใจดี");
        found(bench, NAME.startsWith("日本"), "日本語");
        found(bench, NAME.startsWith("𠮷"), "𠮷野家");
        found(bench, NAME.contains("😀"), "go 😀 now");
        found(bench, NAME.contains("😁 n"), "go 😁 now");
    }

    private static void sameText(Bench bench) {
        insert(
                bench,
                "ISTANBUL",
                "Istanbul",
                "istanbul",
                "ıstanbul",
                "İstanbul",
                "STRASSE",
                "STRAẞE",
                "straße",
                "ÄRGER",
                "ärger",
                "arger",
                "ΣΊΣΥΦΟΣ",
                "σίσυφος",
                "ĐẶNG",
                "Đặng");
        for (String name : List.of("ISTANBUL", "istanbul", "İSTANBUL", "ıSTANBUL")) {
            found(bench, NAME.sameText(name), "ISTANBUL", "Istanbul", "istanbul", "İstanbul", "ıstanbul");
        }
        found(bench, NAME.sameText("Straße"), "STRAẞE", "straße");
        found(bench, NAME.sameText("strasse"), "STRASSE");
        found(bench, NAME.sameText("Ärger"), "ÄRGER", "ärger");
        found(bench, NAME.sameText("ARGER"), "arger");
        found(bench, NAME.sameText("Σίσυφος"), "ΣΊΣΥΦΟΣ", "σίσυφος");
        found(bench, NAME.sameText("đặng"), "ĐẶNG", "Đặng");
        found(bench, NAME.sameText("istanbul "));
        found(bench, NAME.sameText("istanbul%"));
        assertThat(bench.names(NAME.sameText("istanbul").not())).hasSize(10);
    }

    private static void startsWithText(Bench bench) {
        insert(bench, "ISTANBUL", "istanbul old town", "İstanbul", "by Istanbul", "ÄRGER", "ärgerlich", "arger");
        found(bench, NAME.startsWithText("Istan"), "ISTANBUL", "istanbul old town", "İstanbul");
        found(bench, NAME.startsWithText("ÄRGER"), "ÄRGER", "ärgerlich");
        found(bench, NAME.startsWithText("ärgerL"), "ärgerlich");
        found(bench, NAME.startsWithText("istanbul ").not().and(NAME.contains("tan")), "by Istanbul", "İstanbul");
    }

    private static void foldedFollows(Bench bench) {
        Sample first = Sample.named("First Name");
        bench.insert(first);
        bench.update(Samples.TYPE, first.renamed("Second Name"));
        found(bench, NAME.sameText("FIRST NAME"));
        found(bench, NAME.sameText("SECOND NAME"), "Second Name");
        found(bench, NAME.startsWithText("SECOND"), "Second Name");
    }
}
