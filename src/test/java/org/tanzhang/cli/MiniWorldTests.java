package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The method in numbers: 29 workbooks of one fictional city give the ledger that was worked out by hand. */
class MiniWorldTests {

    private static final Path REFERENCE = Path.of("../shared/reference/mini-world");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseServers.class)
    void givesTheLedgerThatWasWorkedOutByHand(DatabaseServers server) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(REFERENCE), "the reference folder is not here: skipped");
        try (Bureau bureau = Bureau.on(server, folder).withReferenceData(referenceData())) {
            Bureau.Said imported =
                    bureau.run("import", REFERENCE.resolve("workbooks").toString(), "--json");

            assertThat(imported.exitCode()).as(imported.err()).isZero();
            for (JsonNode file : imported.json().get("files")) {
                for (JsonNode finding : file.get("findings")) {
                    assertThat(finding.get("severity").asString())
                            .as(finding.toString())
                            .isNotEqualTo("error");
                }
            }

            Bureau.Said accounted = bureau.run("account", "--year", "2024", "--factors", "mini-world", "--json");
            assertThat(accounted.exitCode()).as(accounted.err()).isZero();
            String run = accounted.json().get("runs").get(0).get("run_id").asString();
            ExpectedLedger.assertEquals(REFERENCE.resolve("expected.csv"), bureau.ledger(2024, "--run", run));
        }
    }

    /** The project's reference data with one set more: the mini-world's factors. */
    private Path referenceData() throws IOException {
        Path copy = folder.resolve("reference");
        Path own = Bureau.ROOT.resolve("emission-factors");
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(own.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path set = Files.createDirectories(copy.resolve("sets/mini-world"));
        Files.writeString(set.resolve("set.yml"), "id: mini-world\ntitle: {zh: 小世界, en: Mini world}\n");
        List<String> lines = new ArrayList<>();
        lines.add("id,carrier,quantity,value,lower,upper,distribution,unit,sector,region,valid_from,valid_to,document,"
                + "table,verification,note");
        for (String line : Files.readAllLines(REFERENCE.resolve("factors.csv")).stream()
                .skip(1)
                .toList()) {
            String[] f = line.split(",", -1);
            if (f[2].isEmpty()) {
                String unit = f[7].equals("万千瓦时") ? "10^4 kWh" : "10^6 kJ";
                lines.add(factor("co2", f[0], "co2-direct", f[6], "tCO2/" + unit));
            } else {
                lines.add(factor("ncv", f[0], "ncv", f[2], f[3]));
                lines.add(factor("cc", f[0], "carbon-content", f[4], "tC/TJ"));
                lines.add(factor("of", f[0], "oxidation", f[5], "1"));
            }
        }
        Files.write(set.resolve("factors.csv"), lines);
        return copy;
    }

    private static String factor(String prefix, String carrier, String quantity, String value, String unit) {
        return String.join(
                ",",
                prefix + "-" + carrier,
                carrier,
                quantity,
                value,
                "",
                "",
                "",
                unit,
                "",
                "",
                "",
                "",
                "mini-world/factors.csv",
                "",
                "read",
                "");
    }
}
