package org.tanzhang.samples.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples, their list and their README are what the generator draws. */
@DisplayName("The broken samples")
class BrokenSamplesDrawnTests {

    private static final Path SAMPLES = Path.of("samples", "broken");

    /** Salted at random; cut off by bytes, which the packing decides. */
    private static final Set<String> LEFT_OUT = Set.of("1-文件/加密.xlsx", "1-文件/截断.xlsx");

    @Test
    @DisplayName("are drawn again with the same content")
    void drawnAgain(@TempDir Path folder) throws IOException {
        BrokenSamples.write(folder);
        assertThat(contents(folder)).isEqualTo(contents(SAMPLES));
    }

    /** By path what the file holds; of packages their parts, as packing may differ from one Java to another. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                contents.put(path, LEFT_OUT.contains(path) ? "" : bytes[0] == 'P' ? parts(bytes) : sum(bytes));
            }
        }
        return contents;
    }

    private static String parts(byte[] zip) throws IOException {
        StringBuilder parts = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.append(entry.getName())
                        .append(' ')
                        .append(sum(in.readAllBytes()))
                        .append('\n');
            }
        }
        return parts.toString();
    }

    private static String sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + " " + HexFormat.of().toHexDigits(crc.getValue());
    }
}
