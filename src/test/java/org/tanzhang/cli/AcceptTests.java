package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
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

/** What an officer may let pass, and what he may not; each card is of another unit of the sample. */
@DisplayName("A finding that an officer accepts")
@TestInstance(Lifecycle.PER_CLASS)
class AcceptTests {

    private static final String FOOD = "91430102MAHC00025R";

    private Path folder;
    private Bureau bureau;
    private JsonNode received;

    /** 4 = 5 + 7 fails for gas (row 15) and electricity (row 33): the total is left, non-industrial use is 1 more. */
    @BeforeAll
    void faultyCards(@TempDir Path temporary) throws IOException {
        folder = temporary;
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Path inbox = folder.resolve("inbox");
        SampleWorkbook.of(2024, "名录_430100").save(inbox.resolve("名录"));
        SampleWorkbook.of(2024, "企业_430102_002_食品")
                .card("15", x -> x + 1, 7)
                .card("33", x -> x + 1, 7)
                .save(inbox.resolve("食品"));
        SampleWorkbook.of(2024, "企业_430102_004_制药").card("33", x -> x + 1, 7).save(inbox.resolve("制药"));
        SampleWorkbook.of(2024, "企业_430102_001_印刷").card("33", x -> x + 1, 7).save(inbox.resolve("印刷"));
        for (String broken : List.of("1-文件/截断.xlsx", "3-表式/撤县改区以后.xlsx", "2-单元格/文字.xlsx")) {
            Path file = Bureau.SAMPLES.resolve("broken").resolve(broken);
            Files.copy(file, inbox.resolve(file.getFileName()));
        }
        Bureau.Said said = bureau.run("import", inbox.toString(), "--json");
        assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.RETURNED);
        received = said.json().get("files");
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    /** The number of the finding of a rule in a file, at a cell where one is named. */
    private String finding(String file, String rule, String cell) {
        return received.valueStream()
                .filter(f -> f.get("file").asString().equals(file))
                .flatMap(f -> f.get("findings").valueStream())
                .filter(f -> f.get("rule").asString().equals(rule))
                .filter(f -> cell.isEmpty() || f.get("cell").asString().equals(cell))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " in " + received))
                .get("id")
                .asString();
    }

    private String current(String reporter) throws Exception {
        return bureau.query("select count(*) from intake.current_statement where form = '205-1' and reporter_code = '"
                        + reporter + "'")
                .get(0)
                .get(0);
    }

    private static List<String> words(Path workbook) throws IOException {
        List<String> words = new java.util.ArrayList<>();
        try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING) {
                        words.add(cell.getStringCellValue());
                    }
                }
            }
        }
        return words;
    }

    @Test
    @DisplayName("leaves its statement out while another error stands, and lets it in with the last; reasons are kept")
    void twoErrors() throws Exception {
        String gas = finding("食品.xlsx", "R-205-1-01", "G25");
        String electricity = finding("食品.xlsx", "R-205-1-01", "G43");
        Path returned = folder.resolve("returned");

        Bureau.Said first = bureau.run(
                "accept",
                "#" + gas,
                "--reason",
                "  表下注明：含承包食堂 1 万立方米  ",
                "--officer",
                "李审核",
                "--returned",
                returned.toString());
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.RETURNED);
        assertThat(first.out())
                .startsWith("已受理第 " + gas + " 号发现（R-205-1-01，食品.xlsx）。")
                .contains("退回  食品.xlsx", "#" + gas + "  （已受理：表下注明：含承包食堂 1 万立方米）", "#" + electricity + "\n");
        assertThat(current(FOOD)).as("electricity is still wrong").isEqualTo("0");
        assertThat(words(returned.resolve("食品.xlsx")))
                .as("the sender sees what was let pass")
                .anyMatch(w -> w.contains("表下注明：含承包食堂 1 万立方米"));

        Bureau.Said second =
                bureau.run("accept", electricity, "--reason", "转供电 1 万千瓦时，已电话核实", "--officer", "王主任", "--json");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.json().get("finding").asString()).isEqualTo(electricity);
        assertThat(second.json().get("officer").asString()).isEqualTo("王主任");
        JsonNode file = second.json().at("/files/0");
        assertThat(file.get("verdict").asString()).isEqualTo("accepted_with_warnings");
        assertThat(file.get("findings")
                        .valueStream()
                        .filter(f -> f.get("severity").asString().equals("error"))
                        .map(f -> f.get("accepted").asString()))
                .containsExactlyInAnyOrder("表下注明：含承包食堂 1 万立方米", "转供电 1 万千瓦时，已电话核实");
        assertThat(current(FOOD)).isEqualTo("1");

        assertThat(bureau.query("select finding_id, officer, reason from intake.acceptance where finding_id in (" + gas
                        + ", " + electricity + ") order by acceptance_id"))
                .containsExactly(
                        List.of(gas, "李审核", "表下注明：含承包食堂 1 万立方米"), List.of(electricity, "王主任", "转供电 1 万千瓦时，已电话核实"));

        Bureau.Said again = bureau.run("accept", gas, "--reason", "再受理一次", "--officer", "王主任");
        assertThat(again.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(again.err()).contains("第 " + gas + " 号发现已由 李审核 受理，不必再受理；理由：表下注明：含承包食堂 1 万立方米");
    }

    @Test
    @DisplayName(
            "is accepted in the name of the account where no officer is named; the same bytes need no second acceptance")
    void lastError() throws Exception {
        String finding = finding("制药.xlsx", "R-205-1-01", "");
        Bureau.Said said = bureau.run("accept", finding, "--reason", "分项含转供", "--lang", "en");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("Finding " + finding + " is accepted (R-205-1-01, 制药.xlsx).");
        assertThat(bureau.query("select officer from intake.acceptance where finding_id = " + finding))
                .containsExactly(List.of(System.getProperty("user.name")));
        Bureau.Said known = bureau.run("import", folder.resolve("inbox/制药.xlsx").toString(), "--json");
        assertThat(known.exitCode()).as(known.out()).isZero();
        assertThat(known.json().at("/files/0/verdict").asString()).isEqualTo("duplicate");
    }

    @Test
    @DisplayName("is refused where nothing could be accounted by it: the words say what can be accepted")
    void noRelation() {
        for (String[] fault : new String[][] {
            {"撤县改区以后.xlsx", "R-REGION-02"},
            {"文字.xlsx", "R-CELL-01"}
        }) {
            String number = finding(fault[0], fault[1], "");
            Bureau.Said said = bureau.run("accept", number, "--reason", "确属实情");
            assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(said.err())
                    .contains("第 " + number + " 号发现（" + fault[1] + "）")
                    .contains("数值、单位、名称、代码、报告期或版本本身有问题，不改正就不知道怎样计入")
                    .contains("请退回改正", "jobs/tanzhang rules 中注明“可以受理”");
        }
        assertThat(bureau.run("rules", "R-REGION-02").out()).contains("受理：不可以");
        assertThat(bureau.run("rules", "R-205-1-01").out()).contains("受理：可以");
        assertThat(bureau.run("rules", "R-205-1-01", "--json")
                        .json()
                        .at("/rules/0/acceptable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("is refused where no statement bears it: a file that could not be read is to be sent again")
    void noStatement() {
        String number = finding("截断.xlsx", "R-FILE-04", "");
        Bureau.Said said = bureau.run("accept", number, "--reason", "确属实情");
        assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(said.err()).contains("第 " + number + " 号发现（R-FILE-04）", "不能受理；请退回改正");
    }

    @Test
    @DisplayName("is refused once a later version came: the words name the file whose findings count now")
    void superseded() throws Exception {
        String number = finding("印刷.xlsx", "R-205-1-01", "");
        Path later = SampleWorkbook.of(2024, "企业_430102_001_印刷")
                .card("33", x -> x + 2, 7)
                .save(folder.resolve("再报/印刷二稿"));
        assertThat(bureau.run("import", later.toString()).exitCode()).isEqualTo(ExitCode.RETURNED);
        Bureau.Said said = bureau.run("accept", number, "--reason", "确属实情");
        assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(said.err()).contains("第 " + number + " 号发现", "（印刷二稿.xlsx）", "请看新报送的审核结果");
    }

    @Test
    @DisplayName("must exist and be given a reason")
    void unknown() {
        Bureau.Said unknown = bureau.run("accept", "999999999", "--reason", "确属实情");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).contains("没有编号为 999999999 的审核发现", "审核副本第一张表");
        Bureau.Said noNumber = bureau.run("accept", "R-205-1-01", "--reason", "确属实情");
        assertThat(noNumber.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(noNumber.err()).contains("R-205-1-01").contains(Words.of("usage.no-finding", "R-205-1-01"));
        Bureau.Said noReason = bureau.run("accept", "1", "--reason", "   ");
        assertThat(noReason.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(noReason.err()).contains(Words.of("usage.no-reason"));
    }
}
