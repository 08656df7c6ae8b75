package org.tanzhang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.account.Figure;
import org.tanzhang.account.intensity.Emissions;
import org.tanzhang.account.intensity.Indicators;
import org.tanzhang.account.intensity.Intensity;
import org.tanzhang.account.intensity.IntensityTable;

/** The sheets beside the account, of {@link SmallCity}. */
@DisplayName("The sheets beside the account")
class BesideSheetsTests {

    @TempDir
    Path folder;

    private static Figure figure(String table, String region, String subject, String item, @Nullable String value) {
        return new Figure(
                table, region, subject, item, value == null ? null : new BigDecimal(value), "", value != null, null);
    }

    private static List<Figure> energy(String region, String coal, String electricity, String total) {
        List<Figure> figures = new ArrayList<>();
        for (String conversion : List.of("calorific", "equivalent")) {
            figures.add(figure("energy", region, "coal", conversion + ".consumption", coal));
            figures.add(figure("energy", region, "electricity", conversion + ".consumption", electricity));
            figures.add(figure("energy", region, "total", conversion + ".consumption", total));
            figures.add(figure("energy", region, "total", conversion + ".feedstock", "10"));
        }
        figures.add(figure("non-fossil", region, "total", "primary-electricity", null));
        figures.add(figure("non-fossil", region, "total", "net-import", "30"));
        figures.add(new Figure("non-fossil", region, "total", "sum", new BigDecimal("30"), "tce", false, null));
        figures.add(new Figure("non-fossil", region, "total", "share", new BigDecimal("0.1"), "1", false, null));
        return figures;
    }

    private static List<Figure> reference(String region, String subject) {
        return List.of(
                figure("reference", region, subject, "production", "10"),
                figure("reference", region, subject, "net-inflow", "95"),
                figure("reference", region, subject, "stock-change", "-3"),
                figure("reference", region, subject, "non-energy", "-2"),
                figure("reference", region, subject, "apparent", "100"),
                figure("reference", region, subject, "sectoral", "77"),
                figure("reference", region, subject, "gap", "23"),
                figure("reference", region, subject, "gap.transformation", "20"),
                figure("reference", region, subject, "gap.losses", "3"));
    }

    private static Beside beside() {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(energy(SmallCity.CITY, "200", "100", "300"));
        figures.addAll(energy(SmallCity.FIRST, "120", "40", "160"));
        figures.addAll(energy(SmallCity.SECOND, "60", "50", "110"));
        figures.addAll(reference(SmallCity.CITY, "raw-coal"));
        figures.addAll(reference(SmallCity.CITY, "coal"));
        figures.addAll(reference(SmallCity.CITY, "total"));
        figures.add(figure("enterprise-energy", SmallCity.FIRST, "30", "calorific.consumption", "40"));
        figures.add(figure("enterprise-energy", SmallCity.FIRST, "44", "calorific.consumption", "2.5"));
        figures.add(figure("enterprise-energy", SmallCity.FIRST, "total", "calorific.consumption", "42.5"));
        Intensity intensity = new Intensity(List.of(gdp(2023, "1000000"), gdp(2024, "1100000")), 2020, 4);
        return new Beside(
                figures,
                new IntensityTable(
                        2020,
                        4,
                        List.of(new IntensityTable.OfRegion(
                                SmallCity.CITY,
                                intensity.lines(
                                        List.of(emissions(2023, "350"), emissions(2024, "340.6")),
                                        Emissions.Measure.SCOPE_1)))));
    }

    private static Indicators gdp(int year, String cny) {
        return new Indicators(year, null, java.util.Map.of(2020, new BigDecimal(cny)), null, new BigDecimal("100"));
    }

    private static Emissions emissions(int year, String co2) {
        return new Emissions(
                year, new BigDecimal(co2), true, BigDecimal.ZERO, new Emissions.Vintage("set", "1", "method", "2", ""));
    }

    private XSSFWorkbook written() throws IOException {
        Path file = folder.resolve("清单.xlsx");
        InventoryWorkbook.write(SmallCity.complete(), beside(), file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** The row whose first cell begins with a text, as it is shown. */
    private static List<String> row(XSSFWorkbook book, String sheet, String begins) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        for (Row row : book.getSheet(sheet)) {
            if (formatter.formatCellValue(row.getCell(0)).startsWith(begins)) {
                List<String> cells = new ArrayList<>();
                row.forEach(c -> cells.add(formatter.formatCellValue(c).strip()));
                return cells.subList(1, cells.size());
            }
        }
        throw new AssertionError("no row " + begins + " in " + sheet);
    }

    @Test
    @DisplayName("set the two definitions of scope 2 side by side, and the counties' net imports against the city's")
    void electricity() throws IOException {
        try (XSSFWorkbook book = written()) {
            assertThat(row(book, "电力热力", "芙蓉区")).containsExactly("20.00", "99.52", "0.00", "20.00", "99.52");
            assertThat(row(book, "电力热力", "区县之和")).containsExactly("50.00", "248.80", "0.00", "50.00", "248.80");
            assertThat(row(book, "电力热力", "长沙市")).containsExactly("50.00", "248.80", "10.00", "40.00", "199.04");
            assertThat(row(book, "电力热力", "全市与区县之和之差")).containsExactly("0.00", "0.00", "10.00", "-10.00", "-49.76");
            assertThat(row(book, "电力热力", "电力　co2-electricity-2023"))
                    .containsExactly("0.4976", "kgCO2/kWh", "省级平均", "2023", "2024", "公告2025年第47号", "据转录");
        }
    }

    @Test
    @DisplayName(
            "give energy totals by region with the difference, the deductions, and an incomplete share with its mark")
    void energyTotals() throws IOException {
        try (XSSFWorkbook book = written()) {
            assertThat(row(book, "能源总量", "区县之和")).startsWith("180.00", "", "", "90.00");
            assertThat(row(book, "能源总量", "长沙市").get(6)).isEqualTo("300.00");
            assertThat(row(book, "能源总量", "全市与区县之和之差").get(6)).isEqualTo("30.00");
            assertThat(row(book, "能源总量", "本地一次电力")).startsWith("NE");
            assertThat(row(book, "能源总量", "占能源消费总量")).startsWith("10.00*");
            assertThat(row(book, "能源总量", "扣减后")).startsWith("260.00*");
        }
    }

    @Test
    @DisplayName("split the gap of the reference approach")
    void referenceApproach() throws IOException {
        try (XSSFWorkbook book = written()) {
            assertThat(row(book, "参考方法", "长沙市"))
                    .startsWith("原煤", "10.00", "95.00", "-3.00", "-2.00", "100.00", "77.00", "23.00", "23.0%", "20.00");
        }
    }

    @Test
    @DisplayName("recalculate to the values they hold")
    void formulas() throws IOException {
        try (XSSFWorkbook book = written()) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            for (String name : List.of("电力热力", "能源总量", "参考方法", "强度")) {
                int formulas = 0;
                Sheet sheet = book.getSheet(name);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(evaluator.evaluate(cell).getNumberValue())
                                    .as(name + "!" + cell.getAddress() + " " + cell.getCellFormula())
                                    .isEqualTo(cell.getNumericCellValue(), within(1e-9));
                            formulas++;
                        }
                    }
                }
                assertThat(formulas).as(name).isPositive();
            }
            // 350 / 100 = 3.5; 340.6 / 110 = 3.0964: 11.531 %
            assertThat(row(book, "强度", "长沙市")).contains("3.5000");
            Row second = book.getSheet("强度").getRow(6);
            assertThat(second.getCell(7).getNumericCellValue()).isEqualTo(11.531428571, within(1e-8));
        }
    }

    @Test
    @DisplayName("are not there where there is nothing to say")
    void nothing() throws IOException {
        Path file = folder.resolve("无.xlsx");
        InventoryWorkbook.write(SmallCity.complete(), file);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheet("能源总量")).isNull();
            assertThat(book.getSheet("参考方法")).isNull();
            assertThat(book.getSheet("强度")).isNull();
        }
    }
}
