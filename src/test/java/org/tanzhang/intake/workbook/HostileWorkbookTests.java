package org.tanzhang.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Workbooks made to exhaust or to deceive. Each is drawn small and unfolds when it is read. */
@DisplayName("A hostile workbook")
class HostileWorkbookTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", Zips.text("<Types/>"));
        parts.put("_rels/.rels", Zips.text(relations("officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                Zips.text("<workbook " + MAIN + " xmlns:r=\"r\"><sheets>"
                        + "<sheet name=\"205-1\" sheetId=\"1\" r:id=\"rId0\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                Zips.text(relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "sharedStrings",
                        "sharedStrings.xml",
                        "styles",
                        "styles.xml")));
        parts.put(
                "xl/styles.xml",
                Zips.text("<styleSheet " + MAIN + "><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>"));
        parts.put("xl/sharedStrings.xml", Zips.text("<sst " + MAIN + "><si><t>原煤</t></si></sst>"));
        parts.put(SHEET, sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>900</v></c></row>"));
        return parts;
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder text = new StringBuilder("<Relationships>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            text.append("<Relationship Id=\"rId" + i + "\" Type=\"http://example/" + typesAndTargets[i] + "\" Target=\""
                    + typesAndTargets[i + 1] + "\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    private static byte[] sheet(String rows) {
        return Zips.text("<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static byte[] workbook(String part, byte[] content) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(part, content);
        return Zips.zip(parts);
    }

    private static ReadingBudget budget(DataSize inflated, Duration time, DataSize heap, long apartFrom) {
        DataSize apart = DataSize.ofBytes(apartFrom);
        return new ReadingBudget(
                DataSize.ofMegabytes(10),
                inflated,
                100,
                time,
                heap,
                new ReadingBudget.Apart(apart, apart, apart, apart));
    }

    private static ReadingBudget apart(DataSize heap) {
        return budget(DataSize.ofMegabytes(200), Duration.ofSeconds(60), heap, 0);
    }

    private static byte[] spaces(int megabytes) {
        byte[] spaces = new byte[megabytes << 20];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    @Test
    @DisplayName("sound at first, holds two cells")
    void soundAtFirst() throws Exception {
        assertThat(Cells.of(Zips.zip(parts()))).containsExactly("205-1!A1 TEXT 原煤", "205-1!B1 NUMBER 900");
    }

    @Test
    @DisplayName("whose part unpacks a thousandfold is refused, also where its directory lies about the size")
    void packedTooTight() throws IOException {
        byte[] bomb = workbook(SHEET, spaces(20));
        assertThat(bomb.length).isLessThan(1 << 16);
        assertThat(Cells.refusal(bomb)).isEqualTo("R-FILE-05 [100:1]");
        ByteBuffer lying = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bomb.length - 4; i++) {
            if (lying.getInt(i) == 20 << 20) {
                lying.putInt(i, 500);
            }
        }
        assertThat(Cells.refusal(bomb)).startsWith("R-FILE-0").isNotEqualTo("2 cells");
    }

    @Test
    @DisplayName("whose parts together unpack beyond the limit is refused, media that nobody reads included")
    void unpacksBeyondTheLimit() throws IOException {
        Map<String, byte[]> parts = parts();
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            byte[] image = new byte[200_000];
            random.nextBytes(image);
            parts.put("xl/media/image" + i + ".png", image);
        }
        byte[] bytes = Zips.zip(parts);
        assertThat(Cells.refusal(bytes)).isEqualTo("2 cells");
        ReadingBudget small =
                budget(DataSize.ofMegabytes(1), Duration.ofSeconds(60), DataSize.ofMegabytes(64), 1 << 30);
        assertThat(Cells.refusal(bytes, small)).isEqualTo("R-FILE-05 [1 MB]");
    }

    @Test
    @DisplayName("is read however many comments a copy that was handed back has, in a JVM of its own")
    void commentsAreNotRead() throws IOException, UnreadableWorkbookException {
        Map<String, byte[]> parts = parts();
        byte[] comments = new byte[20 << 20];
        Random random = new Random(7);
        for (int i = 0; i < comments.length; i += 50) {
            comments[i] = (byte) random.nextInt();
        }
        parts.put("xl/media/image1.png", comments);
        parts.put("xl/findings0comments.xml", comments);
        parts.put("xl/drawings/findings0.vml", comments);
        byte[] bytes = Zips.zip(parts);
        ReadingBudget small =
                budget(DataSize.ofMegabytes(45), Duration.ofSeconds(60), DataSize.ofMegabytes(64), 1 << 30);
        assertThat(Cells.refusal(bytes, small)).isEqualTo("2 cells");
        ReadingBudget smaller =
                budget(DataSize.ofMegabytes(35), Duration.ofSeconds(60), DataSize.ofMegabytes(64), 1 << 30);
        assertThat(Cells.refusal(bytes, smaller)).isEqualTo("R-FILE-05 [35 MB]");
        assertThat(bytes.length).isLessThan(8 << 20);
        assertThat(new WorkbookReader(ReadingBudget.DEFAULT).isReadApart(bytes)).isTrue();
    }

    @Test
    @DisplayName("whose comments are said to be longer than can be counted is refused")
    void declaredBeyondCounting() throws IOException {
        int size = 12_345;
        CRC32 crc = new CRC32();
        crc.update(new byte[size]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.Always);
            Map<String, byte[]> parts = parts();
            parts.put("xl/a.vml", new byte[size]);
            parts.put("xl/b.vml", new byte[size]);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(part.getKey());
                if (part.getValue().length == size) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(size);
                    entry.setCrc(crc.getValue());
                }
                zip.putArchiveEntry(entry);
                zip.write(part.getValue());
                zip.closeArchiveEntry();
            }
        }
        byte[] bytes = out.toByteArray();
        assertThat(Cells.refusal(bytes)).isEqualTo("2 cells");
        ByteBuffer lying = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length - 8; i++) {
            if (lying.getLong(i) == size) {
                lying.putLong(i, Long.MAX_VALUE - 7);
            }
        }
        assertThat(Cells.refusal(bytes)).isEqualTo("R-FILE-05 [2 GB]");
    }

    @Test
    @DisplayName("larger than the largest file is refused unread")
    void tooLargeAFile() {
        ReadingBudget small =
                budget(DataSize.ofMegabytes(1), Duration.ofSeconds(60), DataSize.ofMegabytes(64), 1 << 30);
        assertThat(Cells.refusal(new byte[11 << 20], small)).isEqualTo("R-FILE-05 [10 MB]");
    }

    @Test
    @DisplayName("inside a workbook, as an embedded package, is never opened")
    void nested() throws IOException {
        byte[] inner = workbook(SHEET, spaces(20));
        assertThat(Cells.refusal(workbook("xl/embeddings/oleObject1.bin", inner)))
                .isEqualTo("2 cells");
    }

    @Test
    @DisplayName("of very many parts is refused before they are listed")
    void manyParts() throws IOException {
        Map<String, byte[]> parts = parts();
        for (int i = 0; i < 20_001; i++) {
            parts.put("x" + i, new byte[0]);
        }
        assertThat(Cells.refusal(Zips.zip(parts))).isEqualTo("R-FILE-05 [20000 ZIP]");
    }

    @Test
    @DisplayName("whose parts all unfold from the same bytes is refused by what they declare together")
    void overlappingParts() throws IOException {
        Map<String, byte[]> parts = parts();
        byte[] text = new byte[1 << 20];
        new Random(3).nextBytes(text);
        parts.put("zz", text);
        byte[] bytes = Zips.zip(parts);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        int directory = in.getInt(end + 16);
        int last = end - 46 - 2;
        byte[] entry = Arrays.copyOfRange(bytes, last, end);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        for (int i = 0; i < 3000; i++) {
            byte[] copy = entry.clone();
            copy[46] = (byte) ('a' + i % 26);
            out.write(copy);
        }
        ByteBuffer tail =
                ByteBuffer.wrap(Arrays.copyOfRange(bytes, end, bytes.length)).order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(8, (short) (parts.size() + 3000)).putShort(10, (short) (parts.size() + 3000));
        tail.putInt(12, out.size() - directory);
        out.write(tail.array());
        assertThat(Cells.refusal(out.toByteArray())).isEqualTo("R-FILE-05 [2 GB]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHEET,
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                "xl/styles.xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels"
            })
    @DisplayName("with a document type in any part is refused where it begins: no entity expands, none is fetched")
    void documentTypes(String part) throws IOException {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"" + "哈".repeat(100) + "\"><!ENTITY b \""
                + "&a;".repeat(100) + "\"><!ENTITY c \"" + "&b;".repeat(100) + "\"><!ENTITY d \"" + "&c;".repeat(100)
                + "\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String content = new String(parts().get(part), StandardCharsets.UTF_8);
        assertThat(Cells.refusal(workbook(part, Zips.text(laughs + content)))).isEqualTo("R-FILE-09 [DTD]");
        String external = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + content.replace("原煤", "&x;");
        assertThat(Cells.refusal(workbook(part, Zips.text(external)))).isEqualTo("R-FILE-09 [DTD]");
    }

    @Test
    @DisplayName("with XML nested without end is refused")
    void deepXml() throws IOException {
        assertThat(Cells.refusal(workbook(SHEET, sheet("<a>".repeat(20_000))))).isEqualTo("R-FILE-09 [XML > 100]");
    }

    @Test
    @DisplayName("that declares billions of cells holds those that are there")
    void declaredDimension() throws IOException {
        String content = new String(parts().get(SHEET), StandardCharsets.UTF_8)
                .replace(
                        "<sheetData>",
                        "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"2000000000\" "
                                + "hidden=\"1\"/></cols><sheetData>")
                .replace("<row r=\"1\">", "<row r=\"1\" spans=\"1:2000000000\">");
        assertThat(Cells.refusal(workbook(SHEET, Zips.text(content)))).isEqualTo("2 cells");
    }

    @ParameterizedTest
    @CsvSource({
        "1, XFE1",
        "1, AAAAAAAAAAAAAAAA1",
        "1, 1",
        "1048577, A1048577",
        "4294967297, A1",
        "99999999999999999999, A1"
    })
    @DisplayName("with a cell beyond the last row or column is damaged")
    void cellsBeyondTheSheet(String row, String cell) throws IOException {
        byte[] bytes = workbook(SHEET, sheet("<row r=\"" + row + "\"><c r=\"" + cell + "\"><v>1</v></c></row>"));
        assertThat(Cells.refusal(bytes)).startsWith("R-FILE-04 [");
    }

    @Test
    @DisplayName("with a million empty rows and with repeated cells holds the last of each")
    void repeatedCells() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            rows.append("<row r=\"").append(i).append("\"/>");
        }
        for (int i = 0; i < 1000; i++) {
            rows.append("<row r=\"1\"><c r=\"A1\"><v>").append(i).append("</v></c></row>");
        }
        assertThat(Cells.of(workbook(SHEET, sheet(rows.toString())))).containsExactly("205-1!A1 NUMBER 999");
    }

    @Test
    @DisplayName("with shared formulas in a circle gives the stored values and calculates nothing")
    void cyclicFormulas() throws Exception {
        byte[] bytes = workbook(
                SHEET,
                sheet("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:B1\" si=\"0\">B1+A1</f><v>1</v></c>"
                        + "<c r=\"B1\"><f t=\"shared\" si=\"0\"/><v>2</v></c>"
                        + "<c r=\"C1\"><f t=\"array\" ref=\"A1:XFD1048576\">SUM(C1)</f><v>3</v></c>"
                        + "<c r=\"D1\"><f>WEBSERVICE(\"http://127.0.0.1:9\")</f></c></row>"));
        assertThat(Cells.of(bytes))
                .containsExactly(
                        "205-1!A1 NUMBER 1",
                        "205-1!B1 NUMBER 2",
                        "205-1!C1 NUMBER 3",
                        "205-1!D1 UNCALCULATED =WEBSERVICE(\"http://127.0.0.1:9\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "xl/../../x", "C:\\Windows\\x", "..\\x", "xl/a\0b.xml"})
    @DisplayName("with parts that point out of the package is refused, and nothing is written anywhere")
    void pathTricks(String name) throws IOException {
        assertThat(Cells.refusal(workbook(name, new byte[3]))).startsWith("R-FILE-09 [");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "http://127.0.0.1:9/sheet.xml", "../../../../etc/passwd", "/etc/passwd"})
    @DisplayName("whose sheet lies elsewhere is damaged")
    void sheetsElsewhere(String target) throws IOException {
        String relations = relations("worksheet", target);
        assertThat(Cells.refusal(workbook("xl/_rels/workbook.xml.rels", Zips.text(relations))))
                .startsWith("R-FILE-04 [");
        String external = relations.replace("Target=", "TargetMode=\"External\" Target=");
        assertThat(Cells.refusal(workbook("xl/_rels/workbook.xml.rels", Zips.text(external))))
                .startsWith("R-FILE-04 [");
    }

    @Test
    @DisplayName("with macros or links is read, and both are said")
    void macrosAndLinks() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.put("xl/vbaProject.bin", new byte[100]);
        parts.put("xl/externalLinks/externalLink1.xml", Zips.text("<externalLink/>"));
        assertThat(Cells.notes(Zips.zip(parts))).containsExactly("R-FILE-10 []", "R-FILE-13 []");
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("205-1").createRow(0).createCell(0).setCellValue("原煤");
            book.write(out);
            try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(out.toByteArray()))) {
                container.createDocument(new ByteArrayInputStream(new byte[5000]), "_VBA_PROJECT_CUR");
                ByteArrayOutputStream macros = new ByteArrayOutputStream();
                container.writeFilesystem(macros);
                assertThat(Cells.notes(macros.toByteArray())).containsExactly("R-FILE-10 []");
            }
        }
    }

    @Test
    @DisplayName("packed with a password is said to be protected")
    void encryptedPackage() throws IOException {
        byte[] bytes = Zips.zip(parts());
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        assertThat(Cells.refusal(bytes)).isEqualTo("R-FILE-03 []");
    }

    @Test
    @DisplayName("with a flipped bit in a number is damaged and not another number")
    void flippedBit() throws IOException {
        Map<String, byte[]> parts = parts();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.setMethod(java.util.zip.ZipOutputStream.DEFLATED);
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        byte[] bytes = out.toByteArray();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<v>900</v>");
        bytes[at + 3] = '8';
        assertThat(Cells.refusal(bytes)).startsWith("R-FILE-04 [CRC32");
    }

    @Test
    @DisplayName("of the older format that declares more texts than it has bytes is damaged")
    void declaredTexts() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("205-1").createRow(0).createCell(0).setCellValue("原煤");
            book.write(out);
            byte[] bytes = out.toByteArray();
            ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 512; i < bytes.length - 12; i++) {
                // a table of texts that is counted once and holds one
                if (records.getShort(i) == 0x00FC && records.getInt(i + 4) == 1 && records.getInt(i + 8) == 1) {
                    records.putInt(i + 8, Integer.MAX_VALUE);
                }
            }
            assertThat(Cells.refusal(bytes)).startsWith("R-FILE-04 [SST 2147483647 > ");
        }
    }

    @Test
    @DisplayName("with a text longer than a cell can hold is damaged")
    void longTexts() throws IOException {
        String text = "煤".repeat(1 << 20);
        assertThat(Cells.refusal(
                        workbook("xl/sharedStrings.xml", Zips.text("<sst><si><t>" + text + "</t></si></sst>"))))
                .startsWith("R-FILE-0");
        assertThat(Cells.refusal(workbook(
                        SHEET, sheet("<row><c t=\"inlineStr\"><is><t>" + "煤".repeat(40_000) + "</t></is></c></row>"))))
                .isEqualTo("R-FILE-04 [A1: 40000 > 32767]");
        // a quote that is never closed
        assertThat(Cells.refusal(Zips.text("能源,数\n\"原煤,1\n" + "柴油,2\n".repeat(10_000))))
                .startsWith("R-FILE-04 [A2: ");
    }

    @Test
    @DisplayName("of text with a line of very many fields is damaged")
    void wideText() {
        assertThat(Cells.refusal(Zips.text("a,b\n" + "1,".repeat(200_000) + "\n")))
                .startsWith("R-FILE-04 [");
    }

    @Test
    @DisplayName("of HTML that spans billions, nests without end or runs scripts is read for what it shows")
    void html() throws Exception {
        assertThat(Cells.of(Zips.text(
                        "<table><tr><td rowspan=4000000000 colspan=99999999999999999999>原煤</td><td>1</td></tr>"
                                + "<tr><td onclick='x()'>2</td></tr></table><script>while(true);</script>")))
                .containsExactly("Sheet1!A1 TEXT 原煤", "Sheet1!ALM1 NUMBER 1", "Sheet1!ALM2 NUMBER 2");
        assertThat(Cells.refusal(Zips.text("<table>" + "<tr><td><table>".repeat(5000))))
                .isEqualTo("R-FILE-09 [HTML > 200]");
        assertThat(Cells.refusal(Zips.text("<b>".repeat(100_000) + "<table><tr><td>1</table>")))
                .startsWith("R-FILE-0");
        assertThat(Cells.refusal(Zips.text("<table><tr>" + "<td colspan=1000>1</td>".repeat(20))))
                .startsWith("R-FILE-04 [");
    }

    @Test
    @DisplayName("of XML Spreadsheet 2003 has the same bounds")
    void spreadsheetMl() {
        String head = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet Name=\"1\"><Table>";
        assertThat(Cells.refusal(Zips.text(head + "<Row Index=\"4000000000\"><Cell><Data>1</Data></Cell></Row>")))
                .startsWith("R-FILE-04 [");
        assertThat(Cells.refusal(Zips.text(head + "<Row><Cell MergeAcross=\"4000000000\"><Data>1</Data></Cell></Row>")))
                .startsWith("R-FILE-04 [");
        assertThat(Cells.refusal(Zips.text("<!DOCTYPE x [<!ENTITY a \"b\">]>" + head + "&a;")))
                .isEqualTo("R-FILE-09 [DTD]");
    }

    @ParameterizedTest(name = "apart: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("that takes longer than its time is given up, within the program and apart")
    void outOfTime(boolean apart) throws IOException {
        ReadingBudget none =
                budget(DataSize.ofMegabytes(10), Duration.ZERO, DataSize.ofMegabytes(64), apart ? 0 : 1 << 30);
        assertThat(Cells.refusal(Zips.zip(parts()), none)).isEqualTo("R-FILE-07 [0]");
        assertThat(Cells.refusal(Zips.text("a,b\n1,2\n"), none)).isEqualTo("R-FILE-07 [0]");
    }

    @Test
    @DisplayName("that is suspicious is read apart, which gives the same")
    void readApart() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.put("xl/vbaProject.bin", new byte[100]);
        String twoSheets = new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8)
                .replace(
                        "</sheets>",
                        "<sheet name=\"隐\" state=\"hidden\" r:id=\"rId0\"/>"
                                + "<sheet name=\"205-2\" r:id=\"rId0\"/></sheets>");
        parts.put("xl/workbook.xml", Zips.text(twoSheets));
        byte[] bytes = Zips.zip(parts);
        WorkbookReader inside = new WorkbookReader(ReadingBudget.DEFAULT);
        WorkbookReader apart = new WorkbookReader(apart(DataSize.ofMegabytes(64)));
        assertThat(Cells.of(apart.open(bytes)))
                .isEqualTo(Cells.of(inside.open(bytes)))
                .hasSize(4);
        assertThat(apart.open(bytes).notes())
                .isEqualTo(inside.open(bytes).notes())
                .hasSize(1);
        assertThat(apart.open(bytes).sheets().get(1).isHidden()).isTrue();
        assertThat(Cells.refusal(workbook(SHEET, Zips.text("<!DOCTYPE x>")), apart(DataSize.ofMegabytes(64))))
                .isEqualTo("R-FILE-09 [DTD]");
    }

    @Test
    @DisplayName("that needs more memory than a workbook may have ends the JVM that reads it, and nothing else")
    void outOfMemory() throws IOException {
        StringBuilder page = new StringBuilder("<table>");
        for (int i = 0; i < 60_000; i++) {
            page.append("<tr><td>").append(i).append("<td>a");
        }
        assertThat(Cells.refusal(Zips.text(page.toString()), apart(DataSize.ofMegabytes(12))))
                .isEqualTo("R-FILE-08 [12 MB]");
        StringBuilder texts = new StringBuilder("<sst>");
        for (int i = 0; i < 200_000; i++) {
            texts.append("<si><t>").append(i).append("</t></si>");
        }
        assertThat(Cells.refusal(
                        workbook("xl/sharedStrings.xml", Zips.text(texts + "</sst>")), apart(DataSize.ofMegabytes(12))))
                .isEqualTo("R-FILE-08 [12 MB]");
    }
}
