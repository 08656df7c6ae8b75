package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do to forms, and what is made of it. */
@DisplayName("A messy workbook")
class MessyContentTests {

    private static final String UNIT = "91430112MA4LXYAW1X";

    private static Sketch card() {
        return Sketch.card("汽油", "煤油", "原油");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2024年, 2024",
        "２０２４年, 2024",
        "'2024', 2024",
        "'2024.0', 2024",
        "２０２４ 年度, 2024",
        "２０２４年１－６月, 2024-01..06",
        "2024年1至12月, 2024-01..12"
    })
    @DisplayName("may write its year in any way")
    void years(String typed, String period) {
        assertThat(Reading.of(card().set("K6", typed)).statements()).containsExactly("205-1 " + UNIT + " " + period);
    }

    @Test
    @DisplayName("may hold its year as a number, in either format")
    void yearAsNumber() {
        assertThat(Reading.of(card().set("K6", 2024)).statements()).containsExactly("205-1 " + UNIT + " 2024");
        assertThat(Reading.of(Sketch.xlsSheet("表").drawCard("汽油", "煤油", "原油").set("K6", 2024))
                        .statements())
                .containsExactly("205-1 " + UNIT + " 2024");
    }

    @Test
    @DisplayName("may hold its period as a date that is shown as a year or a month, counted from 1900 or 1904")
    void periodAsDate() {
        assertThat(Reading.of(card().set("K6", "").date("M6", LocalDate.of(2024, 1, 1), "yyyy\"年\""))
                        .statements())
                .containsExactly("205-1 " + UNIT + " 2024");
        assertThat(Reading.of(card().set("K6", "").date("M6", LocalDate.of(2024, 6, 1), "yyyy\"年\"m\"月\""))
                        .statements())
                .containsExactly("205-1 " + UNIT + " 2024-01..06");
        assertThat(Reading.of(card().from1904().set("K6", "").date("M6", LocalDate.of(2024, 12, 31), "yyyy\"年\""))
                        .statements())
                .containsExactly("205-1 " + UNIT + " 2024");
    }

    @Test
    @DisplayName("is not of the period in which it was filled in")
    void dayOfReport() {
        assertThat(Reading.of(card().set("A6", "报出日期：").date("B6", LocalDate.of(2025, 1, 20), "yyyy-mm-dd"))
                        .statements())
                .containsExactly("205-1 " + UNIT + " 2024-01..12");
        assertThat(Reading.of(card().set("K6", "")
                                .set("A6", "报出日期：")
                                .date("B6", LocalDate.of(2025, 1, 20), "yyyy-mm-dd"))
                        .errors())
                .containsExactly("R-PERIOD-01 error 205-1 []");
        assertThat(Reading.of(card().set("K6", "").set("A6", "报出日期：").set("B6", "2025年1月20日"))
                        .errors())
                .containsExactly("R-PERIOD-01 error 205-1 []");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "120吨, 吨, 120",
        "'1,200.5 万吨', 万吨, '1,200.5'",
        "１２０ｔ, t, 120",
        "30%, %, 30",
        "8万m3, 万m3, 8",
        "7.5吨标准煤, 吨标准煤, 7.5"
    })
    @DisplayName("with a unit typed into a number cell is told to leave the number")
    void unitInTheCell(String typed, String unit, String number) {
        assertThat(Reading.of(card().set("I10", typed)).errors())
                .containsExactly("R-CELL-06 error 205-1!I10 [" + typed + ", " + unit + ", " + number + "]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"约三百吨", "120至130", "1.2.3吨", "见附表", "吨"})
    @DisplayName("with words in a number cell is told that they are no number")
    void wordsInTheCell(String typed) {
        assertThat(Reading.of(card().set("I10", typed)).errors())
                .containsExactly("R-CELL-01 error 205-1!I10 [" + typed + "]");
    }

    @Test
    @DisplayName("with a date where a number belongs is told")
    void dateInTheCell() {
        assertThat(Reading.of(card().date("I10", LocalDate.of(2024, 1, 2), "m\"月\"d\"日\""))
                        .errors())
                .containsExactly("R-CELL-01 error 205-1!I10 [2024-01-02]");
    }

    @Test
    @DisplayName("with a formula that nobody has calculated is told, and it is not taken for nothing")
    void uncalculatedFormula() {
        assertThat(Reading.of(card().uncalculated("G10", "H10+J10")
                                .set("H10", 28)
                                .set("J10", 2))
                        .errors())
                .contains("R-CELL-10 error 205-1!G10 [=H10+J10]");
    }

    @Test
    @DisplayName("is read through hidden rows and columns, which are mentioned")
    void hiddenRowsAndColumns() {
        Reading card = Reading.of(card().set("G10", 3)
                .set("H10", 3)
                .set("G11", 4)
                .set("H11", 4)
                .hideRow(11)
                .hideColumn("H"));
        assertThat(card.numbers())
                .containsExactly(
                        "consumption/gasoline = 3 t at 205-1!G10",
                        "industrial/gasoline = 3 t at 205-1!H10",
                        "consumption/kerosene = 4 t at 205-1!G11",
                        "industrial/kerosene = 4 t at 205-1!H11");
        assertThat(card.findings()).containsExactly("R-FILE-11 info 205-1 [205-1, 1, 1]");
    }

    @Test
    @DisplayName("may trail thousands of formatted rows that hold nothing")
    void formattedRows() {
        Reading card = Reading.of(card().set("G10", 3).set("H10", 3).formatted(20, 4000, 14));
        assertThat(card.numbers())
                .containsExactly("consumption/gasoline = 3 t at 205-1!G10", "industrial/gasoline = 3 t at 205-1!H10");
        assertThat(card.findings()).isEmpty();
    }

    @Test
    @DisplayName("states the number of a merged cell once, at its first cell")
    void mergedNumber() {
        Reading card = Reading.of(card().set("G10", 3).set("H10", 3).merge("H10:I11"));
        assertThat(card.numbers())
                .containsExactly("consumption/gasoline = 3 t at 205-1!G10", "industrial/gasoline = 3 t at 205-1!H10");
    }

    @Test
    @DisplayName("may write brackets, digits and commas in full width")
    void fullWidth() {
        Reading card = Reading.of(card().set("A10", "天然气（气态）")
                .set("B10", "万立方米")
                .set("C10", "１５")
                .set("G10", "１，２３４．５")
                .set("H10", 1234.5));
        assertThat(card.numbers()).contains("consumption/natural-gas = 1234.5 10^4 m3 at 205-1!G10");
        assertThat(card.findings()).containsExactly("R-CELL-05 info 205-1!G10 [１，２３４．５]");
    }
}
