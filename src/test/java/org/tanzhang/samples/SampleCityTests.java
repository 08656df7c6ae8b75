package org.tanzhang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples are what the generator draws, cell by cell and row by row. */
class SampleCityTests {
    private static final Path SAMPLES = Path.of("samples");
    private static final Path FACTORS = Path.of("emission-factors", "sets", "cn-hunan-2025", "factors.csv");

    @TempDir
    static Path drawn;

    @BeforeAll
    static void draw() throws IOException {
        SampleCity.write(drawn, FACTORS);
    }

    @Test
    void theInboxesHoldTheDrawnWorkbooks() throws IOException {
        assertThat(cellsUnder(SAMPLES.resolve("inbox"))).isEqualTo(cellsUnder(drawn.resolve("inbox")));
    }

    @Test
    void theExpectedAccountsComeOutAgain() throws IOException {
        for (String name : List.of("ledger-2023.csv", "ledger-2024.csv", "totals.csv")) {
            assertThat(SAMPLES.resolve("expected").resolve(name))
                    .hasSameTextualContentAs(drawn.resolve("expected").resolve(name));
        }
    }

    @Test
    void creditCodesCarryTheStandardsCheckCharacter() {
        // GB 32100-2015: the standard's own example, and published genuine codes
        assertThat(CreditCode.check("91350100M000100Y4")).isEqualTo('3');
        assertThat(CreditCode.check("91150602667316118")).isEqualTo('1');
        assertThat(CreditCode.check("9131000063159284X")).isEqualTo('Q');
    }

    private static Map<String, List<String>> cellsUnder(Path folder) throws IOException {
        Map<String, List<String>> cells = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(SampleCityTests::isSpreadsheet).toList()) {
                cells.put(folder.relativize(file).toString(), cells(file));
            }
        }
        return cells;
    }

    private static boolean isSpreadsheet(Path file) {
        return file.toString().endsWith(".xlsx") || file.toString().endsWith(".xls");
    }

    private static List<String> cells(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : workbook) {
                cells.add(sheet.getSheetName()
                        + ' '
                        + workbook.getSheetVisibility(workbook.getSheetIndex(sheet))
                        + ' '
                        + sheet.getMergedRegions());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells.add(sheet.getSheetName() + '!' + cell.getAddress() + '=' + value(cell));
                    }
                }
            }
        }
        return cells;
    }

    private static String value(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case FORMULA -> cell.getCellFormula() + " -> " + cell.getNumericCellValue();
            case ERROR -> "#" + cell.getErrorCellValue();
            default -> cell.getStringCellValue();
        };
    }
}
