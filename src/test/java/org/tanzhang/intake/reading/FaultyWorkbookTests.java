package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.quality.FindingWords;

/** Promise 5: every fault in one pass, each with its cell and words that can be acted on. */
@DisplayName("A faulty workbook")
class FaultyWorkbookTests {

    @Test
    @DisplayName("has every fault of a card named in one pass")
    void everyFaultOfACard() {
        Reading card = Reading.of(Sketch.card("原煤", "无烟煤", "汽油", "煤油", "柴油", "可燃冰", "汽油", "燃料油", "电力", "热力")
                // 原煤: its kinds are not complete
                .set("G10", 100)
                .set("H10", 100)
                .set("G11", 60)
                .set("H11", 60)
                // 汽油: a text, an error value
                .set("G12", "约三百吨")
                .error("H12")
                // 煤油: negative
                .set("G13", -5)
                // 柴油: 4 = 5 + 7 fails, 6 <= 5 fails, 8 <= 4 fails
                .set("G14", 30)
                .set("H14", 10)
                .set("I14", 20)
                .set("K14", 40)
                // 可燃冰 is no carrier; 汽油 stands twice
                .set("G15", 1)
                .set("G16", 2)
                // 燃料油: a unit of another dimension
                .set("B17", "立方米")
                .set("G17", 1)
                // a row without a name
                .set("G20", 7)
                .set("K6", "　年"));
        assertThat(card.errors())
                .containsExactlyInAnyOrder(
                        "R-PERIOD-01 error 205-1 []",
                        "R-CELL-01 error 205-1!G12 [约三百吨]",
                        "R-CELL-02 error 205-1!H12 [#DIV/0!]",
                        "R-CELL-03 error 205-1!G13 [-5]",
                        "R-CARRIER-01 error 205-1!A15 [可燃冰]",
                        "R-ROW-02 error 205-1!A16 [汽油, A12]",
                        "R-UNIT-02 error 205-1!B17 [立方米, 燃料油, 吨]",
                        "R-ROW-03 error 205-1!G20 []",
                        "R-205-1-01 error 205-1!G14 [30, 10, 20]",
                        "R-205-1-02 error 205-1!I14 [20, 10, 10]",
                        "R-205-1-03 error 205-1!K14 [40, 30, 10]",
                        "R-205-1-04 error 205-1!G10 [100, 60, 40]",
                        "R-205-1-04 error 205-1!H10 [100, 60, 40]");
        assertThat(card.statement().isFaulty()).isTrue();
    }

    @Test
    @DisplayName("has every fault of a balance named in one pass")
    void everyFaultOfABalance() {
        Reading balance = Reading.of(Sketch.balance()
                .set("A2", "综合机关名称：虚构县统计局")
                .set("D5", "（万立方米）")
                .set("E5", "")
                .set("G4", "可燃冰")
                .set("G5", "（万吨）")
                .set("G13", 1)
                .set("H4", "原煤")
                .set("H5", "（万吨）")
                .set("C13", "若干")
                .set("C16", -1)
                .set("A18", "3.其他行业和部门")
                .set("C18", 3)
                .set("A11", "合计"));
        assertThat(balance.errors())
                .containsExactlyInAnyOrder(
                        "R-REGION-01 error P303-1!A2 [虚构县统计局, 2024]",
                        "R-UNIT-02 error P303-1!D4 [万立方米, 柴油, 吨]",
                        "R-UNIT-01 error P303-1!E4 [天然气, 万立方米]",
                        "R-CARRIER-01 error P303-1!G4 [可燃冰]",
                        "R-FORM-03 error P303-1!H4 [原煤]",
                        "R-CELL-01 error P303-1!C13 [若干]",
                        "R-CELL-03 error P303-1!C16 [-1]",
                        "R-ROW-01 error P303-1!A18 [3.其他行业和部门]",
                        "R-FORM-02 error P303-1 [终端消费量, P303-1]");
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    @DisplayName("is told in words whose every place is filled")
    void isToldInWords(String language) {
        FindingWords words = FindingWords.in(language);
        List<Path> files = List.of(
                Path.of("samples/faulty/04-加密工作簿.xlsx"),
                Path.of("samples/faulty/08-未知地区.xlsx"),
                Path.of("samples/faulty/12-合计不等.xlsx"));
        for (Path file : files) {
            assertThat(Reading.of(file).all())
                    .allSatisfy(f -> assertThat(words.of(f)).doesNotContain("{"));
        }
    }

    /** What samples/faulty/README.md says of its files; 13 and 14 are for the store to decide. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "01-文本冒充工作簿.xlsx | R-FILE-01 error file []",
                "02-空工作簿.xlsx | R-FILE-02 error file []",
                "04-加密工作簿.xlsx | R-FILE-03 error file []",
                "06-缺少报告期.xlsx | R-PERIOD-01 error 205-1 []",
                "08-未知地区.xlsx | R-REGION-01 error P303-1!A2 [虚构县统计局, 2024]"
            })
    @DisplayName("of the samples has the one fault that its description names")
    void samples(String file, String fault) {
        assertThat(Reading.of(Path.of("samples/faulty", file)).errors()).containsExactly(fault);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "07-未知能源品种.xlsx | R-CARRIER-01 error 205-1!A | [可燃冰]",
                "09-数值格为文字.xlsx | R-CELL-01 error 205-1!H31 | [约三百吨]",
                "10-错误值.xlsx | R-CELL-02 error 205-1!H43 | [#DIV/0!]",
                "11-负数消费.xlsx | R-CELL-03 error 205-1!G33 | [-25.4]",
                "12-合计不等.xlsx | R-205-1-01 error 205-1!G25 | 100]"
            })
    @DisplayName("of the samples has its fault at the cell where it was made")
    void samplesAtTheirCell(String file, String at, String value) {
        assertThat(Reading.of(Path.of("samples/faulty", file)).errors())
                .anyMatch(e -> e.startsWith(at) && e.endsWith(value))
                .allMatch(e -> e.startsWith(at.substring(0, at.indexOf(' '))) || e.startsWith("R-205-1-01"));
    }

    @Test
    @DisplayName("of the samples, of no known form, is told which forms there are")
    void unknownForm() {
        assertThat(Reading.of(Path.of("samples/faulty/03-未知表式.xlsx")).errors())
                .singleElement()
                .asString()
                .startsWith("R-FORM-01 error file [205-1、205-2、");
    }

    @Test
    @DisplayName("of the samples, cut off at 60 % of its bytes, is damaged")
    void truncated() {
        assertThat(Reading.of(Path.of("samples/faulty/05-文件截断.xlsx")).errors())
                .singleElement()
                .asString()
                .startsWith("R-FILE-04 error file [");
    }

    @Test
    @DisplayName("of the samples is sound where the fault is not in the file")
    void soundAlone() {
        for (String file : List.of("13-两版不一-甲.xlsx", "13-两版不一-乙.xlsx", "14-名录外单位.xlsx")) {
            Reading card = Reading.of(Path.of("samples/faulty", file));
            assertThat(card.errors()).as(file).isEmpty();
            assertThat(card.statement().isFaulty()).as(file).isFalse();
        }
    }
}
