package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in a file of settings is told with its place and what may stand there. */
class FaultySettingsTests {

    @TempDir
    Path folder;

    private Path jobs(String job, String line, String instead) throws IOException {
        for (String name : new String[] {"import", "account", "inventory", "nightly"}) {
            Path from = Bureau.ROOT.resolve("jobs").resolve(name).resolve("job.yml");
            if (Files.exists(from)) {
                Path to = folder.resolve("jobs").resolve(name).resolve("job.yml");
                Files.createDirectories(to.getParent());
                String text = Files.readString(from);
                if (name.equals(job)) {
                    assertThat(text).contains(line);
                    text = text.replace(line, instead);
                }
                Files.writeString(to, text);
            }
        }
        return folder.resolve("jobs").resolve(job).resolve("job.yml");
    }

    private String said(String... command) {
        try (Bureau bureau =
                Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home")).withJobsIn(folder)) {
            Bureau.Said said = bureau.run(command);
            assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
            return said.err();
        }
    }

    @Test
    void aWordThatIsNoChoice() throws Exception {
        Path file = jobs("import", "accept: statement", "accept: worksheet");
        assertThat(said("runs"))
                .contains("设置 tanzhang.accept 的值“worksheet”不能用（" + file + " 第 7 行），可填：statement、workbook");
        assertThat(said("runs", "--lang", "en"))
                .contains("setting tanzhang.accept cannot be \"worksheet\" (" + file
                        + ", line 7); it takes statement or workbook");
    }

    @ParameterizedTest
    @CsvSource({
        "threads: 2, threads: two, tanzhang.threads, two",
        "file-size: 200MB, file-size: 200 兆, tanzhang.budget.file-size, 200 兆",
        "marking-time: 300s, marking-time: 5 分钟, tanzhang.marking-time, 5 分钟"
    })
    void aValueThatIsNoneOfItsKind(String line, String instead, String setting, String value) throws Exception {
        Path file = jobs("import", line, instead);
        assertThat(said("runs"))
                .contains("设置 " + setting + " 的值“" + value + "”不能用（" + file + " 第 ")
                .contains("照原来的写法");
    }

    @Test
    void aFileThatIsNoYaml() throws Exception {
        Path file = jobs("account", "tanzhang:", "tanzhang: [");
        assertThat(said("runs")).contains("设置文件格式有错（" + file + " 第 ").contains("请检查该行及上一行的缩进、引号和括号");
    }
}
