package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.List;
import java.util.stream.IntStream;

/** Text is kept and compared exactly: case, blanks, accents and rare characters all count. */
final class TextCases {

    /** Texts that some store somewhere mixes up, each different from all others. */
    static final List<String> DELICATE = List.of(
            "abc",
            "ABC",
            "Abc",
            "abc ",
            " abc",
            "abc  ",
            "abc\t",
            "a b",
            "a  b",
            "a\nb",
            "a\r\nb",
            "áb",
            "a\u0301b",
            "ab",
            "äb",
            "a\u0308b",
            "ß",
            "ss",
            "ẞ",
            "SS",
            "i",
            "I",
            "ı",
            "İ",
            "σ",
            "ς",
            "Đặng Thị Ngọc",
            "สมชาย ใจดี",
            "مرحبا",
            "שלום",
            "日本語",
            "𠮷野家",
            "吉野家",
            "😀",
            "😁",
            "👨‍👩‍👧",
            "👩🏽",
            "e\u200Dx",
            "ex",
            "\u00A0abc",
            "100%",
            "100_",
            "100!",
            "100\\",
            "100\\\\",
            "o'clock",
            "o''clock",
            "\"quoted\"",
            "`tick`",
            "$1 ? :name",
            "{\"a\":[1,null]}",
            "null",
            "NULL",
            "'; --",
            "0",
            "00",
            "-",
            "");

    private TextCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("delicate_texts_come_back_as_they_were", TextCases::comeBack),
                new ContractCase("equal_text_means_the_same_text_exactly", TextCases::equality),
                new ContractCase("a_list_of_texts_means_these_texts_exactly", TextCases::in),
                new ContractCase("empty_text_stays_empty_text", TextCases::empty),
                new ContractCase("the_longest_text_fits", TextCases::longest),
                new ContractCase("texts_are_compared_by_code_point", TextCases::comparison));
    }

    private static void comeBack(Bench bench) {
        List<Sample> samples = DELICATE.stream()
                .map(text -> Sample.named(text).withRemark(text))
                .toList();
        bench.insertAll(samples);
        for (Sample sample : samples) {
            assertThat(bench.find(sample)).contains(sample);
        }
    }

    private static void equality(Bench bench) {
        bench.insertAll(DELICATE.stream()
                .map(text -> Sample.named(text).withRemark(text))
                .toList());
        for (String text : DELICATE) {
            assertThat(bench.names(SampleFields.NAME.equalTo(text))).containsExactly(text);
            assertThat(bench.names(SampleFields.REMARK.equalTo(text))).containsExactly(text);
            assertThat(bench.names(SampleFields.NAME.notEqualTo(text)))
                    .hasSize(DELICATE.size() - 1)
                    .doesNotContain(text);
        }
    }

    private static void in(Bench bench) {
        bench.insertAll(DELICATE.stream().map(Sample::named).toList());
        List<String> some = List.of("abc", "ß", "i", "😀", "");
        assertThat(bench.names(SampleFields.NAME.in(some))).containsExactlyInAnyOrderElementsOf(some);
        assertThat(bench.names(SampleFields.NAME.in(some).not()))
                .hasSize(DELICATE.size() - some.size())
                .doesNotContainAnyElementsOf(some);
    }

    private static void empty(Bench bench) {
        Sample empty = Sample.named("empty").withRemark("").withReference("");
        Sample absent = Sample.named("absent");
        Sample blank = Sample.named("blank").withRemark(" ").withReference(" ");
        bench.insert(empty, absent, blank);
        assertThat(bench.find(empty)).contains(empty);
        assertThat(bench.names(SampleFields.REMARK.equalTo(""))).containsExactly("empty");
        assertThat(bench.names(SampleFields.REMARK.isNull())).containsExactly("absent");
        assertThat(bench.names(SampleFields.REMARK.notEqualTo(""))).containsExactly("blank");
        bench.update(Samples.TYPE, empty.renamed(""));
        assertThat(bench.find(empty).map(Sample::name)).contains("");
    }

    private static void longest(Bench bench) {
        for (String unit : List.of("x", "ß", "ไ", "日", "😀", "𠮷")) {
            String name = unit.repeat(200 / unit.length());
            String remark = unit.repeat(SampleFields.MAX_REMARK / unit.length() - 1) + "y";
            Sample sample = Sample.named(name).withRemark(remark);
            bench.insert(sample);
            assertThat(bench.find(sample)).contains(sample);
            assertThat(bench.names(SampleFields.NAME.equalTo(name))).containsExactly(name);
            assertThat(bench.names(SampleFields.REMARK.equalTo(remark))).containsExactly(name);
        }
    }

    private static void comparison(Bench bench) {
        List<String> rising = List.of("", " ", "!", "0", "10", "9", "A", "B", "Z", "_", "a", "a ", "aa", "b", "z", "~");
        List<String> further = List.of("Ä", "Ö", "ß", "à", "ä", "é", "Đ", "ł", "Ω", "я", "א", "ไ", "日", "😀", "😁");
        List<String> texts = IntStream.range(0, rising.size() + further.size())
                .mapToObj(i -> i < rising.size() ? rising.get(i) : further.get(i - rising.size()))
                .toList();
        bench.insertAll(texts.stream().map(Sample::named).toList());
        assertThat(bench.names(SampleFields.NAME.notNull())).containsExactlyElementsOf(texts);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            assertThat(bench.names(SampleFields.NAME.lessThan(text)))
                    .as("less than %s", text)
                    .containsExactlyElementsOf(texts.subList(0, i));
            assertThat(bench.names(SampleFields.NAME.greaterThanEqual(text)))
                    .as("at least %s", text)
                    .containsExactlyElementsOf(texts.subList(i, texts.size()));
        }
    }
}
