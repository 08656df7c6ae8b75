package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    @Test
    @DisplayName("gives a finding for each of them, and takes in what is sound")
    void othersAreUnaffected() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        for (String name : List.of("名录_430100.xlsx", "企业_430102_001_印刷.xlsx", "企业_430102_003_自来水.xls")) {
            Files.copy(sample(name), inbox.resolve(name));
        }
        byte[] spaces = new byte[8 << 20];
        Arrays.fill(spaces, (byte) ' ');
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
                    .hasEntrySatisfying("右_左.xlsx", r -> assertThat(r).startsWith("R-FILE-18 info"));
            assertThat(verdicts)
                    .containsEntry("名录_430100.xlsx", "accepted")
                    .containsEntry("企业_430102_003_自来水.xls", "accepted")
                    .containsEntry("链接.xlsx", "unrecognised")
                    .hasSize(8);
            assertThat(List.of(verdicts.get("企业_430102_001_印刷.xlsx"), verdicts.get("右_左.xlsx")))
                    .contains("accepted")
                    .isSubsetOf("accepted", "duplicate");
            assertThat(bureau.query("select file, rule from intake.file_finding order by rule"))
                    .containsExactly(List.of("链接.xlsx", "R-FILE-15"), List.of("右_左.xlsx", "R-FILE-18"));
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(p -> p.getFileName().toString().contains("evil")))
                        .isEmpty();
            }
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
        assertThat(ReadingBudget.DEFAULT.toString())
                .isEqualTo("ReadingBudget[fileSize=209715200B, inflatedSize=2147483648B, ratio=100, time=PT1M, "
                        + "heap=268435456B, apart=Apart[packageSize=8388608B, inflatedSize=33554432B, "
                        + "binarySize=4194304B, textSize=2097152B]]");
    }
}
