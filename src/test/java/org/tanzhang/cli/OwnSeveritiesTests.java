package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A severity that the bureau sets")
class OwnSeveritiesTests {

    @TempDir
    private Path folder;

    private void rules(String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("home")).resolve("rules.yml"), "overrides:\n" + text);
    }

    private static List<String> severities(JsonNode file) {
        return file.get("findings")
                .valueStream()
                .filter(f -> f.get("rule").asString().equals("R-205-1-19"))
                .map(f -> f.get("cell").asString() + " " + f.get("severity").asString())
                .toList();
    }

    @Test
    @DisplayName("decides on what comes after it; each that was ever in force is kept with its reason")
    void decidesAndIsKept() throws Exception {
        // the energy total (row 40, tce) is 300 more than its carriers at their coefficients
        Path card = SampleWorkbook.of(2024, "企业_430102_002_食品")
                .card("40", x -> x + 300, 4)
                .save(folder.resolve("食品"));
        Path register = SampleWorkbook.of(2024, "名录_430100").save(folder.resolve("名录"));
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            rules("  - {rule: R-205-1-19, severity: error, reason: 市局 2025 年 1 月会议}\n");
            Bureau.Said strict = bureau.run("import", register.toString(), card.toString(), "--json");
            assertThat(strict.exitCode()).as(strict.err()).isEqualTo(ExitCode.RETURNED);
            JsonNode returned = file(strict, "食品.xlsx");
            assertThat(returned.get("verdict").asString()).isEqualTo("returned");
            assertThat(severities(returned)).containsExactly("G50 error");

            rules("  - {rule: R-205-1-19, severity: info, reason: 省局 2025 年 3 月通知}\n"
                    + "  - {rule: R-CELL-05, severity: off, reason: 平台导出的数字都是文本}\n");
            Bureau.Said mild = bureau.run("import", card.toString(), "--json");
            assertThat(mild.exitCode()).as(mild.out()).isZero();
            JsonNode accepted = file(mild, "食品.xlsx");
            assertThat(accepted.get("verdict").asString()).isEqualTo("accepted");
            assertThat(severities(accepted)).containsExactly("G50 info");

            // an import under the same file adds nothing, one without a file gives the rules back
            bureau.run("import", card.toString());
            Files.delete(folder.resolve("home/rules.yml"));
            bureau.run("import", card.toString());
            assertThat(bureau.query(
                            "select rule, severity, reason from intake.rule_severity order by rule_severity_id"))
                    .containsExactlyInAnyOrder(
                            List.of("R-205-1-19", "error", "市局 2025 年 1 月会议"),
                            List.of("R-205-1-19", "info", "省局 2025 年 3 月通知"),
                            List.of("R-CELL-05", "off", "平台导出的数字都是文本"),
                            List.of("R-205-1-19", "catalogue", ""),
                            List.of("R-CELL-05", "catalogue", ""));
            assertThat(bureau.query("""
                            select severity from intake.finding where rule = 'R-205-1-19' order by finding_id
                            """)).as("both readings' findings").startsWith(List.of("error"), List.of("info"));
        }
    }

    private static JsonNode file(Bureau.Said said, String name) {
        return said.json()
                .get("files")
                .valueStream()
                .filter(f -> f.get("file").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
