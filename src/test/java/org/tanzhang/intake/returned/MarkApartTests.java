package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

class MarkApartTests {

    private static final CellAddress FAULTY = new CellAddress("表", 1, 1);

    private static final Answer ANSWER = new Answer(
            List.of(
                    new ReturnedFinding(7, Finding.at(FAULTY, "R-205-1-01", Severity.ERROR, "3", "3", "2", "1"), "已核实"),
                    new ReturnedFinding(8, Finding.file("R-UNIT-CODE-01", Severity.WARNING), "")),
            List.of("改动 1 个单元格"));

    @TempDir
    Path folder;

    /** A budget under which everything is large. */
    private static MarkingBudget budget(Duration time) {
        DataSize nothing = DataSize.ofBytes(1);
        return new MarkingBudget(
                new ReadingBudget(
                        DataSize.ofMegabytes(200),
                        DataSize.ofGigabytes(2),
                        100,
                        Duration.ofSeconds(60),
                        DataSize.ofMegabytes(256),
                        new ReadingBudget.Apart(nothing, nothing, nothing, nothing)),
                time);
    }

    private static byte[] workbook() throws IOException {
        try (Workbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet(FAULTY.sheet());
            sheet.createRow(FAULTY.row()).createCell(FAULTY.column()).setCellValue(3);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aLargeWorkbookIsMarkedInAJvmOfItsOwnJustAsASmallOneIs() throws Exception {
        Path copy = MarkApart.write(workbook(), ANSWER, "zh", folder.resolve("表.xls"), budget(Duration.ofSeconds(60)));
        try (Workbook book = WorkbookFactory.create(copy.toFile())) {
            assertThat(book.getSheet("表")
                            .getCellComment(new org.apache.poi.ss.util.CellAddress(1, 1))
                            .getString()
                            .getString())
                    .isEqualTo("[错误 R-205-1-01] 合计（4）3 不等于工业（5）与非工业（7）之和 2，差 1。（已受理：已核实）");
            assertThat(book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("改动 1 个单元格");
            assertThat(book.getSheetAt(0).getRow(4).getCell(1).getStringCellValue())
                    .isEqualTo("R-UNIT-CODE-01");
            assertThat(book.getSheetAt(0).getRow(5).getCell(7).getStringCellValue())
                    .isEqualTo("已核实");
        }
    }

    @Test
    void aWorkbookThatTakesTooLongIsAnsweredByTheListAlone() throws Exception {
        Path copy = MarkApart.write(workbook(), ANSWER, "zh", folder.resolve("表.xls"), budget(Duration.ZERO));
        assertThat(copy.getFileName()).hasToString("表.xls.xlsx");
        try (Workbook book = WorkbookFactory.create(copy.toFile());
                Stream<Path> files = Files.list(folder)) {
            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(book.getSheetAt(0).getRow(5).getCell(1).getStringCellValue())
                    .isEqualTo("R-205-1-01");
            assertThat(files).containsExactly(copy);
        }
    }
}
