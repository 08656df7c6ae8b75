package org.tanzhang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.ledger.LedgerRepository.Check;
import org.tanzhang.ledger.MemoRepository.MemoRow;

@DisplayName("The sheets beside the inventory")
class MemoSheetTests {

    @TempDir
    Path folder;

    private static MemoRow memo(
            String kind, String region, String basis, String subject, @Nullable String co2, String verification) {
        return new MemoRow(
                kind,
                region,
                region,
                basis,
                "transport",
                "交通运输业",
                subject,
                subject,
                new BigDecimal("10"),
                "吨",
                co2 == null ? null : new BigDecimal(co2),
                co2 == null ? "NE" : "",
                kind.equals("road-transport"),
                "",
                verification.isEmpty() ? "" : "指南",
                verification);
    }

    private static Inventory inventory() {
        Inventory c = SmallCity.complete();
        List<Check> checks = new ArrayList<>(c.checks());
        checks.add(new Check("carbon.coking.in", "430102", new BigDecimal("7500"), "tC", null));
        checks.add(new Check("carbon.coking.out", "430102", new BigDecimal("6000"), "tC", null));
        checks.add(new Check("carbon.coking.lost", "430102", new BigDecimal("1500"), "tC", null));
        return new Inventory(
                c.run(),
                c.total(),
                c.counties(),
                c.account(),
                c.ledger(),
                c.closing(),
                c.factors(),
                checks,
                c.findings(),
                c.codes(),
                c.factorSet(),
                c.method(),
                List.of(
                        memo("road-transport", "430100", "top_down", "柴油", "308.5", ""),
                        memo("road-transport", "430102", "bottom_up", "柴油", "100", ""),
                        memo("process", "430102", "bottom_up", "水泥熟料", "538", "read-secondary"),
                        memo("process", "430103", "bottom_up", "石灰", "68.3", "unverified"),
                        memo("process", "430103", "residual", "石灰", null, "")),
                c.parks());
    }

    private static List<String> lines(XSSFSheet sheet, int from) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        List<String> lines = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() >= from) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(formatter.formatCellValue(cell).strip()));
                lines.add(String.join("|", cells));
            }
        }
        return lines;
    }

    private XSSFWorkbook written() throws IOException {
        Path file = folder.resolve("清单.xlsx");
        InventoryWorkbook.write(inventory(), file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    @DisplayName(
            "list each kind under its total: the city's own lines, else counties and residual; what is missing is NE")
    void memoByKind() throws IOException {
        try (XSSFWorkbook book = written()) {
            assertThat(lines(book.getSheet("备忘"), 4))
                    .containsExactly(
                            "道路交通口径  road transport|长沙市||||||308.50||||",
                            "道路交通口径|430100|自上而下|交通运输业|柴油|10.00|吨|308.50|合计内|||",
                            "道路交通口径|430102|自下而上|交通运输业|柴油|10.00|吨|100.00|合计内|||",
                            "工业生产过程  industrial processes|长沙市||||||606.30*||||",
                            "工业生产过程|430102|自下而上|交通运输业|水泥熟料|10.00|吨|538.00|合计外|指南|据转录|",
                            "工业生产过程|430103|自下而上|交通运输业|石灰|10.00|吨|68.30|合计外|指南|未核实|",
                            "工业生产过程|430103|市级差额|交通运输业|石灰|10.00|吨|NE|合计外|||");
        }
    }

    @Test
    @DisplayName("have totals whose formulas give what is printed")
    void formulas() throws IOException {
        try (XSSFWorkbook book = written()) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            XSSFSheet sheet = book.getSheet("备忘");
            assertThat(evaluator.evaluate(sheet.getRow(4).getCell(7)).getNumberValue())
                    .isEqualTo(308.5);
            assertThat(evaluator.evaluate(sheet.getRow(7).getCell(7)).getNumberValue())
                    .isEqualTo(606.3);
            assertThat(evaluator
                            .evaluate(book.getSheet("碳平衡").getRow(4).getCell(4))
                            .getNumberValue())
                    .isEqualTo(1500);
        }
    }

    @Test
    @DisplayName("print carbon into, out of and lost in a process; the cover lists none of it")
    void carbonBalance() throws IOException {
        try (XSSFWorkbook book = written()) {
            assertThat(lines(book.getSheet("碳平衡"), 4))
                    .containsExactly("芙蓉区|炼焦  coking|7,500.00|6,000.00|1,500.00|20.0%");
            assertThat(lines(book.getSheet("封面"), 0)).noneMatch(line -> line.contains("carbon."));
        }
    }
}
