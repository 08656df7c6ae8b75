package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Platform exports hold one measure of the card for many units; not all say which. */
@DisplayName("The measure of a wide export")
@TestInstance(Lifecycle.PER_CLASS)
class MeasureTests {

    private static final String PRINTING = "91430102MAHC00017Y";
    private static final String FOOD = "91430102MAHC00025R";

    private Path folder;
    private Bureau bureau;

    @BeforeAll
    void aRegister(@TempDir Path temporary) throws IOException {
        folder = temporary;
        bureau = Bureau.withRegister(folder);
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private List<List<String>> current(String statement) throws Exception {
        return bureau.query("""
                select reporter_code, item, carrier, trim_scale(value) from intake.current_statement
                join intake.observation using (statement_id)
                where form = '%s' and value is not null order by 1, 3
                """.formatted(statement));
    }

    @Test
    @DisplayName("is asked for where neither title, sheet nor file says it, and taken from --measure")
    void asked() throws Exception {
        Path export = Files.writeString(folder.resolve("平台导出.csv"), """
                统一社会信用代码,单位详细名称,年份,柴油（吨）,汽油（吨）,焦炭（吨）,原煤（吨）,煤油（吨）
                %s,虚构芙蓉甲子印刷有限公司,2024,12.5,3,,,
                %s,虚构芙蓉乙丑食品有限公司,2024,,8.25,,,
                """.formatted(PRINTING, FOOD));
        Bureau.Said silent = bureau.run("import", export.toString());
        assertThat(silent.exitCode()).isEqualTo(ExitCode.RETURNED);
        assertThat(silent.out())
                .contains("R-MEASURE-01", "没有说明这张导出表是哪个指标", "--measure", "消费合计 consumption、", "用于原材料 raw-material、");

        Bureau.Said misspelt = bureau.run("import", export.toString(), "--measure", "消费总计");
        assertThat(misspelt.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(misspelt.err()).contains("没有“消费总计”这个指标", "consumption 消费合计\n", "raw-material 用于原材料\n");

        Bureau.Said told = bureau.run("import", export.toString(), "--measure", "运输工具消费", "--json");
        assertThat(told.exitCode()).as(told.out()).isZero();
        assertThat(told.out()).doesNotContain("R-MEASURE-01");
        assertThat(current("wide-export.transport-use"))
                .containsExactly(
                        List.of(PRINTING, "transport-use", "diesel", "12.5"),
                        List.of(PRINTING, "transport-use", "gasoline", "3"),
                        List.of(FOOD, "transport-use", "gasoline", "8.25"));
        assertThat(current("wide-export.consumption")).isEmpty();
    }

    @Test
    @DisplayName("that a title names holds against --measure, which is for exports that do not say")
    void titled() throws Exception {
        Path export = Files.writeString(folder.resolve("导出.csv"), """
                规模以上工业企业能源购进、消费与库存—非工业生产消费
                统一社会信用代码,单位详细名称,年份,柴油（吨）,汽油（吨）,焦炭（吨）,原煤（吨）,煤油（吨）
                %s,虚构芙蓉乙丑食品有限公司,2024,,2.5,,,
                """.formatted(FOOD));
        Bureau.Said told = bureau.run("import", export.toString(), "--measure", "industrial");
        assertThat(told.exitCode()).as(told.out()).isZero();
        assertThat(current("wide-export.non-industrial"))
                .containsExactly(List.of(FOOD, "non-industrial", "gasoline", "2.5"));
        assertThat(current("wide-export.industrial")).isEmpty();
    }

    @Test
    @DisplayName("is printed on the blank that template draws for it, by code or by name, and read back from it")
    void template() throws Exception {
        Path blank = folder.resolve("表.xlsx");
        Bureau.Said said = bureau.run(
                "template",
                "--form",
                "wide-export",
                "--measure",
                "raw-material",
                "--year",
                "2024",
                "--out",
                blank.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        fill(blank, Map.of("统一社会信用代码", FOOD, "单位详细名称", "虚构芙蓉乙丑食品有限公司", "石脑油（吨）", "7.5"));
        Bureau.Said read = bureau.run("import", blank.toString());
        assertThat(read.exitCode()).as(read.out()).isZero();
        assertThat(current("wide-export.raw-material"))
                .containsExactly(List.of(FOOD, "raw-material", "naphtha", "7.5"));

        Path other = folder.resolve("另表.xlsx");
        Bureau.Said unnamed =
                bureau.run("template", "--form", "wide-export", "--year", "2024", "--blank", "--out", other.toString());
        assertThat(unnamed.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unnamed.err()).contains("表式 wide-export 一张表一个指标，请用 --measure 指定", "raw-material 用于原材料");
        Bureau.Said card = bureau.run(
                "template",
                "--form",
                "205-1",
                "--measure",
                "consumption",
                "--year",
                "2024",
                "--blank",
                "--out",
                other.toString());
        assertThat(card.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(card.err()).contains("表式 205-1 不分指标，不用 --measure");
        assertThat(other).doesNotExist();
    }

    /** Writes below captions, in the first row that is to be filled in. */
    private static void fill(Path file, Map<String, String> values) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (Workbook book = WorkbookFactory.create(new java.io.ByteArrayInputStream(bytes));
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.getSheetAt(0);
            int filled = 0;
            Row header = null;
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.toString().contains("信用代码")) {
                        header = row;
                    }
                }
            }
            assertThat(header).isNotNull();
            for (Cell cell : header) {
                for (Map.Entry<String, String> value : values.entrySet()) {
                    if (cell.toString().replace("\n", "").endsWith(value.getKey())) {
                        Row row = sheet.getRow(header.getRowNum() + 1);
                        Cell at = row.getCell(cell.getColumnIndex());
                        if (value.getValue().matches("[0-9.]+")) {
                            at.setCellValue(Double.parseDouble(value.getValue()));
                        } else {
                            at.setCellValue(value.getValue());
                        }
                        filled++;
                    }
                }
            }
            assertThat(filled).isEqualTo(values.size());
            book.write(out);
        }
    }
}
