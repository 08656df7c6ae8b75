package org.tanzhang.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's text format, as the chapter on COPY has it: fields between tabs, backslashes before what has a meaning. */
class CopyRowsTests {

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                7,
                9,
                10,
                99,
                100,
                1_000_000,
                202_208_824,
                2_147_483_647L,
                2_147_483_648L,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                -1,
                Long.MIN_VALUE,
                Long.MAX_VALUE
            })
    void numbersAreWrittenInFull(long number) {
        assertThat(written(new CopyRows().number(number).number(5L))).isEqualTo(number + "\t5");
    }

    @Test
    void everyDigitOfNumbersNearPowersOfTenIsRight() {
        for (long power = 1; power <= 1_000_000_000L; power *= 10) {
            for (long factor = 1; factor <= 9; factor++) {
                for (long number = power * factor - 2; number <= power * factor + 2; number++) {
                    assertThat(written(new CopyRows().number(number))).isEqualTo(Long.toString(number));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-0.05",
                "7",
                "12.30",
                "-1234567890.123456789",
                "0.000000000000000001",
                "123456789012345678",
                "99999999999999999.9",
                "1E+3",
                "-2.5E-30",
                "9999999999999999999",
                "2147483648.5",
                "-2147483647"
            })
    void decimalsAreWrittenAsTheyAre(String value) {
        BigDecimal decimal = new BigDecimal(value);
        assertThat(written(new CopyRows().decimal(decimal))).isEqualTo(decimal.toPlainString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"原煤|原煤", "a b~|a b~", "C:\\煤|C:\\\\煤", "a\\b|a\\\\b", "碳C\\N|碳C\\\\N"})
    void textsKeepTheirCharacters(String text, String written) {
        assertThat(written(new CopyRows().text(text))).isEqualTo(written);
    }

    @Test
    void whatSeparatesFieldsAndRowsIsEscaped() {
        assertThat(written(new CopyRows().text("a\tb\nc\rd").text("煤\t炭"))).isEqualTo("a\\tb\\nc\\rd\t煤\\t炭");
        assertThat(written(new CopyRows().text("a\0b\u007f"))).isEqualTo("a\ufffdb\u007f");
        assertThat(written(new CopyRows().text("").text(null))).isEqualTo("\t\\N");
    }

    @Test
    void longTextsAndManyRowsFit() {
        CopyRows rows = new CopyRows();
        String long1 = "x".repeat(5000);
        String long2 = "煤\\".repeat(5000);
        rows.text(long1).text(long2).endRow();
        rows.word("t").word("t").decimal(new BigDecimal("1E+3")).flag(true).endRow();
        assertThat(written(rows)).isEqualTo(long1 + "\t" + "煤\\\\".repeat(5000) + "\nt\tt\t1000\tt\n");
    }

    @Test
    void arraysQuoteTheirTexts() {
        assertThat(written(new CopyRows().texts(List.of("a", "say \"b\"", "c\\d"))))
                .isEqualTo("{\"a\",\"say \\\\\"b\\\\\"\",\"c\\\\\\\\d\"}");
    }

    private static String written(CopyRows rows) {
        return new String(rows.bytes(), 0, rows.length(), StandardCharsets.UTF_8);
    }
}
