package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the officer at the terminal is told of faults, and of workbooks that come again. */
@DisplayName("A workbook that is sent again")
@TestInstance(Lifecycle.PER_CLASS)
class ResubmissionTests {

    private static final String EXPORT_HEAD = "统一社会信用代码,单位详细名称,年份,柴油（吨）,汽油（吨）,焦炭（吨）,原煤（吨）,煤油（吨）\n";

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

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Codes of units of the register, which export rows name. */
    private List<String> units(int count) throws Exception {
        return bureau.query("select distinct credit_code, name from intake.unit order by 1 limit " + count).stream()
                .map(row -> row.get(0) + "," + row.get(1))
                .toList();
    }

    @Test
    @DisplayName("with its faults mended is accepted, and the note counts cells, total and faults")
    void mended() throws Exception {
        // electricity: consumption and industrial use ten times too small, so that neither 4 = 5 + 7 nor 9 = 1 + 2 - 4
        // holds
        Path broken = SampleWorkbook.of(2024, "企业_430102_002_食品")
                .card("33", x -> x / 10, 4, 5)
                .save(folder.resolve("食品"));
        Bureau.Said first = bureau.run("import", broken.toString());
        assertThat(first.exitCode()).isEqualTo(ExitCode.RETURNED);
        assertThat(first.out()).doesNotContain("与上次报送相比");

        Path sound = SampleWorkbook.of(2024, "企业_430102_002_食品").save(folder.resolve("改正/食品"));
        Bureau.Said second = bureau.run("import", sound.toString());
        assertThat(second.exitCode()).as(second.out()).isZero();
        // gas 308.76 x 13.3, gasoline 85.66 x 1.4714, heat 10335.76 x 0.0341 and electricity x 1.229 tce: with 188.754
        // of
        // electricity 4816.98, with 1887.54 6904.79
        assertThat(second.out()).contains("收下  食品.xlsx", "  与上次报送相比：改动 2 个单元格，合计 +43.3 %，消除问题 2 个，新增 0 个");
        assertThat(bureau.run("diff-submission", sound.toString(), "--lang", "en")
                        .out())
                .contains("2 cells changed, total +43.3 %, 2 faults cured, 0 new");
    }

    @Test
    @DisplayName(
            "by a unit that the register lacks has no new fault: that is the register's, and the card waits for it")
    void waiting() throws Exception {
        Path broken = Bureau.SAMPLES.resolve("broken/1-文件/隐藏行.xlsx");
        assertThat(bureau.run("import", broken.toString()).exitCode()).isEqualTo(ExitCode.RETURNED);
        Path sound = folder.resolve("改正.xlsx");
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(broken)));
                OutputStream out = Files.newOutputStream(sound)) {
            // diesel: 4 = 5 + 7; with 20.24 t of it 7487.0 tce at the set coefficients, with 202.38 7752.4
            book.getSheet("205-1").getRow(29).getCell(6).setCellValue(173.08 + 29.3);
            book.write(out);
        }
        Bureau.Said said = bureau.run("import", sound.toString());
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("待登记  改正.xlsx", "改动 1 个单元格，合计 +3.5 %，消除问题 3 个，新增 0 个", "205-1!A4  R-REGISTER-05");
    }

    @Test
    @DisplayName("is compared statement by statement; those that say the same are counted, not shown")
    void equalStatements() throws Exception {
        List<String> units = units(3);
        String rows = units.get(0) + ",2024,120,30,,,\n" + units.get(1) + ",2024,8,2,,,\n";
        Path first = write("消费合计.csv", EXPORT_HEAD + rows + units.get(2) + ",2024,50,4,,,\n");
        Bureau.Said received = bureau.run("import", first.toString());
        assertThat(received.exitCode()).as(received.out()).isZero();
        Path second = write("消费合计.csv", EXPORT_HEAD + rows + units.get(2) + ",2024,55,4,,,\n");
        assertThat(bureau.run("import", second.toString()).exitCode()).isZero();

        Bureau.Said said = bureau.run("diff-submission", second.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("2 份报表与上次报送相同", units.get(2).substring(19), "Sheet1!D4", "50", "55");
        assertThat(said.out())
                .doesNotContain(units.get(0).substring(19), units.get(1).substring(19), "Sheet1!D2");
        JsonNode statements = bureau.run("diff-submission", second.toString(), "--json")
                .json()
                .get("statements");
        assertThat(statements.valueStream().map(s -> s.get("cells").size())).containsExactlyInAnyOrder(0, 0, 1);
    }

    @Test
    @DisplayName(
            "with a fault in a hundred and thirty rows has a hundred told at the terminal, and all told to machines")
    void aHundredOfARule() throws Exception {
        String rows = IntStream.range(0, 130)
                .mapToObj(i -> "%08d,虚构%d厂,2024,%s,1,,,".formatted(10_000_000 + i, i, "约" + i))
                .collect(Collectors.joining("\n"));
        Path file = write("工业生产消费.csv", EXPORT_HEAD + rows + "\n短码,虚构末厂,2024,1,1,,,\n");
        Bureau.Said said = bureau.run("import", file.toString());
        assertThat(said.exitCode()).isEqualTo(ExitCode.RETURNED);
        List<String> lines =
                said.out().lines().filter(l -> l.contains("R-CELL-01")).toList();
        assertThat(lines).hasSize(101);
        assertThat(lines.get(0)).contains("Sheet1!D2");
        assertThat(lines.get(99)).contains("Sheet1!D101");
        assertThat(lines.get(100)).isEqualTo("  ……  R-CELL-01  另有 30 条，全部见审核副本（--returned）或 --json");
        assertThat(said.out().lines().filter(l -> l.contains("R-UNIT-CODE-02")))
                .as("another rule")
                .hasSize(1);

        Path again = write("再报_工业生产消费.csv", EXPORT_HEAD + rows + "\n");
        JsonNode findings = bureau.run("import", again.toString(), "--json")
                .json()
                .get("files")
                .get(0)
                .get("findings");
        assertThat(findings.valueStream().filter(f -> f.get("rule").asString().equals("R-CELL-01")))
                .hasSize(130);
    }
}
