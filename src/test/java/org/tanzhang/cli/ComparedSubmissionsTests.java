package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One card in three versions: the second states other gas, the third other electricity too. */
@DisplayName("Two submissions compared")
@TestInstance(Lifecycle.PER_CLASS)
class ComparedSubmissionsTests {

    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path third = Path.of("");
    private Path register = Path.of("");
    private Bureau bureau;

    @BeforeAll
    void threeVersions(@TempDir Path folder) throws IOException {
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        register = SampleWorkbook.of(2024, "名录_430100").save(folder.resolve("名录"));
        first = SampleWorkbook.of(2024, "企业_430102_002_食品").save(folder.resolve("食品"));
        // 4 = 5 + 7 and 9 = 1 + 2 - 4 hold for gas with ten more bought, consumed and used in industry; ten are 133 tce
        second = SampleWorkbook.of(2024, "企业_430102_002_食品")
                .card("15", x -> x + 10, 2, 4, 5)
                .card("40", x -> x + 133, 4)
                .save(folder.resolve("食品二稿"));
        third = SampleWorkbook.of(2024, "企业_430102_002_食品")
                .card("15", x -> x + 10, 2, 4, 5)
                .card("40", x -> x + 133, 4)
                .card("33", x -> x + 1, 7)
                .save(folder.resolve("食品三稿"));
        assertThat(bureau.run("import", register.toString(), first.toString()).exitCode())
                .isZero();
        assertThat(bureau.run("import", second.toString()).exitCode()).isZero();
        assertThat(bureau.run("import", third.toString()).exitCode())
                .as("4 = 5 + 7 fails for electricity")
                .isEqualTo(ExitCode.RETURNED);
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private String number(String file) throws Exception {
        return bureau.query("select submission_id from intake.submission where file = '" + file + "'")
                .get(0)
                .get(0);
    }

    @Test
    @DisplayName("show what changed between them, whatever came between and whichever is named first")
    void anyTwo() throws Exception {
        Bureau.Said said = bureau.run("diff-submission", third.toString(), first.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        // 10 x 13.3 tce of gas on 308.76 x 13.3 + 85.66 x 1.4714 + 10335.76 x 0.03412 + 1887.54 x 1.229 = 6904.99
        assertThat(said.out())
                .contains("虚构芙蓉乙丑食品有限公司", "改动 5 个单元格，合计 +1.9 %，消除问题 0 个，新增 1 个")
                .containsPattern("205-1!E25 +308.76 +318.76")
                .containsPattern("205-1!G25 +308.76 +318.76")
                .containsPattern("205-1!H25 +290.23 +300.23")
                .containsPattern("205-1!G50 +6904.78 +7037.78")
                .containsPattern("205-1!J43 +56.63 +57.63")
                .containsPattern("#" + number("食品.xlsx") + " .*收下  食品\\.xlsx")
                .containsPattern("#" + number("食品三稿.xlsx") + " .*退回  食品三稿\\.xlsx");
        assertThat(bureau.run("diff-submission", number("食品.xlsx"), number("食品三稿.xlsx"))
                        .out())
                .as("by numbers, in the order of time")
                .isEqualTo(said.out());
    }

    @Test
    @DisplayName("are told to machines with the cells, the totals and every version's receipt")
    void json() throws Exception {
        Bureau.Said said = bureau.run("diff-submission", first.toString(), second.toString(), "--json");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json()
                        .get("versions")
                        .valueStream()
                        .map(v -> v.get("file").asString() + " "
                                + v.get("verdicts").get(0).asString()))
                .containsExactly("食品.xlsx accepted", "食品二稿.xlsx accepted", "食品三稿.xlsx returned");
        assertThat(said.json().at("/versions/1/submission").asString()).isEqualTo(number("食品二稿.xlsx"));
        assertThat(said.json().at("/versions/1/source").asString()).isEqualTo(second.toString());
        assertThat(said.json().get("statements").size()).isEqualTo(1);
        JsonNode statement = said.json().at("/statements/0");
        assertThat(statement.get("form").asString()).isEqualTo("205-1");
        assertThat(statement.get("reporter").asString()).isEqualTo("91430102MAHC00025R");
        assertThat(statement.get("total_before_tce").asString()).isEqualTo("6904.9909152");
        assertThat(statement.get("total_tce").asString()).isEqualTo("7037.9909152");
        assertThat(statement.get("new").asInt()).isZero();
        assertThat(statement
                        .get("cells")
                        .valueStream()
                        .map(c -> List.of(
                                c.get("item").asString(),
                                c.get("carrier").asString(),
                                c.get("cell").asString(),
                                c.get("old").asString(),
                                c.get("new").asString())))
                .containsExactly(
                        List.of("purchase", "natural-gas", "E25", "308.76", "318.76"),
                        List.of("consumption", "natural-gas", "G25", "308.76", "318.76"),
                        List.of("industrial", "natural-gas", "H25", "290.23", "300.23"),
                        List.of("consumption", "energy-total", "G50", "6904.78", "7037.78"));
    }

    @Test
    @DisplayName("that hold nothing of one unit, form and period are said to; one that never came is refused")
    void nothingInCommon() {
        assertThat(bureau.run("diff-submission", register.toString(), first.toString())
                        .out())
                .contains("没有可比较的报表：" + register + " 与 " + first + " 没有同一表式、单位、报告期的报表");
        Bureau.Said never = bureau.run("diff-submission", first.toString(), "没有报过.xlsx");
        assertThat(never.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(never.err()).contains("没有收到过 没有报过.xlsx。请核对文件名，或给出报送编号");
    }
}
