package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the command line: exit codes, help, languages, JSON. */
class CommandLineTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "account",
                "nightly",
                "inventory",
                "export",
                "runs",
                "indicators",
                "factors",
                "database",
                "template"
            })
    void everyCommandExplainsItselfWithoutADatabase(String command) {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            Bureau.Said chinese = bureau.run(command, "--help");
            assertThat(chinese.exitCode()).isZero();
            assertThat(chinese.out()).contains("用法：tanzhang " + command, "--json");
            assertThat(bureau.run(command, "--help", "--lang", "en").out()).contains("Usage: tanzhang " + command);
        }
    }

    @Test
    void wrongUsageIsOne() {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            assertThat(bureau.run().exitCode()).isEqualTo(1);
            assertThat(bureau.run("acount").exitCode()).isEqualTo(1);
            assertThat(bureau.run("account").exitCode()).isEqualTo(1);
            assertThat(bureau.run("account", "--year", "24").exitCode()).isEqualTo(1);
            assertThat(bureau.run("account", "--year", "2024", "--region", "999999")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(bureau.run("account", "--year", "2024", "--factors", "none")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(bureau.run("import", folder.resolve("nowhere").toString())
                            .exitCode())
                    .isEqualTo(1);
            assertThat(bureau.run("inventory", "--year", "2024", "--out", folder.toString())
                            .err())
                    .contains("account --year 2024");
        }
    }

    @Test
    void aFileThatIsNoWorkbookIsAnErrorWhenNamedAndInformationInAFolder() throws Exception {
        Path text = java.nio.file.Files.writeString(folder.resolve("说明.txt"), "这不是工作簿");
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"))) {
            Bureau.Said named = bureau.run("import", text.toString(), "--json");
            assertThat(named.exitCode()).isEqualTo(2);
            assertThat(named.json().get("files").get(0).get("verdict").asString())
                    .isEqualTo("unrecognised");
            Bureau.Said inFolder = bureau.run("import", folder.toString(), "--json");
            assertThat(inFolder.exitCode()).isZero();
            assertThat(inFolder.json()
                            .get("files")
                            .get(0)
                            .get("findings")
                            .get(0)
                            .get("severity")
                            .asString())
                    .isEqualTo("info");
        }
    }

    @Test
    void aSecondRunBesideTheFirstIsRefusedAndToldWhoHoldsTheLock() throws Exception {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            bureau.run("runs");
            try (Connection holder = bureau.database().connect();
                    Statement statement = holder.createStatement()) {
                long pid = ProcessHandle.current().pid();
                statement.execute("set application_name = 'tanzhang nightly (pid " + pid + ")'");
                statement.execute("select pg_advisory_lock(" + 0x74616e7a68616e67L + ")");
                Bureau.Said refused = bureau.run("account", "--year", "2024");
                assertThat(refused.exitCode()).isEqualTo(4);
                assertThat(refused.err()).contains("tanzhang nightly (pid " + pid + ")");
            }
        }
    }

    @Test
    void runsAndFactorSetsAreListedAsTheContractSays() throws Exception {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            assertThat(bureau.run("runs", "--json").json().get("runs")).isEmpty();
            int standard = 0;
            for (var set : bureau.run("factors", "list", "--json").json().get("sets")) {
                assertThat(set.get("digest").asString()).hasSize(64);
                boolean isDefault = set.get("default").asBoolean();
                assertThat(isDefault).isEqualTo(set.get("id").asString().equals("cn-hunan-2025"));
                standard += isDefault ? 1 : 0;
            }
            assertThat(standard).isEqualTo(1);
        }
    }

    @Test
    void theLedgerCanBeExportedWithItsCellsAndFactors() throws Exception {
        try (Bureau bureau = Bureau.on(DatabaseServers.EMBEDDED, folder)) {
            bureau.run("import", Bureau.SAMPLES.resolve("inbox/2024").toString());
            bureau.run("account", "--year", "2024");
            Ledger ledger = bureau.ledger(2024, "--with-sources");
            var coal = ledger.byKey().get("430112/44/bituminous-coal/power/bottom_up");
            assertThat(coal.getField("sources"))
                    .contains("企业_430112_047", "!205-2!")
                    .contains("!205-1!M");
            assertThat(List.of(coal.getField("factors").split(";")))
                    .contains("stated-ncv", "cc-bituminous-coal", "of-bituminous-coal");
        }
    }
}
