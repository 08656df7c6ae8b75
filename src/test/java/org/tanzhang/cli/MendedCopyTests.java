package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Four works send a card of which electricity's non-industrial use (column 7 of row 33) is one too large, so that
 * 4 = 5 + 7 fails. Each mends that one cell in the copy it got back and sends the copy.
 */
@DisplayName("A returned copy that its sender mends")
@TestInstance(Lifecycle.PER_CLASS)
class MendedCopyTests {

    private static final String FAULT = "R-205-1-01";

    private static final String XLSX = "食品.xlsx";
    private static final String XLS = "自来水.xls";
    private static final String XLSX_NAMED_XLS = "制药.xls";
    private static final String MACROS = "燃气供应.xlsm";

    private static final byte[] PROJECT = project();

    private Path folder;
    private Bureau bureau;
    private JsonNode received;
    private JsonNode mended;

    private Path returned;

    @BeforeAll
    void sendAndMend(@TempDir Path temporary) throws IOException {
        folder = temporary;
        bureau = Bureau.on(DatabaseServers.EMBEDDED, folder.resolve("home"));
        Path inbox = folder.resolve("inbox");
        returned = folder.resolve("returned");
        SampleWorkbook.of(2024, "名录_430100").save(inbox.resolve("名录"));
        card("企业_430102_002_食品").save(inbox.resolve("食品"));
        card("企业_430102_003_自来水").save(inbox.resolve("自来水"));
        Files.move(card("企业_430102_004_制药").save(inbox.resolve("制药")), inbox.resolve(XLSX_NAMED_XLS));
        Path plain = card("企业_430102_006_燃气供应").save(folder.resolve("燃气供应"));
        Files.write(inbox.resolve(MACROS), withMacros(Files.readAllBytes(plain)));

        Bureau.Said first = bureau.run("import", inbox.toString(), "--returned", returned.toString(), "--json");
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.RETURNED);
        received = first.json().get("files");

        Path again = Files.createDirectories(folder.resolve("改正"));
        try (Stream<Path> copies = Files.list(returned)) {
            for (Path copy : copies.toList()) {
                mend(copy, again.resolve(copy.getFileName()));
            }
        }
        Bureau.Said second = bureau.run("import", again.toString(), "--json");
        assertThat(second.exitCode()).as(second.out() + second.err()).isZero();
        mended = second.json().get("files");
    }

    @AfterAll
    void close() {
        bureau.close();
    }

    private static SampleWorkbook card(String name) throws IOException {
        return SampleWorkbook.of(2024, name).card("33", x -> x + 1, 7);
    }

    /** A container of the shape of a VBA project; nothing of it may ever be opened. */
    private static byte[] project() {
        try (POIFSFileSystem project = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            project.getRoot()
                    .createDirectory("VBA")
                    .createDocument(
                            "ThisWorkbook",
                            new ByteArrayInputStream("Private Sub Workbook_Open()".getBytes(StandardCharsets.UTF_8)));
            project.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] withMacros(byte[] xlsx) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.setWorkbookType(XSSFWorkbookType.XLSM);
            book.setVBAProject(new ByteArrayInputStream(PROJECT));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void mend(Path copy, Path target) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(copy)));
                OutputStream out = Files.newOutputStream(target)) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("审核结果");
            var cell = book.getSheet("205-1")
                    .getRow(electricity(book).getRow())
                    .getCell(electricity(book).getColumn() + 3);
            cell.setCellValue(cell.getNumericCellValue() - 1);
            book.write(out);
        }
    }

    /** Where the consumption of electricity stands (column 4 of row 33), at which the fault is told. */
    private static CellAddress electricity(Workbook book) {
        for (var row : book.getSheet("205-1")) {
            var code = row.getCell(2);
            if (code != null && code.toString().equals("33")) {
                return new CellAddress(row.getRowNum(), 6);
            }
        }
        throw new AssertionError("no row 33");
    }

    private static JsonNode file(JsonNode files, String name) {
        return files.valueStream()
                .filter(f -> f.get("file").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + files));
    }

    private static List<String> rules(JsonNode file) {
        return file.get("findings")
                .valueStream()
                .map(f -> f.get("rule").asString() + " " + f.get("severity").asString())
                .toList();
    }

    private static void holdsTheFault(Path copy) throws IOException {
        try (Workbook book = WorkbookFactory.create(copy.toFile(), null, true)) {
            Comment comment = book.getSheet("205-1").getCellComment(electricity(book));
            assertThat(comment).as(copy.toString()).isNotNull();
            assertThat(comment.getString().getString()).contains(FAULT);
        }
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    /** What the mended copy of a file is said to be: one cell and one fault less, and no table more. */
    private void isMended(String file, String copy) {
        JsonNode before = file(received, file);
        assertThat(before.get("verdict").asString()).isEqualTo("returned");
        assertThat(rules(before)).contains(FAULT + " error");
        JsonNode now = file(mended, copy);
        assertThat(now.get("verdict").asString()).startsWith("accepted");
        assertThat(rules(now))
                .as("nothing is new, of the list in front nothing is said")
                .isEqualTo(rules(before).stream()
                        .filter(r -> !r.equals(FAULT + " error"))
                        .toList());
        assertThat(now.get("statements").size())
                .isEqualTo(before.get("statements").size());
        assertThat(now.get("note").asString()).isEqualTo("改动 1 个单元格，合计 +0.0 %，消除问题 1 个，新增 0 个");
    }

    @Test
    @DisplayName("is taken in as .xlsx: the list in front and the comments are no part of the card")
    void xlsx() throws IOException {
        holdsTheFault(returned.resolve(XLSX));
        isMended(XLSX, XLSX);
    }

    @Test
    @DisplayName("is taken in as .xls likewise")
    void xls() throws IOException {
        holdsTheFault(returned.resolve(XLS));
        isMended(XLS, XLS);
    }

    @Test
    @DisplayName("that is an .xlsx under the name .xls is read as what it is, and the copy's name says so")
    void xlsxNamedXls() throws IOException {
        String copy = XLSX_NAMED_XLS + ".xlsx";
        assertThat(returned.resolve(XLSX_NAMED_XLS)).doesNotExist();
        holdsTheFault(returned.resolve(copy));
        isMended(XLSX_NAMED_XLS, copy);
    }

    @Test
    @DisplayName("with macros keeps them, its name and its type; values are read, and it is said that no macro was run")
    void macros() throws Exception {
        Path copy = returned.resolve(MACROS);
        holdsTheFault(copy);
        Map<String, byte[]> parts = parts(copy);
        assertThat(parts.get("xl/vbaProject.bin")).isEqualTo(PROJECT);
        assertThat(new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8))
                .contains(
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject")
                .doesNotContain("spreadsheetml.sheet.main+xml");
        assertThat(rules(file(received, MACROS))).contains("R-FILE-10 info");
        assertThat(file(received, MACROS)
                        .get("findings")
                        .valueStream()
                        .map(f -> f.get("message").asString()))
                .contains("工作簿带有宏。只读取数值，宏没有运行。");
        isMended(MACROS, MACROS);
        assertThat(bureau.query("""
                        select trim_scale(value) from intake.current_statement join intake.observation using (statement_id)
                        join intake.submission using (submission_id)
                        where file = '燃气供应.xlsm' and item = 'consumption' and carrier = 'electricity'
                        """))
                .as("the sample's own figure")
                .containsExactly(List.of(sample("企业_430102_006_燃气供应")));
    }

    private static String sample(String name) throws IOException {
        try (Workbook book = WorkbookFactory.create(
                Bureau.SAMPLES.resolve("inbox/2024/" + name + ".xlsx").toFile(), null, true)) {
            CellAddress at = electricity(book);
            return new java.math.BigDecimal(String.valueOf(book.getSheet("205-1")
                            .getRow(at.getRow())
                            .getCell(at.getColumn())
                            .getNumericCellValue()))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
