package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
                        "R-PERIOD-01 error 205-1!K6 []",
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
    void isToldInWords(String language) throws IOException {
        FindingWords words = FindingWords.in(language);
        try (Stream<Path> files = Files.walk(Path.of("samples/broken"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith("README.md") && !f.endsWith("expected.csv"))
                    .toList()) {
                assertThat(Reading.of(file).all())
                        .as(file.toString())
                        .allSatisfy(
                                f -> assertThat(words.of(f)).doesNotContain("{").doesNotContain("null"));
            }
        }
    }
}
