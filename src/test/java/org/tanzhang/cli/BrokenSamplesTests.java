package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.samples.broken.Seeded;
import tools.jackson.databind.JsonNode;

/** The broken samples, imported as a bureau does, against what was put into them. */
@DisplayName("A broken sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenSamplesTests {

    private static final Path SAMPLES = Bureau.SAMPLES.resolve("broken");

    /** By file, {@code sheet!cell rule severity}. */
    private final Map<String, List<String>> found = new TreeMap<>();

    private Bureau bureau;

    /** The registers first, then what other samples are compared with, then all the others. */
    @BeforeAll
    void importStepByStep(@TempDir Path temporary) throws IOException {
        bureau = Bureau.on(DatabaseServers.EMBEDDED, temporary.resolve("home"));
        for (Map.Entry<Integer, List<Path>> step : steps().entrySet()) {
            Path inbox = temporary.resolve("call-" + step.getKey());
            for (Path file : step.getValue()) {
                Path to = inbox.resolve(SAMPLES.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
            collect(bureau.run("import", inbox.toString(), "--json"));
        }
    }

    /** In which call a file comes: registers first, then the folders 1, then what has no order and the folders 2. */
    private static Map<Integer, List<Path>> steps() throws IOException {
        Map<Integer, List<Path>> steps = new TreeMap<>();
        for (Path file : workbooks()) {
            String path = SAMPLES.relativize(file).toString();
            int step = path.startsWith("0-") ? 0 : path.contains("/1-") && path.startsWith("先后") ? 1 : 2;
            steps.computeIfAbsent(step, s -> new ArrayList<>()).add(file);
        }
        return steps;
    }

    private static List<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".md"))
                    .filter(f -> !f.endsWith("expected.csv"))
                    .sorted()
                    .toList();
        }
    }

    private void collect(Bureau.Said said) {
        for (JsonNode file : said.json().get("files")) {
            List<String> lines = new ArrayList<>();
            for (JsonNode finding : file.get("findings")) {
                lines.add(line(
                        finding.get("sheet").asString(""),
                        finding.get("cell").asString(""),
                        finding.get("rule").asString(),
                        finding.get("severity").asString()));
            }
            Collections.sort(lines);
            found.put(file.get("file").asString(), lines);
        }
    }

    private static String line(String sheet, String cell, String rule, String severity) {
        return sheet + "!" + cell + " " + rule + " " + severity;
    }

    private static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        for (Path file : workbooks()) {
            expected.put(SAMPLES.relativize(file).toString(), new ArrayList<>());
        }
        for (Seeded seeded : Seeded.read(SAMPLES.resolve("expected.csv"))) {
            expected.get(seeded.file()).add(line(seeded.sheet(), seeded.cell(), seeded.rule(), seeded.severity()));
        }
        expected.values().forEach(Collections::sort);
        return expected;
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    @Test
    @DisplayName("has every fault found that was put in, at exactly its cell, and nothing else")
    void everyFaultAndNothingElse() throws IOException {
        Map<String, List<String>> expected = expected();
        StringBuilder diff = new StringBuilder();
        expected.forEach((file, lines) -> {
            List<String> more = new ArrayList<>(found.getOrDefault(file, List.of("NOT IMPORTED")));
            List<String> less = new ArrayList<>(lines);
            lines.forEach(more::remove);
            found.getOrDefault(file, List.of()).forEach(less::remove);
            if (!more.isEmpty() || !less.isEmpty()) {
                diff.append(file).append("\n   unexpected ").append(more).append("\n   missing ").append(less).append('\n');
            }
        });
        assertThat(diff.toString()).isEmpty();
        assertThat(found).isEqualTo(expected);
    }
}
