package org.tanzhang.samples.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What must be found: a line of {@code expected.csv}.
 *
 * @param file path below the folder of the samples
 * @param sheet empty where the finding is about the whole file
 * @param cell A1, empty where it is about the whole sheet or file
 * @param severity error, warning or info
 */
public record Seeded(String file, String sheet, String cell, String rule, String severity) {

    public static final String HEADER = "file,sheet,cell,rule,severity";

    /** The lines of an {@code expected.csv}; no field of it holds a comma. */
    public static List<Seeded> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(f -> new Seeded(f[0], f[1], f[2], f[3], f[4]))
                .toList();
    }

    public String line() {
        return String.join(",", file, sheet, cell, rule, severity);
    }
}
