package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

class MarkApartTests {

    private static final CellAddress FAULTY = new CellAddress("表", 1, 1);

    private static final Answer ANSWER = new Answer(
            List.of(
                    new ReturnedFinding(7, Finding.at(FAULTY, "R-205-1-01", Severity.ERROR, "3", "3", "2", "1"), "已核实"),
                    new ReturnedFinding(8, Finding.file("R-UNIT-CODE-01", Severity.WARNING), "")),
            List.of("改动 1 个单元格"));

    @TempDir
    Path folder;

    /** A budget under which everything is large. */
    private static MarkingBudget budget(Duration time) {
        DataSize nothing = DataSize.ofBytes(1);
        return new MarkingBudget(
                new ReadingBudget(
                        DataSize.ofMegabytes(200),
                        DataSize.ofGigabytes(2),
                        100,
                        Duration.ofSeconds(60),
                        DataSize.ofMegabytes(256),
                        new ReadingBudget.Apart(nothing, nothing, nothing, nothing)),
                time);
    }

    private static byte[] workbook() throws IOException {
        try (Workbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet(FAULTY.sheet());
            sheet.createRow(FAULTY.row()).createCell(FAULTY.column()).setCellValue(3);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aLargeWorkbookIsMarkedInAJvmOfItsOwnJustAsASmallOneIs() throws Exception {
        Path copy = MarkApart.write(workbook(), ANSWER, "zh", folder.resolve("表.xls"), budget(Duration.ofSeconds(60)));
        try (Workbook book = WorkbookFactory.create(copy.toFile())) {
            assertThat(book.getSheet("表")
                            .getCellComment(new org.apache.poi.ss.util.CellAddress(1, 1))
                            .getString()
                            .getString())
                    .isEqualTo("[错误 R-205-1-01] 合计（4）3 不等于工业（5）与非工业（7）之和 2，差 1。请核对（5）、（7）是否漏填，或改正合计。（已受理：已核实）");
            assertThat(book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("改动 1 个单元格");
            assertThat(book.getSheetAt(0).getRow(4).getCell(1).getStringCellValue())
                    .isEqualTo("R-UNIT-CODE-01");
            assertThat(book.getSheetAt(0).getRow(5).getCell(7).getStringCellValue())
                    .isEqualTo("已核实");
        }
    }

    @Test
    void aWorkbookThatTakesTooLongIsAnsweredByTheListAlone() throws Exception {
        Path copy = MarkApart.write(workbook(), ANSWER, "zh", folder.resolve("表.xls"), budget(Duration.ZERO));
        assertThat(copy.getFileName()).hasToString("表.xls.xlsx");
        try (Workbook book = WorkbookFactory.create(copy.toFile());
                Stream<Path> files = Files.list(folder)) {
            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(book.getSheetAt(0).getRow(5).getCell(1).getStringCellValue())
                    .isEqualTo("R-205-1-01");
            assertThat(files).containsExactly(copy);
        }
    }

    /** The sizes that the program is delivered with, and another heap. */
    private static MarkingBudget usual(int heap, Duration time) {
        ReadingBudget sizes = ReadingBudget.DEFAULT;
        return new MarkingBudget(
                new ReadingBudget(
                        sizes.fileSize(),
                        sizes.inflatedSize(),
                        sizes.ratio(),
                        sizes.time(),
                        DataSize.ofMegabytes(heap),
                        sizes.apart()),
                time);
    }

    /** An .xlsx of rows of eight figures. */
    private static byte[] export(int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            try (Workbook small = new XSSFWorkbook()) {
                small.createSheet(FAULTY.sheet()).createRow(0).createCell(0).setCellValue("x");
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                small.write(out);
                ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
                for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                        rows(rows, zip);
                    } else {
                        parts.transferTo(zip);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void rows(int rows, OutputStream zip) throws IOException {
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 1; r <= rows; r++) {
            out.write("<row r=\"" + r + "\" spans=\"1:8\" ht=\"14.25\" customHeight=\"1\">");
            for (char column = 'A'; column <= 'H'; column++) {
                out.write("<c r=\"" + column + r + "\" s=\"0\" t=\"n\"><v>1234.5678901234</v></c>");
            }
            out.write("</row>");
        }
        out.write("</sheetData></worksheet>");
        out.flush();
    }

    private static long unpacked(byte[] workbook) throws IOException {
        long size = 0;
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (parts.getNextEntry() != null) {
                size += parts.transferTo(OutputStream.nullOutputStream());
            }
        }
        return size;
    }

    private static Answer answer(CellAddress faulty) {
        return new Answer(
                List.of(new ReturnedFinding(
                        7, Finding.at(faulty, "R-205-1-01", Severity.ERROR, "3", "3", "2", "1"), "")),
                List.of());
    }

    private void assertListAlone(Path copy, String rule) throws IOException {
        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true);
                Stream<Path> files = Files.list(folder)) {
            assertThat(book.getNumberOfSheets()).isOne();
            List<String> rules = new ArrayList<>();
            book.getSheetAt(0)
                    .forEach(row -> rules.add(
                            row.getCell(1) == null ? "" : row.getCell(1).toString()));
            assertThat(rules).contains(rule);
            assertThat(files).containsExactly(copy);
        }
    }

    @Test
    void anExportOfSomeMegabytesThatUnpacksToManyTimesThatIsMarkedWithinTheHeapOfOneWorkbook() throws Exception {
        int rows = 420_000;
        byte[] export = export(rows);
        assertThat(export.length).isBetween(2 << 20, 8 << 20);
        assertThat(unpacked(export)).isGreaterThan(128L << 20);
        assertThat(new WorkbookReader(ReadingBudget.DEFAULT).isReadApart(export))
                .isTrue();
        Path copy = MarkApart.write(
                export,
                answer(new CellAddress(FAULTY.sheet(), rows - 1, 2)),
                "zh",
                folder.resolve("表.xlsx"),
                MarkingBudget.DEFAULT);
        try (ZipFile parts = new ZipFile(copy.toFile())) {
            String comments = new String(
                    parts.getInputStream(parts.getEntry("xl/findings0comments.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(comments).contains("ref=\"C" + rows + "\"", "[错误 R-205-1-01] 合计（4）3 不等于");
            String last = "";
            try (BufferedReader sheet = new BufferedReader(new InputStreamReader(
                    parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml")), StandardCharsets.UTF_8))) {
                char[] piece = new char[1 << 16];
                for (int n = sheet.read(piece); n >= 0; n = sheet.read(piece)) {
                    last = (last + new String(piece, 0, n));
                    last = last.substring(Math.max(0, last.length() - 1000));
                }
            }
            assertThat(last)
                    .containsPattern("<c r=\"C" + rows + "\" s=\"[1-9]\\d*\" t=\"n\"><v>1234.5678901234</v></c>")
                    .contains("<c r=\"D" + rows + "\" s=\"0\" t=\"n\">");
        }
    }

    /** One finding about each cell of some columns, in the order of the cells, each fourth a warning. */
    private static Findings everywhere(int rows, int columns) {
        return new Findings() {
            @Override
            public int count() {
                return rows * columns;
            }

            @Override
            public Iterator<ReturnedFinding> iterator() {
                return IntStream.range(0, count())
                        .mapToObj(i -> new ReturnedFinding(
                                i + 1,
                                Finding.at(
                                        new CellAddress(FAULTY.sheet(), i / columns, i % columns),
                                        "R-205-1-01",
                                        i % 4 == 0 ? Severity.WARNING : Severity.ERROR,
                                        "1234.5678901234",
                                        "其" + i,
                                        "2",
                                        "1"),
                                ""))
                        .iterator();
            }
        };
    }

    @Test
    void aWorkbookThatIsFaultyInEveryCellIsColouredAndSpeaksInEveryCellWithinAFractionOfTheHeap() throws Exception {
        int rows = 20_000;
        Answer answer = new Answer(everywhere(rows, 8), List.of());
        Path copy =
                MarkApart.write(export(rows), answer, "zh", folder.resolve("表.xlsx"), usual(72, Duration.ofMinutes(5)));
        try (ZipFile parts = new ZipFile(copy.toFile())) {
            assertThat(count(parts, "xl/worksheets/sheet1.xml", "<c [^>]*?s=\"(?!0\")\\d+\""))
                    .isEqualTo(8 * rows);
            assertThat(count(parts, "xl/findings0comments.xml", "<comment ref")).isEqualTo(8 * rows);
            assertThat(count(parts, "xl/findings0comments.xml", "\\[警告")).isEqualTo(2 * rows);
            assertThat(count(parts, "xl/drawings/findings0.vml", "<v:shape ")).isEqualTo(8 * rows);
            String comments = text(parts, "xl/findings0comments.xml");
            assertThat(Pattern.compile("ref=\"([A-H])(\\d+)\".*?其(\\d+) ")
                            .matcher(comments)
                            .results()
                            .filter(m -> (Integer.parseInt(m.group(2)) - 1) * 8
                                            + m.group(1).charAt(0)
                                            - 'A'
                                    == Integer.parseInt(m.group(3))))
                    .hasSize(8 * rows);
            int listed = 0;
            for (ZipEntry part : Collections.list(parts.entries())) {
                listed += part.getName().startsWith("xl/worksheets/findings")
                        ? count(parts, part.getName(), "<hyperlink ")
                        : 0;
            }
            assertThat(listed).isEqualTo(8 * rows);
        }
    }

    @Test
    void anXlsThatIsTooLargeForTheMemoryIsMarkedAsItsTextWasRead() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet(FAULTY.sheet());
            for (int r = 0; r < 30_000; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < 8; c++) {
                    row.createCell(c).setCellValue(r + c / 8.0);
                }
            }
            book.write(bytes);
        }
        Path copy = MarkApart.write(
                bytes.toByteArray(), answer(FAULTY), "zh", folder.resolve("表.xls"), usual(48, Duration.ofMinutes(5)));
        assertThat(copy.getFileName()).hasToString("表.xls.xlsx");
        try (ZipFile parts = new ZipFile(copy.toFile())) {
            assertThat(count(parts, "xl/worksheets/sheet1.xml", "<c r=\"B2\" s=\"[1-9]\\d*\"><v>1.125</v>"))
                    .isOne();
            assertThat(count(parts, "xl/findings0comments.xml", "ref=\"B2\"")).isOne();
        }
    }

    private static int count(ZipFile parts, String part, String pattern) throws IOException {
        return (int)
                Pattern.compile(pattern).matcher(text(parts, part)).results().count();
    }

    private static String text(ZipFile parts, String part) throws IOException {
        return new String(parts.getInputStream(parts.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSmallPackageThatUnpacksToMuchIsMarkedInTheJvmOfItsOwnWhoseHeapIsTheBudgets() throws Exception {
        byte[] export = export(105_000);
        assertThat(export.length).isLessThan(2 << 20);
        // no JVM of this program starts in two megabytes, so the copy shows where it was to be written
        Path copy = MarkApart.write(
                export, answer(FAULTY), "zh", folder.resolve("表.xlsx"), usual(2, Duration.ofSeconds(60)));
        assertListAlone(copy, "R-205-1-01");
        assertThat(new WorkbookReader(ReadingBudget.DEFAULT).isReadApart(export(1000)))
                .isFalse();
    }

    @Test
    void anXlsThatOpensWithoutAPasswordThoughItIsEncryptedIsMarkedInAJvmOfItsOwn() throws Exception {
        byte[] encrypted;
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
        try (Workbook book = new HSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            encrypted = out.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(new WorkbookReader(ReadingBudget.DEFAULT).isReadApart(encrypted))
                .isTrue();
        assertThat(new WorkbookReader(ReadingBudget.DEFAULT).isReadApart(workbook()))
                .isFalse();
        Path copy = MarkApart.write(encrypted, ANSWER, "zh", folder.resolve("表.xls"), usual(2, Duration.ofSeconds(60)));
        assertListAlone(copy, "R-205-1-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx", "csv"})
    void aSmallWorkbookWhoseTimeIsOverIsAnsweredByTheListAloneToo(String kind) throws Exception {
        byte[] small = switch (kind) {
            case "xls" -> workbook();
            case "xlsx" -> export(3);
            default -> "甲,乙\r\n1,2\r\n3,4\r\n".getBytes(StandardCharsets.UTF_8);
        };
        Path copy = MarkApart.write(small, ANSWER, "zh", folder.resolve("表." + kind), usual(256, Duration.ZERO));
        assertListAlone(copy, "R-205-1-01");
    }

    @Test
    void aPackageThatReadingWouldRefuseIsNotUnpackedToBeMarked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb);
                ZipInputStream sound = new ZipInputStream(new ByteArrayInputStream(export(3)))) {
            for (ZipEntry part = sound.getNextEntry(); part != null; part = sound.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                sound.transferTo(zip);
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    zip.write(" ".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        Path copy = MarkApart.write(
                bomb.toByteArray(), answer(FAULTY), "zh", folder.resolve("表.xlsx"), MarkingBudget.DEFAULT);
        assertListAlone(copy, "R-205-1-01");
    }
}
