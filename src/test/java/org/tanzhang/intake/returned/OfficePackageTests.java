package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.tanzhang.intake.workbook.ReadingBudget;

class OfficePackageTests {

    private static final int PART = 600_000;

    @TempDir
    Path folder;

    private static Allowance allowance(DataSize inflated, int ratio, Duration time) {
        ReadingBudget usual = ReadingBudget.DEFAULT;
        ReadingBudget sizes =
                new ReadingBudget(usual.fileSize(), inflated, ratio, usual.time(), usual.heap(), usual.apart());
        return Allowance.of(new MarkingBudget(sizes, time));
    }

    private static Allowance oneMegabyte() {
        return allowance(DataSize.ofMegabytes(1), 100, Duration.ofMinutes(1));
    }

    private static byte[] noise() {
        byte[] noise = new byte[PART];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return Files.write(folder.resolve("package.xlsx"), bytes.toByteArray());
    }

    private static int unpacked(OfficePackage parts, String part) throws IOException {
        try (InputStream in = parts.open(part)) {
            return in.readAllBytes().length;
        }
    }

    @Test
    void partsUnpackTogetherAsFarAsTheBudgetOfReadingGoes() throws IOException {
        try (OfficePackage parts = new OfficePackage(zip(Map.of("a", noise(), "b", noise())), oneMegabyte())) {
            assertThat(unpacked(parts, "a")).isEqualTo(PART);
            assertThatThrownBy(() -> unpacked(parts, "b")).hasMessage("a package that inflates without measure");
        }
    }

    @Test
    void aPartReadTwiceCountsOnce() throws IOException {
        try (OfficePackage parts = new OfficePackage(zip(Map.of("a", noise())), oneMegabyte())) {
            assertThat(unpacked(parts, "a")).isEqualTo(PART);
            assertThat(unpacked(parts, "a")).isEqualTo(PART);
        }
    }

    @Test
    void aPartPackedTighterThanTheBudgetAllowsIsNotUnpacked() throws IOException {
        Path file = zip(Map.of("a", new byte[4 << 20]));
        Duration minute = Duration.ofMinutes(1);
        try (OfficePackage parts = new OfficePackage(file, allowance(DataSize.ofMegabytes(10), 2000, minute))) {
            assertThat(unpacked(parts, "a")).isEqualTo(4 << 20);
        }
        try (OfficePackage parts = new OfficePackage(file, allowance(DataSize.ofMegabytes(10), 100, minute))) {
            assertThatThrownBy(() -> unpacked(parts, "a")).hasMessage("a package that inflates without measure");
        }
    }

    @Test
    void aPartLargerThanItsDirectorySaysIsNotUnpacked() throws IOException {
        Path file = zip(Map.of("a", noise()));
        ByteBuffer lying = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < lying.capacity() - 4; i++) {
            if (lying.getInt(i) == PART) {
                lying.putInt(i, 500);
            }
        }
        Files.write(file, lying.array());
        try (OfficePackage parts = new OfficePackage(file, oneMegabyte())) {
            assertThatThrownBy(() -> unpacked(parts, "a")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingIsUnpackedOnceTheTimeIsOver() throws IOException {
        Allowance over = allowance(DataSize.ofMegabytes(1), 100, Duration.ZERO);
        try (OfficePackage parts = new OfficePackage(zip(Map.of("a", noise())), over)) {
            assertThatThrownBy(() -> unpacked(parts, "a")).hasMessage("no time left to mark the workbook");
        }
    }
}
