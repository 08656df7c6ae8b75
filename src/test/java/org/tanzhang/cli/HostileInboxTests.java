package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.cli.Bureau.Said;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** A night on which somebody put traps beside the workbooks. */
@DisplayName("An inbox with traps in it")
class HostileInboxTests {

    private static final String FINDINGS = "审核结果";

    @TempDir
    private Path folder;

    private static void trap(Path file, String part, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : List.of("[Content_Types].xml", "xl/workbook.xml", part)) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.equals(part) ? content : "<a/>".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Path sample(String name) {
        return Bureau.SAMPLES.resolve("inbox/2023").resolve(name);
    }

    /** Ten to the ninth times the same laugh, and a file of the machine. */
    private static final String LAUGHS = """
            <?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
            <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
            <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
            <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&i;&x;</t></si></sst>""";

    /** A sample with one of its parts changed. */
    private static void patched(String name, String part, UnaryOperator<String> change, Path file) throws IOException {
        boolean changed = false;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(sample(name)));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    changed = !after.equals(before);
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                out.write(bytes);
            }
        }
        assertThat(changed).as("%s of %s", part, name).isTrue();
    }

    /** Every figure becomes part of a shared formula that refers to itself; the stored values stay. */
    private static String cyclic(String sheet) {
        return sheet.replaceAll("(<c r=\"([A-Z]+\\d+)\" t=\"n\"[^>]*>)<v>", "$1<f t=\"shared\" si=\"0\"/><v>")
                .replaceFirst("<f t=\"shared\" si=\"0\"/>", "<f t=\"shared\" ref=\"A1:Z99\" si=\"0\">SUM(A1:Z99)</f>");
    }

    private static String declaringBillions(String sheet) {
        return sheet.replaceFirst("<dimension ref=\"[^\"]*\"/>", "<dimension ref=\"A1:XFD1048576\"/>")
                .replace("<cols>", "<cols><col min=\"16\" max=\"2000000000\" width=\"9\"/>")
                .replaceAll("<row r=\"(\\d+)\"", "<row r=\"$1\" spans=\"1:2000000000\"");
    }

    /** A copy under a name of 255 bytes in GBK, as an archive of an old Windows unpacks it; false where no shell can make it. */
    private static boolean namedInGbk(Path inbox) throws Exception {
        StringBuilder name = new StringBuilder();
        for (byte b : ("长".repeat(125) + ".xlsx").getBytes(Charset.forName("GBK"))) {
            name.append(String.format("\\%03o", b & 0xFF));
        }
        ProcessBuilder copy = new ProcessBuilder("sh", "-c", "cp \"$SAMPLE\" \"$(printf '" + name + "')\"");
        copy.environment().put("SAMPLE", sample("企业_430102_007_显示器件.xlsx").toString());
        return copy.directory(inbox.toFile()).redirectErrorStream(true).start().waitFor() == 0;
    }

    private static String consumptionOf(String sample) throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        try (Workbook book = WorkbookFactory.create(sample(sample).toFile(), null, true)) {
            for (Row row : book.getSheet("205-1")) {
                Cell code = row.getCell(2);
                Cell total = row.getCell(6);
                if (code != null
                        && code.getCellType() == CellType.STRING
                        && code.getStringCellValue().matches("\\d{2}")
                        && total != null
                        && total.getCellType() == CellType.NUMERIC) {
                    sum = sum.add(BigDecimal.valueOf(total.getNumericCellValue()));
                }
            }
        }
        assertThat(sum).isPositive();
        return sum.stripTrailingZeros().toPlainString();
    }

    /** The words of each sheet. */
    private static Map<String, List<String>> sheetsOf(Path workbook) throws IOException {
        Map<String, List<String>> sheets = new TreeMap<>();
        try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
            for (Sheet sheet : book) {
                List<String> words = new ArrayList<>();
                sheet.forEach(row -> row.forEach(cell -> words.add(cell.toString())));
                sheets.put(sheet.getSheetName(), words);
            }
        }
        return sheets;
    }

    private static List<String> returnedTo(Path returned) throws IOException {
        try (Stream<Path> files = Files.walk(returned)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    @DisplayName("gives a finding for each of them, and takes in what is sound")
    void othersAreUnaffected() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        for (String name : List.of("名录_430100.xlsx", "企业_430102_001_印刷.xlsx", "企业_430102_003_自来水.xls")) {
            Files.copy(sample(name), inbox.resolve(name));
        }
        byte[] spaces = new byte[8 << 20];
        Arrays.fill(spaces, (byte) ' ');
        patched(
                "企业_430102_002_食品.xlsx",
                "xl/worksheets/sheet1.xml",
                HostileInboxTests::cyclic,
                inbox.resolve("循环.xlsx"));
        patched(
                "企业_430102_004_制药.xlsx",
                "xl/worksheets/sheet1.xml",
                HostileInboxTests::declaringBillions,
                inbox.resolve("十亿行.xlsx"));
        patched("企业_430102_006_燃气供应.xlsx", "xl/sharedStrings.xml", s -> LAUGHS, inbox.resolve("实体炸弹.xlsx"));
        for (String name : List.of("带宏.xlsm", "加密.xlsx", "外部实体.xlsx")) {
            Files.copy(Bureau.SAMPLES.resolve("broken/1-文件").resolve(name), inbox.resolve(name));
        }
        boolean gbk = namedInGbk(inbox);
        trap(inbox.resolve("炸弹.xlsx"), "xl/worksheets/sheet1.xml", spaces);
        trap(inbox.resolve("路径.xlsx"), "../../../evil", new byte[1]);
        Files.write(inbox.resolve("空.xls"), new byte[0]);
        Files.createSymbolicLink(inbox.resolve("链接.xlsx"), inbox.resolve("名录_430100.xlsx"));
        Files.copy(sample("企业_430102_001_印刷.xlsx"), inbox.resolve("右\u202E左.xlsx"));
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            Said said = bureau.run(
                    "import",
                    inbox.toString(),
                    "--returned",
                    folder.resolve("returned").toString(),
                    "--json");
            Map<String, String> verdicts = new TreeMap<>();
            Map<String, String> rules = new TreeMap<>();
            for (JsonNode file : said.json().path("files")) {
                String name = file.path("file").asString();
                verdicts.put(name, file.path("verdict").asString());
                for (JsonNode finding : file.path("findings")) {
                    String rule = finding.path("rule").asString() + " "
                            + finding.path("severity").asString();
                    rules.merge(name, rule, (a, b) -> a + ", " + b);
                }
            }
            assertThat(said.exitCode()).isEqualTo(ExitCode.RETURNED);
            assertThat(rules)
                    .containsEntry("炸弹.xlsx", "R-FILE-05 error")
                    .containsEntry("路径.xlsx", "R-FILE-09 error")
                    .containsEntry("空.xls", "R-FILE-02 error")
                    .containsEntry("链接.xlsx", "R-FILE-15 warning")
                    .containsEntry("加密.xlsx", "R-FILE-03 error")
                    .containsEntry("外部实体.xlsx", "R-FILE-09 error")
                    .containsEntry("实体炸弹.xlsx", "R-FILE-09 error")
                    .doesNotContainKeys("循环.xlsx", "十亿行.xlsx")
                    .hasEntrySatisfying("带宏.xlsm", r -> assertThat(r).contains("R-FILE-10 info", "R-205-1-01 error"))
                    .hasEntrySatisfying("右_左.xlsx", r -> assertThat(r).startsWith("R-FILE-18 info"));
            assertThat(verdicts)
                    .containsEntry("名录_430100.xlsx", "accepted")
                    .containsEntry("企业_430102_003_自来水.xls", "accepted")
                    .containsEntry("链接.xlsx", "unrecognised")
                    .containsEntry("循环.xlsx", "accepted")
                    .containsEntry("十亿行.xlsx", "accepted")
                    .containsEntry("带宏.xlsm", "returned")
                    .hasSize(gbk ? 15 : 14);
            assertThat(List.of(verdicts.get("企业_430102_001_印刷.xlsx"), verdicts.get("右_左.xlsx")))
                    .contains("accepted")
                    .isSubsetOf("accepted", "duplicate");
            assertThat(bureau.query(
                            "select file, rule from intake.file_finding order by rule, file collate \"C\" desc"))
                    .startsWith(List.of("链接.xlsx", "R-FILE-15"))
                    .contains(List.of("右_左.xlsx", "R-FILE-18"))
                    .hasSize(gbk ? 3 : 2);
            assertThat(verdicts.entrySet().stream()
                            .filter(e -> e.getKey().startsWith("长".repeat(50)))
                            .map(Map.Entry::getValue)
                            .toList())
                    .isEqualTo(gbk ? List.of("accepted") : List.of());
            // what formulas say is not looked at, only what they gave when the workbook was saved
            assertThat(bureau.query("""
                            select trim_scale(sum(value)) from intake.observation o join intake.statement using (statement_id)
                            join intake.submission using (submission_id) where file = '循环.xlsx' and item = 'consumption'
                            """)).isEqualTo(List.of(List.of(consumptionOf("企业_430102_002_食品.xlsx"))));
            assertThat(returnedTo(folder.resolve("returned")))
                    .contains("带宏.xlsm.xlsx")
                    .noneMatch(name -> name.contains("循环") || name.contains("十亿行"));
            assertThat(sheetsOf(folder.resolve("returned/炸弹.xlsx")))
                    .containsOnlyKeys(FINDINGS)
                    .hasEntrySatisfying(FINDINGS, words -> assertThat(words).contains("R-FILE-05"));
            assertThat(said.out()).doesNotContain("root:", "哈哈哈哈");
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(p -> p.getFileName().toString().contains("evil")))
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("whose workbooks take longer to mark than the job allows comes back as the lists of their findings")
    void markingTime() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.copy(Bureau.SAMPLES.resolve("broken/1-文件/带宏.xlsm"), inbox.resolve("带宏.xlsm"));
        Files.copy(sample("名录_430100.xlsx"), inbox.resolve("名录_430100.xlsx"));
        try (Bureau bureau =
                Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home")).markingWithin("1ns")) {
            Said said = bureau.run(
                    "import",
                    inbox.toString(),
                    "--returned",
                    folder.resolve("returned").toString(),
                    "--json");
            assertThat(said.exitCode()).isEqualTo(ExitCode.RETURNED);
            assertThat(sheetsOf(folder.resolve("returned/带宏.xlsm.xlsx")))
                    .containsOnlyKeys(FINDINGS)
                    .hasEntrySatisfying(FINDINGS, words -> assertThat(words).contains("R-205-1-01"));
        }
    }

    @Test
    @DisplayName("is read within the budget that the job's file is delivered with, also where an older file lacks it")
    void budgetOfTheJob() throws IOException {
        Map<String, Map<String, Object>> job =
                new Yaml().load(Files.readString(Bureau.ROOT.resolve("jobs/import/job.yml")));
        assertThat(job.get("tanzhang").get("budget"))
                .isEqualTo(Map.of(
                        "file-size",
                        "200MB",
                        "inflated-size",
                        "2GB",
                        "ratio",
                        100,
                        "time",
                        "60s",
                        "heap",
                        "256MB",
                        "apart",
                        Map.of(
                                "package-size", "8MB",
                                "inflated-size", "32MB",
                                "binary-size", "4MB",
                                "text-size", "2MB")));
        assertThat(job.get("tanzhang").get("marking-time")).isEqualTo("300s");
        assertThat(ReadingBudget.DEFAULT.toString())
                .isEqualTo("ReadingBudget[fileSize=209715200B, inflatedSize=2147483648B, ratio=100, time=PT1M, "
                        + "heap=268435456B, apart=Apart[packageSize=8388608B, inflatedSize=33554432B, "
                        + "binarySize=4194304B, textSize=2097152B]]");
    }
}
