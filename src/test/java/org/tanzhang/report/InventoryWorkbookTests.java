package org.tanzhang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryWorkbookTests {

    @TempDir
    Path folder;

    private XSSFWorkbook written(Inventory inventory) throws IOException {
        Path file = folder.resolve("清单.xlsx");
        InventoryWorkbook.write(inventory, file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Cell cell(XSSFWorkbook book, String sheet, String at) {
        CellAddress address = new CellAddress(at);
        return book.getSheet(sheet).getRow(address.getRow()).getCell(address.getColumn());
    }

    private static double number(XSSFWorkbook book, String sheet, String at) {
        return cell(book, sheet, at).getNumericCellValue();
    }

    private static String shown(XSSFWorkbook book, String sheet, String at) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        return formatter.formatCellValue(cell(book, sheet, at)).strip();
    }

    @Test
    void theCoverNamesTheRunAndItsTotals() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "封面", "A1")).isEqualTo("长沙市2024年能源活动二氧化碳排放清单");
            assertThat(shown(book, "封面", "B8")).isEqualTo("2025-08-02 02:30（北京时间，UTC+8）");
            assertThat(shown(book, "封面", "B12")).isEqualTo("340.60");
            assertThat(shown(book, "封面", "B13")).isEqualTo("248.80");
            assertThat(shown(book, "封面", "B14")).isEqualTo("199.04");
            assertThat(number(book, "封面", "B15")).isEqualTo(539.640000000001, within(1e-12));
            assertThat(number(book, "封面", "C15")).isEqualTo(0.0539640000000001, within(1e-15));
        }
    }

    @Test
    void countyNetImportsAreSetAgainstTheCitysAndNotAdded() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "封面", "A17")).startsWith("区县净调入之和 248.80 吨，全市净调入 199.04 吨，相差 -49.76 吨");
        }
    }

    @Test
    void cellsHoldTheLedgersUnroundedValues() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "区县×部门", "C8")).isEqualTo("200.50");
            assertThat(number(book, "区县×部门", "C8")).isEqualTo(200.500000000001);
        }
    }

    @Test
    void everyFormulaGivesTheLedgersOwnSum() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.withTransportMissing())) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(evaluator.evaluate(cell).getNumberValue())
                                    .as(sheet.getSheetName() + "!" + cell.getAddress() + " " + cell.getCellFormula())
                                    .isEqualTo(cell.getNumericCellValue(), within(1e-9));
                            formulas++;
                        }
                    }
                }
            }
            assertThat(formulas).isGreaterThan(50);
        }
    }

    @Test
    void countiesAndResidualAreTheCity() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "区县×部门", "B9")).startsWith("市级差额");
            assertThat(shown(book, "区县×部门", "C9")).isEqualTo("10.00");
            assertThat(cell(book, "区县×部门", "C10").getCellFormula()).isEqualTo("SUM(C7:C9)");
            assertThat(shown(book, "区县×部门", "C10")).isEqualTo("310.50");
            Sheet summary = book.getSheet("城市汇总");
            int last = summary.getLastRowNum();
            assertThat(summary.getRow(last).getCell(0).getStringCellValue()).isEqualTo("不闭合（应为 0）");
            assertThat(summary.getRow(last).getCell(2).getNumericCellValue()).isZero();
            assertThat(summary.getRow(last).getCell(3).getNumericCellValue()).isZero();
        }
    }

    @Test
    void whatIsNotEstimatedIsNeverZero() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.withTransportMissing())) {
            assertThat(shown(book, "区县×部门", "D8")).isEqualTo("NE");
            assertThat(shown(book, "区县×部门", "E8")).isEqualTo("200.50*");
            assertThat(shown(book, "区县×部门", "D10")).isEqualTo("30.10*");
            assertThat(shown(book, "区县×部门", "C10")).isEqualTo("310.50");
            assertThat(shown(book, "封面", "B12")).isEqualTo("340.60*");
            assertThat(shown(book, "封面", "A16")).startsWith("不完整：有 1 项未核算（NE）");
        }
    }

    @Test
    void scopeTwoThatTheMethodLeavesOutIsNoZero() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.ofScope1())) {
            assertThat(shown(book, "封面", "B12")).isEqualTo("340.60");
            assertThat(shown(book, "封面", "A13")).startsWith("范围二：电力、热力消费");
            assertThat(shown(book, "封面", "B13")).isEqualTo("不核算");
            assertThat(shown(book, "封面", "C13")).isEqualTo("不核算");
            assertThat(shown(book, "封面", "A14")).startsWith("范围二：净调入");
            assertThat(shown(book, "封面", "B14")).isEqualTo("不核算");
            assertThat(shown(book, "封面", "A15")).startsWith("本方法不核算范围二");
            Sheet summary = book.getSheet("城市汇总");
            Row unclosed = summary.getRow(summary.getLastRowNum());
            assertThat(unclosed.getCell(2).getNumericCellValue()).isZero();
            assertThat(unclosed.getCell(3).getCellType()).isEqualTo(CellType.BLANK);
        }
    }

    @Test
    void aTextFromOutsideIsNeverAFormula() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            Cell text = cell(book, "发现", "D5");
            assertThat(text.getCellType()).isEqualTo(CellType.STRING);
            assertThat(text.getStringCellValue()).startsWith("=HYPERLINK(\"x\")");
            assertThat(text.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aFactorThatNobodyVerifiedIsMarked() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "因子", "I5")).isEqualTo("据转录");
            assertThat(shown(book, "因子", "I6")).isEqualTo("未核实");
            assertThat(cell(book, "因子", "I6").getCellStyle().getIndex())
                    .isEqualTo(cell(book, "发现", "A5").getCellStyle().getIndex());
            assertThat(number(book, "因子", "E5")).isEqualTo(20908);
        }
    }

    @Test
    void aFactorOfElectricityNamesItsSeriesAndItsYear() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "因子", "A7")).isEqualTo("电力");
            assertThat(shown(book, "因子", "J7")).isEqualTo("2023（此前最近）");
            assertThat(shown(book, "因子", "K7")).isEqualTo("省级平均");
            assertThat(shown(book, "因子", "J5")).isEmpty();
        }
    }

    @Test
    void aResidualIsPrintedReasonByReasonWithItsToleranceAndItsYears() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            // the largest part first, with what both levels state
            assertThat(shown(book, "差额", "E6")).isEqualTo("155.25");
            assertThat(shown(book, "差额", "F6")).isEqualTo("150.25");
            assertThat(shown(book, "差额", "G6")).isEqualTo("3.00");
            assertThat(number(book, "差额", "H6")).isEqualTo(3 / 155.25, within(1e-12));
            assertThat(number(book, "差额", "I6")).isEqualTo(3.105);
            assertThat(shown(book, "差额", "K6")).startsWith("舍入");
            assertThat(number(book, "差额", "M6")).isEqualTo(5 / 155.25, within(1e-12));
            assertThat(shown(book, "差额", "N4")).startsWith("2023年占全市");
            assertThat(number(book, "差额", "N6")).isZero();
            assertThat(shown(book, "差额", "E7")).isEmpty();
            assertThat(shown(book, "差额", "G7")).isEqualTo("2.00");
            assertThat(shown(book, "差额", "K7")).startsWith("空铁");
            assertThat(shown(book, "差额", "L7")).isEqualTo("机务段");
            assertThat(shown(book, "差额", "J5")).isEqualTo("10.00");
        }
    }

    @Test
    void theBalancedAccountStandsBesideTheRawOne() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "平衡账", "A6")).isEqualTo("芙蓉区");
            assertThat(shown(book, "平衡账", "B6")).isEqualTo("100.00");
            assertThat(shown(book, "平衡账", "C6")).isEqualTo("104.00");
            assertThat(cell(book, "平衡账", "D6").getCellFormula()).isEqualTo("C6-B6");
            assertThat(shown(book, "平衡账", "C8")).isEqualTo("306.50");
            assertThat(shown(book, "平衡账", "D11")).isEqualTo("芙蓉区");
            assertThat(number(book, "平衡账", "F11")).isEqualTo(50);
            assertThat(number(book, "平衡账", "G11")).isEqualTo(4);
            assertThat(shown(book, "平衡账", "H11")).isEqualTo("2.00");
            assertThat(number(book, "平衡账", "I11")).isEqualTo(52);
            assertThat(shown(book, "平衡账", "D13")).isEqualTo("区县应合计");
            assertThat(number(book, "平衡账", "I13")).isEqualTo(153.25);
        }
    }

    @Test
    void compositeFactorsHaveATableOfTheirOwn() throws IOException {
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(shown(book, "考核对照", "A6")).startsWith("煤炭");
            assertThat(shown(book, "考核对照", "B6")).isEqualTo("1,000.50");
            assertThat(shown(book, "考核对照", "D6")).isEqualTo("2.66");
            assertThat(shown(book, "考核对照", "F6")).isEqualTo("2,661.33");
            assertThat(shown(book, "考核对照", "G6")).isEqualTo("composites/co2-coal-total");
            assertThat(shown(book, "考核对照", "I8")).isEqualTo("未核实");
            // oil lacks something: neither it nor the total is a number
            assertThat(shown(book, "考核对照", "F7")).isEqualTo("NE");
            assertThat(shown(book, "考核对照", "F9")).isEqualTo("NE");
            for (Row row : book.getSheet("考核对照")) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            for (Row row : book.getSheet("封面")) {
                assertThat(new DataFormatter().formatCellValue(row.getCell(0))).doesNotContain("composite.");
            }
        }
    }

    @Test
    void theSameInventoryGivesTheSameBytes() throws IOException, InterruptedException {
        Path first = folder.resolve("一.xlsx");
        Path second = folder.resolve("二.xlsx");
        InventoryWorkbook.write(SmallCity.complete(), first);
        // a zip archive counts time in steps of two seconds
        Thread.sleep(2100);
        InventoryWorkbook.write(SmallCity.complete(), second);
        assertThat(second).hasSameBinaryContentAs(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(first, second);
        }
        try (XSSFWorkbook book = written(SmallCity.complete())) {
            assertThat(book.getProperties().getCoreProperties().getCreator()).isEqualTo("Tanzhang");
            assertThat(book.getProperties().getCoreProperties().getCreated())
                    .isEqualTo(Date.from(Instant.parse("2025-08-01T18:30:05Z")));
        }
    }
}
