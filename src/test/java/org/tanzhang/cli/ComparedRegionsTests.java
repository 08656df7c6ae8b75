package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Statements of regions beside those above and below them, of the year before, and of the other balance. */
@DisplayName("A region's row")
@TestInstance(Lifecycle.PER_CLASS)
class ComparedRegionsTests {

    private static final Object[] INDICATORS = {"地区", "地区生产总值（亿元）", "常住人口（万人）", "行政区域面积（公顷）"};
    private static final Object[] BALANCE = {"指标名称", "原煤", "柴油", "电力"};

    private Bureau bureau;

    @BeforeAll
    void importAll(@TempDir Path folder) throws Exception {
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        sheet(inbox.resolve("2023.xlsx"), new Object[] {"长沙市2023年国民经济主要指标"}, INDICATORS, new Object[] {
            "芙蓉区", 1250, 64.8, 4280
        });
        sheet(
                inbox.resolve("2024.xlsx"),
                new Object[] {"长沙市2024年国民经济主要指标"},
                INDICATORS,
                new Object[] {"全市", 12000, 1000, 1181600},
                new Object[] {"芙蓉区", 1300, 97, 4280},
                new Object[] {"天心区", 1350, 85, 14100},
                new Object[] {"岳麓区", 1500, 160, 55200},
                new Object[] {"开福区", 1200, 82, 18800},
                new Object[] {"雨花区", 2300, 130, 29200},
                new Object[] {"望城区", 1000, 92, 95100},
                new Object[] {"长沙县", 2100, 141, 175600},
                new Object[] {"浏阳市", 1750, 143, 499700},
                new Object[] {"宁乡市", 1300, 126, 191200});
        physical(inbox.resolve("实物.xlsx"), "芙蓉区");
        standard(inbox.resolve("标准.xlsx"), "芙蓉区");
        Bureau.Said said = bureau.run("import", inbox.toString(), "--json");
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
    }

    /** P303-1 in short: power of coal, and what industry uses. */
    private static void physical(Path file, String region) throws IOException {
        sheet(
                file,
                new Object[] {region + "能源平衡表（实物量）", "2024年"},
                BALANCE,
                new Object[] {null, "万吨", "万吨", "亿千瓦时"},
                new Object[] {"二、加工转换投入(-)产出(+)量", -2, null, 6},
                new Object[] {"（一）火力发电", -2, null, 6},
                new Object[] {"（二）供热"},
                new Object[] {"四、终端消费量", 3, 4, 10},
                new Object[] {"1.农、林、牧、渔业"},
                new Object[] {"1.工业", 3, 4, 10});
    }

    /** P303-4 of the same, with diesel a little and electricity at its equal value too high. */
    private static void standard(Path file, String region) throws IOException {
        sheet(
                file,
                new Object[] {region + "能源平衡表（标准量）", "2024年"},
                BALANCE,
                new Object[] {null, "万吨标准煤", "万吨标准煤", "万吨标准煤"},
                new Object[] {"二、加工转换投入(-)产出(+)量", -1.2, null, 7.37},
                new Object[] {"（一）火力发电", -1.2, null, 7.37},
                new Object[] {"（二）供热"},
                new Object[] {"四、终端消费量", 2.14, 5.9, 30.6},
                new Object[] {"1.农、林、牧、渔业"},
                new Object[] {"1.工业", 2.14, 5.9, 30.6});
    }

    private static void sheet(Path file, Object[]... rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("表");
            for (int r = 0; r < rows.length; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    if (rows[r][c] instanceof Number number) {
                        row.createCell(c).setCellValue(number.doubleValue());
                    } else if (rows[r][c] != null) {
                        row.createCell(c).setCellValue(String.valueOf(rows[r][c]));
                    }
                }
            }
            book.write(out);
        }
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private List<String> found(String rule) throws Exception {
        return bureau.query("""
                        select regexp_replace(u.file, '[.]xlsx?$', '') || ' ' || f.severity || ' '
                               || chr(65 + column_index) || (row_index + 1) || ' ' || array_to_string(arguments, '|')
                        from intake.finding f join intake.submission u using (submission_id)
                        where f.rule = '%s' order by 1
                        """.formatted(rule)).stream().map(r -> r.get(0)).toList();
    }

    @Test
    @DisplayName("of a city is the sum of its counties, from above as from below, in whatever unit it is printed")
    void levels() throws Exception {
        assertThat(found("R-LEVEL-04"))
                .containsExactly("2024 warning B3 长沙市||地区生产总值（当年价格）|2024|12000|13800|亿元|9|105|1800");
        assertThat(found("R-LEVEL-05"))
                .containsExactly(
                        "2024 warning C3 长沙市||常住人口|2024|1000|1056|万人|9|102|56",
                        "2024 warning D3 长沙市||行政区域面积|2024|11816|10831.8|平方公里|9|98|-984.2");
    }

    @Test
    @DisplayName("is near last year's")
    void lastYear() throws Exception {
        assertThat(found("R-CHANGE-05")).containsExactly("2024 warning C4 |常住人口|2024|97|2023|64.8|万人|1.5|0");
    }

    /** What the rule found in some files only: the tests share a database. */
    private List<String> found(String rule, String... files) throws Exception {
        return found(rule).stream()
                .filter(f -> List.of(files).contains(f.split(" ", -1)[0]))
                .toList();
    }

    @Test
    @DisplayName(
            "of a balance in standard quantity is the physical one by coefficient, within rounding and the coal's own")
    void standardQuantity() throws Exception {
        assertThat(found("R-STANDARD-01", "标准", "实物"))
                .containsExactly(
                        "标准 warning C7 柴油|终端消费量|2024|5.9|5.828|1.4571",
                        "标准 warning C9 柴油|工业|2024|5.9|5.828|1.4571",
                        "标准 warning D7 电力|终端消费量|2024|30.6|12.29|1.229",
                        "标准 warning D9 电力|工业|2024|30.6|12.29|1.229");
    }

    @Test
    @DisplayName(
            "of a balance in standard quantity that came first is held against the physical one when that comes, there")
    void standardFirst(@TempDir Path folder) throws Exception {
        standard(folder.resolve("先标准.xlsx"), "天心区");
        physical(folder.resolve("后实物.xlsx"), "天心区");
        Bureau.Said first = bureau.run("import", folder.resolve("先标准.xlsx").toString());
        assertThat(first.exitCode()).as(first.out()).isZero();
        assertThat(found("R-STANDARD-01", "先标准")).isEmpty();
        Bureau.Said then = bureau.run("import", folder.resolve("后实物.xlsx").toString());
        assertThat(then.exitCode()).as(then.out()).isZero();
        assertThat(found("R-STANDARD-01", "先标准", "后实物"))
                .containsExactly(
                        "后实物 warning C7 柴油|终端消费量|2024|5.9|5.828|1.4571",
                        "后实物 warning C9 柴油|工业|2024|5.9|5.828|1.4571",
                        "后实物 warning D7 电力|终端消费量|2024|30.6|12.29|1.229",
                        "后实物 warning D9 电力|工业|2024|30.6|12.29|1.229");
    }

    @Test
    @DisplayName("of a physical balance that came first: the standard one bears the finding when it comes")
    void physicalFirst(@TempDir Path folder) throws Exception {
        physical(folder.resolve("先实物.xlsx"), "岳麓区");
        standard(folder.resolve("后标准.xlsx"), "岳麓区");
        for (String file : List.of("先实物.xlsx", "后标准.xlsx")) {
            Bureau.Said said = bureau.run("import", folder.resolve(file).toString());
            assertThat(said.exitCode()).as(said.out()).isZero();
        }
        assertThat(found("R-STANDARD-01", "先实物", "后标准"))
                .hasSize(4)
                .allMatch(f -> f.startsWith("后标准 warning "))
                .last()
                .isEqualTo("后标准 warning D9 电力|工业|2024|30.6|12.29|1.229");
    }
}
