package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/** A table sent as text comes back as a workbook, as only that can be marked; nothing in it may be another by then. */
@DisplayName("The copy of a text")
class CopyOfTextTests {

    private static final int ROWS = 3000;

    /** What goes wrong on the way through a spreadsheet: kept to the letter, or as the same number. */
    private static final List<String> FIELDS = List.of(
            "",
            "0",
            "-0.5",
            "12.50",
            "0.1",
            "123456789012345",
            "9007199254740993",
            "123456789012345678901234567890",
            "430102199001011234",
            "91430102MAHC00017Y",
            "007",
            "01",
            "000000",
            "+5",
            "1e5",
            "1E-3",
            "1,234.5",
            "－３",
            "２０２４",
            "2024-01-02",
            "1/2",
            "3%",
            "TRUE",
            "#N/A",
            "=1+1",
            "@SUM(A1)",
            "-",
            "—",
            "他说\"停产\"，没有报",
            "\"",
            "两行\n一格",
            " 前后空格 ",
            "a&b<c>'d'",
            "_x0041_",
            "虚构㐂龘㵘有限公司",
            "𠮷野家𡃁",
            "①½℃㎡€");

    @TempDir
    private Path folder;

    private static List<List<String>> table() {
        Random random = new Random(205);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<String> fields = new ArrayList<>(List.of(
                    "%09d".formatted(random.nextInt(10_000_000)),
                    String.valueOf(random.nextLong(100_000_000_000_000_000L, Long.MAX_VALUE)),
                    new BigDecimal(random.nextInt(1_000_000))
                            .movePointLeft(random.nextInt(5))
                            .toPlainString(),
                    "虚构第" + row + "厂"));
            for (int column = 0; column < 6; column++) {
                fields.add(FIELDS.get((row * 6 + column) % FIELDS.size()));
            }
            rows.add(fields);
        }
        return rows;
    }

    /** As RFC 4180 has it, written here by its letter and not by the library that reads it. */
    private static String csv(List<List<String>> rows, char separator) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String field = row.get(column);
                boolean quoted = field.indexOf('"') >= 0 || field.indexOf('\n') >= 0 || field.indexOf(separator) >= 0;
                text.append(column == 0 ? "" : separator)
                        .append(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"UTF-8, 单.csv", "GB18030, 单.csv", "UTF-8, 单.xls"})
    @DisplayName(
            "holds every field as it was sent: codes with their zeros, long numbers, quotes, rare characters, blanks")
    void everyField(Charset charset, String name) throws IOException {
        List<List<String>> rows = table();
        byte[] sent = csv(rows, name.endsWith(".xls") ? '\t' : ',').getBytes(charset);
        assertThat(new String(sent, charset)).as("the encoding has all of it").contains("𠮷", "㐂", "€");
        assertThat(charset.equals(StandardCharsets.UTF_8)
                        || sent.length < csv(rows, ',').getBytes(StandardCharsets.UTF_8).length)
                .isTrue();
        Finding wrong = Finding.at(new CellAddress("Sheet1", 7, 2), "R-CELL-01", Severity.ERROR, "x", "x");
        Path copy = MarkedCopy.write(
                sent,
                new Answer(List.of(new ReturnedFinding(0, wrong, "")), List.of()),
                FindingWords.in("zh"),
                folder.resolve(name),
                MarkingBudget.DEFAULT);
        assertThat(copy.getFileName()).hasToString(name + ".xlsx");
        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet sheet = book.getSheet("Sheet1");
            assertThat(sheet.getLastRowNum()).isEqualTo(ROWS - 1);
            assertThat(sheet.getRow(7).getCell(2).getCellComment().getString().getString())
                    .contains("R-CELL-01");
            List<String> others = new ArrayList<>();
            for (int r = 0; r < ROWS; r++) {
                Row row = sheet.getRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    String field = rows.get(r).get(c);
                    String got = held(row.getCell(c), field);
                    if (!got.equals(field)) {
                        others.add(new CellAddress("Sheet1", r, c) + ": " + field + " became " + got);
                    }
                }
                assertThat(row.getLastCellNum())
                        .isLessThanOrEqualTo((short) rows.get(r).size());
            }
            assertThat(others).isEmpty();
            assertThat(sheet.getRow(0).getCell(0).getCellType())
                    .as("a code with zeros")
                    .isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(0).getCell(2).getCellType()).as("a figure").isEqualTo(CellType.NUMERIC);
        }
    }

    /** What a cell holds; the field itself where it is the same number. */
    private static String held(Cell cell, String field) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC) {
            String number = new BigDecimal(String.valueOf(cell.getNumericCellValue())).toPlainString();
            boolean plain = field.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
            return plain && new BigDecimal(number).compareTo(new BigDecimal(field)) == 0 ? field : number;
        }
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : cell.getCellType() + " " + cell;
    }
}
