package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

class MarkedCopyTests {

    private static final FindingWords WORDS = FindingWords.in("zh");

    private static final CellAddress COAL = new CellAddress("205-1表", 2, 1);
    private static final CellAddress TOTAL = new CellAddress("205-1表", 3, 1);
    private static final CellAddress EMPTY = new CellAddress("205-1表", 9, 5);

    private static final List<Finding> FINDINGS = List.of(
            Finding.at(TOTAL, "R-CELL-05", Severity.WARNING, "12", "12"),
            Finding.at(COAL, "R-205-1-01", Severity.ERROR, "100", "100", "90", "10"),
            Finding.at(COAL, "R-CELL-05", Severity.WARNING, "100", "100"),
            Finding.at(EMPTY, "R-CELL-01", Severity.INFO, "=1+1", "=1+1"),
            Finding.on("封面", "R-FORM-05", Severity.INFO, "封面"),
            Finding.file("R-UNIT-CODE-01", Severity.ERROR));

    @TempDir
    Path folder;

    private static Workbook workbook(String kind) {
        return kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    /** A card with a formula into its second sheet, a number format, a comment of the sender's and a print area. */
    private static byte[] card(String kind) throws IOException {
        try (Workbook book = workbook(kind)) {
            Sheet sheet = book.createSheet("205-1表");
            Sheet other = book.createSheet("封面");
            other.createRow(0).createCell(0).setCellValue(90);
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("#,##0.000"));
            Cell coal = sheet.createRow(2).createCell(1);
            coal.setCellValue(100);
            coal.setCellStyle(style);
            Cell total = sheet.createRow(3).createCell(1);
            total.setCellFormula("B3+封面!A1");
            total.setCellValue(190);
            CreationHelper helper = book.getCreationHelper();
            ClientAnchor anchor = helper.createClientAnchor();
            anchor.setCol1(2);
            anchor.setCol2(4);
            anchor.setRow2(3);
            Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setAuthor("填表人");
            comment.setString(helper.createRichTextString("与去年口径一致"));
            total.setCellComment(comment);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            book.setPrintArea(0, 0, 3, 0, 5);
            return bytes(book);
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static Workbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return WorkbookFactory.create(in);
        }
    }

    private Path write(byte[] original, List<Finding> findings, String name) throws IOException {
        return MarkedCopy.write(original, answer(findings), WORDS, folder.resolve(name), MarkingBudget.DEFAULT);
    }

    private static Answer answer(List<Finding> findings) {
        return new Answer(
                findings.stream().map(f -> new ReturnedFinding(0, f, "")).toList(), List.of());
    }

    private static boolean isFilled(Cell cell, Colour colour) {
        if (cell instanceof HSSFCell xls) {
            return colour.fills(xls.getCellStyle(), xls.getSheet().getWorkbook());
        }
        CellStyle style = cell.getCellStyle();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && colour.argb()
                        .equals(((XSSFCellStyle) style)
                                .getFillForegroundXSSFColor()
                                .getARGBHex());
    }

    private static Cell cell(Workbook book, CellAddress at) {
        return book.getSheet(at.sheet()).getRow(at.row()).getCell(at.column());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aFaultyCellIsColouredAndSaysWhatIsWrong(String kind) throws IOException {
        try (Workbook book = open(write(card(kind), FINDINGS, "卡." + kind))) {
            Cell coal = cell(book, COAL);
            assertThat(isFilled(coal, Colour.RED)).isTrue();
            assertThat(coal.getNumericCellValue()).isEqualTo(100);
            assertThat(coal.getCellStyle().getDataFormatString()).isEqualTo("#,##0.000");
            assertThat(coal.getCellComment().getString().getString())
                    .isEqualTo("[错误 R-205-1-01] 合计（4）100 不等于工业（5）与非工业（7）之和 90，差 10。请核对（5）、（7）是否漏填，或改正合计。\n"
                            + "[警告 R-CELL-05] 数值“100”以文本形式存放，已按数值读取。");
            assertThat(isFilled(cell(book, TOTAL), Colour.AMBER)).isTrue();
            assertThat(isFilled(cell(book, EMPTY), Colour.BLUE)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theSendersFormulasCommentsAndPrintAreaStay(String kind) throws IOException {
        try (Workbook book = open(write(card(kind), FINDINGS, "卡." + kind))) {
            Cell total = cell(book, TOTAL);
            assertThat(total.getCellFormula()).isEqualTo("B3+封面!A1");
            assertThat(total.getNumericCellValue()).isEqualTo(190);
            assertThat(total.getCellComment().getAuthor()).isEqualTo("填表人");
            assertThat(total.getCellComment().getString().getString())
                    .startsWith("与去年口径一致\n")
                    .endsWith("[警告 R-CELL-05] 数值“12”以文本形式存放，已按数值读取。");
            assertThat(book.getPrintArea(book.getSheetIndex("205-1表")))
                    .contains("205-1表")
                    .contains("$A$1:$D$6");
            assertThat(book.getPrintArea(0)).isNull();
            assertThat(book.getSheet("205-1表").getMergedRegions()).containsExactly(new CellRangeAddress(0, 0, 0, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void whatPointsToAnotherSheetStillPointsThere(String kind) throws IOException {
        byte[] original;
        try (Workbook book = workbook(kind)) {
            for (String name : List.of("甲", "乙", "丙")) {
                Sheet sheet = book.createSheet(name);
                sheet.createRow(0).createCell(0).setCellValue(1);
            }
            for (Sheet sheet : book) {
                sheet.getRow(0).createCell(1).setCellFormula("丙!A1+SUM(乙!A1:A9)-甲!A1");
                sheet.setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
            }
            Name everywhere = book.createName();
            everywhere.setNameName("合计数");
            everywhere.setRefersToFormula("乙!$A$1");
            Name local = book.createName();
            local.setNameName("本表数");
            local.setSheetIndex(2);
            local.setRefersToFormula("丙!$A$1");
            original = bytes(book);
        }
        try (Workbook book = open(write(original, FINDINGS, "三表." + kind))) {
            for (String name : List.of("甲", "乙", "丙")) {
                Sheet sheet = book.getSheet(name);
                assertThat(sheet.getRow(0).getCell(1).getCellFormula()).isEqualTo("丙!A1+SUM(乙!A1:A9)-甲!A1");
                assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(0, 1, -1, -1));
            }
            assertThat(book.getName("合计数").getRefersToFormula()).isEqualTo("乙!$A$1");
            assertThat(book.getName("本表数").getRefersToFormula()).isEqualTo("丙!$A$1");
            assertThat(book.getSheetName(book.getName("本表数").getSheetIndex())).isEqualTo("丙");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theFirstSheetListsEveryFindingErrorsFirst(String kind) throws IOException {
        try (Workbook book = open(write(card(kind), FINDINGS, "卡." + kind))) {
            Sheet list = book.getSheetAt(0);
            assertThat(list.getSheetName()).isEqualTo("审核结果");
            assertThat(book.getActiveSheetIndex()).isZero();
            assertThat(texts(list, 4)).startsWith("错误", "R-205-1-01", "205-1表", "B3", "100");
            assertThat(texts(list, 5)).startsWith("错误", "R-UNIT-CODE-01", "", "", "");
            assertThat(texts(list, 6)).startsWith("警告", "R-CELL-05", "205-1表", "B4", "12");
            assertThat(texts(list, 9)).startsWith("提示", "R-FORM-05", "封面", "", "");
            assertThat(list.getLastRowNum()).isEqualTo(9);
            assertThat(list.getRow(4).getCell(3).getHyperlink().getAddress()).isEqualTo("'205-1表'!B3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void neighbouringCellsAreMarkedInWhateverOrderTheirFaultsWereFound(String kind) throws IOException {
        CellAddress right = new CellAddress(COAL.sheet(), COAL.row(), COAL.column() + 1);
        List<Finding> faults = List.of(
                Finding.at(right, "R-CELL-01", Severity.ERROR, "约三百吨", "约三百吨"),
                Finding.at(COAL, "R-205-1-01", Severity.ERROR, "3", "3", "2", "1"));
        try (Workbook marked = open(write(card(kind), faults, "卡." + kind))) {
            assertThat(cell(marked, right).getCellComment().getString().getString())
                    .contains("R-CELL-01");
            assertThat(cell(marked, COAL).getCellComment().getString().getString())
                    .contains("R-205-1-01");
        }
    }

    private static List<String> texts(Sheet sheet, int row) {
        List<String> texts = new ArrayList<>();
        sheet.getRow(row).forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aTextFromOutsideIsNeverAFormula(String kind) throws IOException {
        try (Workbook book = open(write(card(kind), FINDINGS, "卡." + kind))) {
            Cell value = book.getSheetAt(0).getRow(8).getCell(4);
            assertThat(value.getCellType()).isEqualTo(CellType.STRING);
            assertThat(value.getStringCellValue()).isEqualTo("=1+1");
            assertThat(value.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aSheetOfThatNameIsLeftAlone(String kind) throws IOException {
        byte[] original;
        try (Workbook book = workbook(kind)) {
            book.createSheet("审核结果").createRow(0).createCell(0).setCellValue("处长意见");
            original = bytes(book);
        }
        try (Workbook book = open(write(original, FINDINGS, "卡." + kind))) {
            assertThat(book.getSheetName(0)).isEqualTo("审核结果(2)");
            assertThat(book.getSheet("审核结果").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("处长意见");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aReturnedCopyThatComesBackIsMarkedAnew(String kind) throws IOException {
        Path first = write(card(kind), FINDINGS, "一." + kind);
        List<Finding> left = List.of(Finding.at(TOTAL, "R-CELL-05", Severity.WARNING, "12", "12"));
        try (Workbook book = open(write(Files.readAllBytes(first), left, "二." + kind))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetName(0)).isEqualTo("审核结果");
            assertThat(cell(book, COAL).getCellComment()).isNull();
            assertThat(isFilled(cell(book, COAL), Colour.RED)).isFalse();
            assertThat(cell(book, TOTAL).getCellComment().getString().getString())
                    .containsOnlyOnce("与去年口径一致")
                    .containsOnlyOnce("R-CELL-05");
        }
    }

    private static Finding sumOf(int parts) {
        List<CellAddress> cells = new ArrayList<>(List.of(new CellAddress("封面", 0, 0)));
        for (int i = 1; i < parts; i++) {
            cells.add(new CellAddress("205-1表", 10 + i, 1));
        }
        return Finding.at(COAL, "R-205-1-01", Severity.ERROR, "100", "100", "90", "10")
                .besides(cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theOtherCellsOfARelationAreLighterAndPointToItsOwn(String kind) throws IOException {
        try (Workbook book = open(write(card(kind), List.of(sumOf(4)), "卡." + kind))) {
            assertThat(isFilled(cell(book, COAL), Colour.RED)).isTrue();
            for (CellAddress part : sumOf(4).related()) {
                assertThat(isFilled(cell(book, part), Colour.LIGHT_RED))
                        .as("%s", part)
                        .isTrue();
                assertThat(cell(book, part).getCellComment().getString().getString())
                        .isEqualTo("[错误 R-205-1-01] 此格与 205-1表!B3 的问题有关，说明见该格。");
            }
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .endsWith("浅色的单元格与同一问题有关，见“相关单元格”。");
            assertThat(book.getSheetAt(0).getRow(4).getCell(8).getStringCellValue())
                    .isEqualTo("B12:B14、封面!A1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theMarksOfARelationThatIsMendedAreGone(String kind) throws IOException {
        byte[] returned = Files.readAllBytes(write(card(kind), List.of(sumOf(45)), "一." + kind));
        try (Workbook book = open(write(returned, List.of(FINDINGS.get(0)), "二." + kind))) {
            for (CellAddress part : sumOf(45).related()) {
                assertThat(cell(book, part).getCellStyle().getFillPattern())
                        .as("%s", part)
                        .isEqualTo(FillPatternType.NO_FILL);
                assertThat(cell(book, part).getCellComment()).isNull();
            }
            assertThat(cell(book, COAL).getCellComment()).isNull();
        }
    }

    /** A sender may take comments away. */
    @Test
    void theColoursOfAnXlsGoByItsListWhereNoCommentTellsOfThem() throws IOException {
        byte[] returned = Files.readAllBytes(write(card("xls"), List.of(sumOf(45)), "一.xls"));
        ByteArrayOutputStream silent = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(returned))) {
            for (CellAddress part : sumOf(45).cells()) {
                HSSFSheet sheet = book.getSheet(part.sheet());
                HSSFComment comment =
                        sheet.getRow(part.row()).getCell(part.column()).getCellComment();
                sheet.getDrawingPatriarch().removeShape(comment);
            }
            book.write(silent);
        }
        try (Workbook book = open(write(silent.toByteArray(), List.of(FINDINGS.get(0)), "二.xls"))) {
            for (CellAddress part : sumOf(45).cells()) {
                assertThat(cell(book, part).getCellStyle().getFillPattern())
                        .as("%s", part)
                        .isEqualTo(FillPatternType.NO_FILL);
            }
        }
    }

    @Test
    void ofALongRelationEveryCellIsColouredAndSpeaks() throws IOException {
        try (Workbook book = open(write(card("xlsx"), List.of(sumOf(45), FINDINGS.get(0)), "卡.xlsx"))) {
            for (CellAddress part : sumOf(45).related()) {
                assertThat(isFilled(cell(book, part), Colour.LIGHT_RED))
                        .as("%s", part)
                        .isTrue();
                assertThat(cell(book, part).getCellComment().getString().getString())
                        .contains("此格与 205-1表!B3 的问题有关");
            }
            assertThat(cell(book, COAL).getCellComment()).isNotNull();
        }
    }

    @Test
    void aCellThatIsWrongItselfKeepsItsOwnColourAndSaysBoth() throws IOException {
        Finding own = Finding.at(new CellAddress("205-1表", 11, 1), "R-CELL-05", Severity.WARNING, "12", "12");
        try (Workbook book = open(write(card("xlsx"), List.of(sumOf(4), own), "卡.xlsx"))) {
            Cell cell = cell(book, new CellAddress("205-1表", 11, 1));
            assertThat(isFilled(cell, Colour.AMBER)).isTrue();
            assertThat(cell.getCellComment().getString().getString()).contains("R-CELL-05", "此格与 205-1表!B3 的问题有关");
        }
    }

    @Test
    void aRelationOfATextIsMarkedInTheCopyOfWhatWasRead() throws IOException {
        byte[] text = "甲,乙\n10,20\n30,40\n".getBytes(StandardCharsets.UTF_8);
        try (Workbook read = open(write(text, List.of(), "空.csv"))) {
            String sheet = read.getSheetName(1);
            Finding sum = Finding.at(new CellAddress(sheet, 1, 0), "R-205-1-01", Severity.ERROR, "10", "10", "50", "40")
                    .besides(List.of(new CellAddress(sheet, 2, 1)));
            try (Workbook book = open(write(text, List.of(sum), "表.csv"))) {
                assertThat(isFilled(cell(book, new CellAddress(sheet, 2, 1)), Colour.LIGHT_RED))
                        .isTrue();
            }
        }
    }

    @Test
    void theBytesSayWhatAFileIs() throws IOException {
        Path written = write(card("xls"), FINDINGS, "卡.xlsx");
        assertThat(written.getFileName()).hasToString("卡.xlsx.xls");
        try (Workbook book = open(written)) {
            assertThat(book).isInstanceOf(HSSFWorkbook.class);
        }
    }

    @Test
    void whatIsNoWorkbookIsAnsweredByTheListAlone() throws IOException {
        List<Finding> findings = List.of(Finding.file("R-FILE-01", Severity.ERROR));
        Path written = write("不是工作簿".getBytes(StandardCharsets.UTF_8), findings, "说明.txt");
        assertThat(written.getFileName()).hasToString("说明.txt.xlsx");
        try (Workbook book = open(written)) {
            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(texts(book.getSheetAt(0), 4))
                    .containsExactly("错误", "R-FILE-01", "", "", "", "这不是 Excel 工作簿。请另存为 .xlsx 或 .xls 后重报。", "", "", "");
        }
    }

    @Test
    void aPartThatLeavesThePackageIsNotHandedBack() throws IOException {
        ByteArrayOutputStream hostile = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(hostile)) {
            for (Map.Entry<String, byte[]> part : parts(card("xlsx")).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry("../../evil.txt"));
            zip.write(0);
        }
        Path copy = write(hostile.toByteArray(), List.of(Finding.file("R-FILE-09", Severity.ERROR, "x")), "卡.xlsx");
        assertThat(parts(Files.readAllBytes(copy)).keySet()).noneMatch(name -> name.contains(".."));
        try (Workbook book = open(copy)) {
            assertThat(book.getNumberOfSheets()).isOne();
        }
    }

    @Test
    void whatHasNoErrorNeedNotBeSentAgain() throws IOException {
        Path copy = write(card("xlsx"), List.of(Finding.file("R-FILE-10", Severity.INFO)), "卡.xlsx");
        try (Workbook book = open(copy)) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("共 1 条　错误 0　警告 0　提示 1　没有错误，请核对；情况属实的不必重报。");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aDamagedWorkbookIsAnsweredByTheListAlone(String kind) throws IOException {
        byte[] whole = card(kind);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        try (Workbook book = open(write(half, FINDINGS, "坏.xlsx"))) {
            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3 + FINDINGS.size());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("坏.xlsx"));
        }
    }

    @Test
    void nothingIsCappedHoweverMuchIsWrong() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            findings.add(Finding.at(new CellAddress("205-1表", i, 0), "R-CELL-01", Severity.ERROR, "x", "x" + i));
        }
        Path copy = write(card("xlsx"), findings, "卡.xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(copy.toFile())) {
            List<String> sheets = book.getSheets()
                    .map(org.dhatim.fastexcel.reader.Sheet::getName)
                    .toList();
            assertThat(sheets).containsExactly("审核结果", "审核结果(2)", "205-1表", "封面");
            List<Row> first = book.getSheet(0).orElseThrow().read();
            List<Row> second = book.getSheet(1).orElseThrow().read();
            assertThat(first.get(first.size() - 1).getCellText(3)).isEqualTo("A60000");
            assertThat(second.get(second.size() - 1).getCellText(3)).isEqualTo("A70000");
        }
        try (ZipFile parts = new ZipFile(copy.toFile());
                InputStream comments = parts.getInputStream(parts.getEntry("xl/comments1.xml"))) {
            List<String> said = Pattern.compile("ref=\"A(\\d+)\".*?“x(\\d+)”")
                    .matcher(new String(comments.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .filter(m -> Integer.parseInt(m.group(1)) == Integer.parseInt(m.group(2)) + 1)
                    .map(m -> m.group(2))
                    .toList();
            assertThat(said)
                    .containsExactlyElementsOf(IntStream.range(0, 70_000)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @Test
    void anXlsOfMoreFaultyCellsThanThereIsMemoryForComesBackAsAnXlsxWithAllOfThem() throws IOException {
        try (Workbook book = open(write(card("xls"), List.of(sumOf(13_000)), "卡.xls"))) {
            assertThat(book).isInstanceOf(HSSFWorkbook.class);
            // with the sender's own
            assertThat(book.getSheet("205-1表").getCellComments()).hasSize(13_000 + 1);
        }
        Path copy = write(card("xls"), List.of(sumOf(40_000)), "卡.xls");
        assertThat(copy.getFileName()).hasToString("卡.xls.xlsx");
        try (ZipFile parts = new ZipFile(copy.toFile());
                InputStream comments = parts.getInputStream(parts.getEntry("xl/findings0comments.xml"))) {
            assertThat(new String(comments.readAllBytes(), StandardCharsets.UTF_8).split("<comment ref=", -1))
                    .hasSize(40_000 + 1);
        }
    }

    @Test
    void anXlsAtItsRowLimitComesBackAsXlsxWithTheTextAsRead() throws IOException {
        byte[] original;
        try (Workbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("导出");
            sheet.createRow(0).createCell(0).setCellValue("=1+1");
            sheet.getRow(0).createCell(1).setCellValue("0012");
            sheet.createRow(65_535).createCell(0).setCellValue(12.5);
            original = bytes(book);
        }
        CellAddress last = new CellAddress("导出", 65_535, 0);
        Path copy = write(original, List.of(Finding.at(last, "R-CELL-01", Severity.ERROR, "12.5", "12.5")), "导出.xls");
        assertThat(copy.getFileName()).hasToString("导出.xls.xlsx");
        try (Workbook book = open(copy)) {
            Sheet sheet = book.getSheet("导出");
            assertThat(sheet.getRow(0).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("0012");
            assertThat(cell(book, last).getNumericCellValue()).isEqualTo(12.5);
            assertThat(isFilled(cell(book, last), Colour.RED)).isTrue();
            assertThat(cell(book, last).getCellComment().getString().getString())
                    .contains("R-CELL-01");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aColourOfTheSendersComesBackWhenItsCellIsMended(String kind) throws IOException {
        byte[] original;
        try (Workbook book = workbook(kind)) {
            CellStyle grey = book.createCellStyle();
            grey.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            grey.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            Cell coal = book.createSheet(COAL.sheet()).createRow(COAL.row()).createCell(COAL.column());
            coal.setCellStyle(grey);
            original = bytes(book);
        }
        Path first = write(original, List.of(Finding.at(COAL, "R-CELL-01", Severity.ERROR, "", "")), "一." + kind);
        Path second = write(Files.readAllBytes(first), List.of(Finding.file("R-FILE-01", Severity.ERROR)), "二." + kind);
        try (Workbook book = open(second)) {
            CellStyle style = cell(book, COAL).getCellStyle();
            assertThat(style.getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(style.getFillForegroundColor()).isEqualTo(IndexedColors.GREY_25_PERCENT.getIndex());
            assertThat(cell(book, COAL).getCellComment()).isNull();
        }
    }

    @Test
    void partsThatBearNoMarkAreTheSameByteForByte() throws IOException {
        byte[] original = card("xlsx");
        Path copy = write(original, List.of(Finding.at(COAL, "R-CELL-01", Severity.ERROR, "", "")), "卡.xlsx");
        Map<String, byte[]> before = parts(original);
        Map<String, byte[]> after = parts(Files.readAllBytes(copy));
        assertThat(before.keySet()).allMatch(after::containsKey);
        assertThat(before.entrySet().stream()
                        .filter(part -> !java.util.Arrays.equals(part.getValue(), after.get(part.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/worksheets/sheet1.xml",
                        "xl/comments1.xml",
                        "xl/drawings/vmlDrawing0.vml");
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new java.util.TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void anAcceptedFindingIsListedLastWithItsReasonAndColouredAsARemark(String kind) throws IOException {
        Finding fault = Finding.at(COAL, "R-205-1-01", Severity.ERROR, "100", "100", "90", "10");
        Answer answer = new Answer(
                List.of(
                        new ReturnedFinding(17, fault, "企业停产，已电话核实"),
                        new ReturnedFinding(18, Finding.file("R-UNIT-CODE-01", Severity.WARNING), "")),
                List.of("与上一次报送相比：改动 12 个单元格"));
        Path copy = MarkedCopy.write(card(kind), answer, WORDS, folder.resolve("卡." + kind), MarkingBudget.DEFAULT);
        try (Workbook book = open(copy)) {
            Sheet list = book.getSheetAt(0);
            assertThat(list.getRow(2).getCell(0).getStringCellValue()).isEqualTo("与上一次报送相比：改动 12 个单元格");
            assertThat(texts(list, 4)).startsWith("警告", "R-UNIT-CODE-01");
            assertThat(texts(list, 5)).startsWith("错误", "R-205-1-01").endsWith("17", "企业停产，已电话核实", "");
            assertThat(isFilled(cell(book, COAL), Colour.BLUE)).isTrue();
        }
    }

    @Test
    void aNameOfFullLengthIsShortenedForItsNewExtension() throws IOException {
        String name = "表".repeat(84) + ".et";
        Path copy = write(card("xls"), FINDINGS, name);
        assertThat(copy.getFileName()).hasToString("表".repeat(83) + ".xls");
    }
}
