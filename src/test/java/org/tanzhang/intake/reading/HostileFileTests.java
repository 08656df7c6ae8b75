package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from outside are opened with distrust: whatever they hold, the answer is a finding and never an exception. */
@DisplayName("A file from outside")
class HostileFileTests {

    /** The same bytes at every run: a workbook carries the time of its writing, which would make the flips others. */
    private static byte[] card() throws IOException {
        Map<String, byte[]> parts = unzip(Sketch.card("原煤", "汽油", "柴油", "天然气", "电力")
                .row(10, "原煤", "吨", "01", 100, 1000, 800, 900, 880, 30, 20, 5, 200, 0.7143, 0.7143)
                .set("G14", 5)
                .set("H14", 5)
                .bytes());
        parts.remove("docProps/core.xml");
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry part = new ZipEntry(entry.getKey());
                part.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
                zip.putNextEntry(part);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("of no bytes is empty")
    void noBytes() {
        assertThat(Reading.of(new byte[0]).findings()).containsExactly("R-FILE-02 error file []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "PK", "统计报表", "<html><p>原煤</p></html>", "%PDF-1.7\n"})
    @DisplayName("that is text or something else is no workbook, whatever its name")
    void noWorkbook(String content) {
        Reading reading = Reading.of(text(content));
        assertThat(reading.findings()).containsExactly("R-FILE-01 error file []");
        assertThat(reading.workbook().recognised()).isFalse();
    }

    @Test
    @DisplayName("with sheets and nothing on them is empty")
    void emptySheets() {
        assertThat(Reading.of(Sketch.xlsxSheet("Sheet1")).findings()).containsExactly("R-FILE-02 error file []");
        assertThat(Reading.of(Sketch.xlsSheet("Sheet1").set("A1", "   ")).findings())
                .containsExactly("R-FILE-02 error file []");
    }

    @Test
    @DisplayName("that is a .zip or a .docx is no workbook")
    void otherPackages() throws IOException {
        byte[] docx = zip(Map.of("[Content_Types].xml", text("<Types/>"), "word/document.xml", text("<w/>")));
        assertThat(Reading.of(docx).findings()).containsExactly("R-FILE-01 error file []");
        byte[] plain = zip(Map.of("报表/一.txt", text("原煤")));
        assertThat(Reading.of(plain).errors()).singleElement().asString().startsWith("R-FILE-0");
        assertThat(Reading.of(plain).workbook().recognised()).isFalse();
    }

    @Test
    @DisplayName("that is a .zip with file names in GBK, as Windows packs them, is no workbook")
    void packageWithNamesInGbk() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("芙蓉区能源平衡表.xls"));
            zip.write(text("原煤"));
            zip.closeEntry();
        }
        assertThat(Reading.of(out.toByteArray()).errors())
                .singleElement()
                .asString()
                .startsWith("R-FILE-0");
    }

    @Test
    @DisplayName("that is an OLE2 container of something else is no workbook")
    void otherContainer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(text("word")), "WordDocument");
            container.writeFilesystem(out);
        }
        assertThat(Reading.of(out.toByteArray()).findings()).containsExactly("R-FILE-01 error file []");
    }

    @Test
    @DisplayName("with a password is said to be protected, .xlsx and .xls")
    void protectedFiles() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("tanzhang");
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                encrypted.write(card());
            }
            container.writeFilesystem(out);
        }
        assertThat(Reading.of(out.toByteArray()).findings()).containsExactly("R-FILE-03 error file []");

        Sketch xls = Sketch.xlsSheet("205-1").drawCard("汽油", "煤油", "原油");
        Biff8EncryptionKey.setCurrentUserPassword("tanzhang");
        byte[] bytes;
        try {
            bytes = xls.bytes();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(Reading.of(bytes).findings()).containsExactly("R-FILE-03 error file []");
    }

    @ParameterizedTest(name = "the first {0} %")
    @ValueSource(ints = {1, 10, 30, 60, 90, 99})
    @DisplayName("that was cut off is damaged, .xlsx and .xls")
    void truncated(int percent) throws IOException {
        byte[] xlsx = card();
        byte[] xls = Sketch.xlsSheet("205-1")
                .drawCard("汽油", "煤油", "原油")
                .set("G10", 3)
                .set("H10", 3)
                .bytes();
        for (byte[] whole : new byte[][] {xlsx, xls}) {
            Reading reading = Reading.of(Arrays.copyOf(whole, whole.length * percent / 100));
            boolean soundAnyway = reading.workbook().recognised() && whole == xls;
            assertThat(soundAnyway || reading.findings().get(0).startsWith("R-FILE-0"))
                    .as(reading.findings().toString())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("that lacks a part which its workbook names is damaged")
    void missingPart() throws IOException {
        Map<String, byte[]> parts = unzip(card());
        parts.remove("xl/worksheets/sheet1.xml");
        assertThat(Reading.of(zip(parts)).errors()).singleElement().asString().startsWith("R-FILE-04 error file [");
    }

    @Test
    @DisplayName("that unpacks to more than a gigabyte is refused without being read")
    void zipBomb() throws IOException {
        byte[] block = new byte[32 << 20];
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(block);
        deflater.finish();
        byte[] packed = new byte[1 << 20];
        int size = deflater.deflate(packed);
        deflater.end();
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(block);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            Map<String, byte[]> parts = unzip(card());
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(part.getKey());
                zip.putArchiveEntry(entry);
                zip.write(part.getValue());
                zip.closeArchiveEntry();
            }
            for (int i = 0; i < 33; i++) {
                ZipArchiveEntry entry = new ZipArchiveEntry("xl/media/image" + i + ".png");
                entry.setMethod(ZipEntry.DEFLATED);
                entry.setSize(block.length);
                entry.setCompressedSize(size);
                entry.setCrc(crc.getValue());
                zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed, 0, size));
            }
        }
        assertThat(out.size()).as("a file of a few megabytes").isLessThan(8 << 20);
        assertThat(Reading.of(out.toByteArray()).errors())
                .singleElement()
                .asString()
                .startsWith("R-FILE-05 error file [");
    }

    @Test
    @DisplayName("with an entity that expands without end does not expand")
    void billionLaughs() throws IOException {
        Map<String, byte[]> parts = unzip(card());
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
                <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
                <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
                <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&i;&x;</t></si></sst>""";
        parts.put("xl/sharedStrings.xml", text(laughs));
        Reading reading = Reading.of(zip(parts));
        assertThat(reading.findings()).isNotEmpty().noneMatch(f -> f.contains("root:") || f.contains("hahaha"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("with flipped bytes is read or refused, and never more than that")
    void flippedBytes(long seed) throws IOException {
        byte[] sound = card();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            assertReadOrRefused(flipped(sound, random), "seed " + seed + ", round " + round);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("with flipped bytes inside its parts is read or refused, and never more than that")
    void flippedBytesInsideParts(long seed) throws IOException {
        Map<String, byte[]> sound = unzip(card());
        Random random = new Random(seed);
        String[] names =
                sound.keySet().stream().filter(n -> n.startsWith("xl/")).toArray(String[]::new);
        for (int round = 0; round < 60; round++) {
            Map<String, byte[]> parts = new LinkedHashMap<>(sound);
            String name = names[random.nextInt(names.length)];
            parts.put(name, flipped(parts.getOrDefault(name, new byte[0]), random));
            assertReadOrRefused(zip(parts), "seed " + seed + ", round " + round + ", " + name);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("of the older format with flipped bytes is read or refused, and never more than that")
    void flippedBytesOfXls(long seed) {
        byte[] sound = Sketch.xlsSheet("205-1")
                .drawCard("汽油", "煤油", "原油")
                .set("G10", 3)
                .set("H10", 3)
                .bytes();
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            assertReadOrRefused(flipped(sound, random), "seed " + seed + ", round " + round);
        }
    }

    private static byte[] flipped(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int flips = 1 + random.nextInt(8);
        for (int i = 0; i < flips && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void assertReadOrRefused(byte[] bytes, String which) {
        Reading reading = Reading.of(bytes);
        assertThat(reading.workbook().recognised() || !reading.findings().isEmpty())
                .as(which)
                .isTrue();
    }
}
