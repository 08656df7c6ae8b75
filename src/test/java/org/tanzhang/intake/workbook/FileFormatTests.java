package org.tanzhang.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One table in every format in which it arrives. */
@DisplayName("The same table")
class FileFormatTests {

    private static final List<String> CELLS = List.of(
            "Sheet1!A1 TEXT 能源购进、消费与库存",
            "Sheet1!A3 TEXT 能源名称",
            "Sheet1!B3 TEXT 代码",
            "Sheet1!C3 TEXT 消费量",
            "Sheet1!C4 TEXT 合计",
            "Sheet1!D4 TEXT 工业生产",
            "Sheet1!A5 TEXT 原煤",
            "Sheet1!B5 TEXT 01",
            "Sheet1!C5 NUMBER 900.5",
            "Sheet1!D5 NUMBER 880",
            "Sheet1!A6 TEXT 柴油\\n（吨）",
            "Sheet1!B6 TEXT 21",
            "Sheet1!D6 NUMBER -3");

    private static byte[] workbook(Workbook book) throws IOException {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Sheet1");
            row(sheet, 0, "能源购进、消费与库存");
            row(sheet, 2, "能源名称", "代码", "消费量");
            row(sheet, 3, "", "", "合计", "工业生产");
            row(sheet, 4, "原煤", "01", 900.5, 880);
            row(sheet, 5, "柴油\n（吨）", "21", null, -3);
            sheet.addMergedRegion(CellRangeAddress.valueOf("C3:D3"));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(String.valueOf(values[i]));
            }
        }
    }

    private static String delimited(String separator) {
        return String.join(
                "\r\n",
                "能源购进、消费与库存",
                "",
                String.join(separator, "能源名称", "代码", "消费量", ""),
                String.join(separator, "", "", "合计", "工业生产"),
                String.join(separator, "原煤", "01", "900.5", "880"),
                String.join(separator, "\"柴油\n（吨）\"", "=\"21\"", "", "-3"),
                "");
    }

    private static final String HTML = """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="%s"><style>td {}</style>
            <script>document.write('<td>1</td>')</script></head><body>
            <table border=1>
            <tr><td colspan=4>能源购进、消费与&#24211;存</td></tr><tr></tr>
            <tr><th rowspan=2>能源名称</th><th rowspan="2">代码</th><th colspan="2">消费量</th></tr>
            <tr><th>合计</th><th>&nbsp;工业生产</th></tr>
            <tr><td> 原煤 </td><td style="mso-number-format:'\\@'">01</td><td x:num="900.5">901</td><td>880</td>
            <tr><td>柴油<br>（吨）</td><td x:str>21</td><td>&nbsp;</td><td>-3</td></tr>
            </table></body></html>
            """;

    private static final String SPREADSHEET_ML = """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
             xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1">
            <Table ss:ExpandedColumnCount="4" ss:ExpandedRowCount="6"><Column ss:Width="60"/>
            <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">能源购进、消费与库存</Data></Cell></Row>
            <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">能源名称</Data></Cell>
             <Cell ss:MergeDown="1"><Data ss:Type="String">代码</Data></Cell>
             <Cell ss:MergeAcross="1"><Data ss:Type="String">消费量</Data></Cell></Row>
            <Row><Cell ss:Index="3"><Data ss:Type="String">合计</Data></Cell>
             <Cell><Data ss:Type="String">工业生产</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">原煤</Data></Cell><Cell><Data ss:Type="String">01</Data></Cell>
             <Cell><Data ss:Type="Number">900.5</Data></Cell><Cell><Data ss:Type="Number">880</Data>
             <Comment><Data>核对</Data></Comment></Cell></Row>
            <Row><Cell><Data ss:Type="String">柴油&#10;（吨）</Data></Cell>
             <Cell><Data ss:Type="String">21</Data></Cell><Cell/><Cell><Data ss:Type="Number">-3</Data></Cell></Row>
            </Table></Worksheet></Workbook>""";

    static Stream<Arguments> formats() throws IOException {
        Charset gb18030 = Charset.forName("GB18030");
        return Stream.of(
                Arguments.of(".xlsx", workbook(new XSSFWorkbook())),
                Arguments.of(".xls", workbook(new HSSFWorkbook())),
                Arguments.of("comma, UTF-8", delimited(",").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "comma, UTF-8 with its mark", ("\uFEFF" + delimited(",")).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("comma, GB18030", delimited(",").getBytes(gb18030)),
                Arguments.of("semicolon, GB18030", delimited(";").getBytes(gb18030)),
                Arguments.of("tab, UTF-8", delimited("\t").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("tab, GB18030", delimited("\t").getBytes(gb18030)),
                Arguments.of("tab, UTF-16", ("\uFEFF" + delimited("\t")).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("tab, UTF-16 big-endian", delimited("\t").getBytes(StandardCharsets.UTF_16)),
                Arguments.of("tab, UTF-16 without its mark", delimited("\t").getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("HTML, UTF-8", HTML.formatted("utf-8").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("HTML, GB2312", HTML.formatted("gb2312").getBytes(gb18030)),
                Arguments.of("XML Spreadsheet 2003", SPREADSHEET_ML.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    @DisplayName("has the same cells at the same addresses")
    void sameCells(String format, byte[] bytes) throws UnreadableWorkbookException {
        assertThat(Cells.of(bytes).stream()
                        .map(c -> c.replaceFirst("NUMBER (.*)\\.0$", "NUMBER $1"))
                        .toList())
                .isEqualTo(CELLS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    @DisplayName("can be streamed row by row, which gives the same")
    void streamed(String format, byte[] bytes) throws Exception {
        StringBuilder read = new StringBuilder();
        try (SheetRows rows = new WorkbookReader(ReadingBudget.DEFAULT).rows(bytes)) {
            for (SheetHead sheet = rows.nextSheet(); sheet != null; sheet = rows.nextSheet()) {
                read.append(sheet.name());
                for (SheetRow row = rows.nextRow(); row != null; row = rows.nextRow()) {
                    read.append(' ')
                            .append(row.number())
                            .append(':')
                            .append(row.cells().size());
                }
            }
        }
        assertThat(read).hasToString("Sheet1 0:1 2:3 3:2 4:4 5:3");
    }

    @Test
    @DisplayName("is known for what it is, which decides how its marked-up copy comes back")
    void kinds() throws IOException {
        Map<String, byte[]> macros = Zips.unzip(workbook(new XSSFWorkbook()));
        macros.put("xl/vbaProject.bin", new byte[] {1, 2, 3});
        assertThat(WorkbookKind.of(workbook(new XSSFWorkbook()))).isEqualTo(WorkbookKind.XLSX);
        assertThat(WorkbookKind.of(Zips.zip(macros))).isEqualTo(WorkbookKind.XLSM);
        assertThat(WorkbookKind.of(workbook(new HSSFWorkbook()))).isEqualTo(WorkbookKind.XLS);
        assertThat(WorkbookKind.of(Zips.text(HTML))).isEqualTo(WorkbookKind.HTML);
        assertThat(WorkbookKind.of(Zips.text(SPREADSHEET_ML))).isEqualTo(WorkbookKind.SPREADSHEET_ML);
        assertThat(WorkbookKind.of(Zips.text(delimited("\t")))).isEqualTo(WorkbookKind.DELIMITED_TEXT);
        assertThat(WorkbookKind.of(Zips.text("说明"))).isEqualTo(WorkbookKind.OTHER);
        assertThat(Stream.of(WorkbookKind.values()).filter(WorkbookKind::carriesMarks))
                .containsExactly(WorkbookKind.XLSX, WorkbookKind.XLSM, WorkbookKind.XLS);
    }

    @Test
    @DisplayName("under a name that is not its own is said to be a web page or a text, which is no fault")
    void otherKindsAreSaid() throws UnreadableWorkbookException {
        assertThat(Cells.notes(Zips.text(HTML))).containsExactly("R-FILE-12 [HTML]");
        assertThat(Cells.notes(Zips.text(delimited(",")))).containsExactly("R-FILE-12 [CSV/TSV]");
        assertThat(Cells.notes(Zips.text(SPREADSHEET_ML))).containsExactly("R-FILE-12 [XML Spreadsheet 2003]");
    }

    @Test
    @DisplayName("of a web page with several tables stands on one sheet, one table below the other, titles between")
    void severalTables() throws UnreadableWorkbookException {
        String page = """
                <div><h3>205-1表</h3>单位：吨<table><tr><td>原煤</td><td>1</td></tr></table></div>
                <table><tr><td><p>左</p><table><tr style="display: none"><td>柴油</td><td>2</td></tr></table></td></tr>
                </table><p>审核：张三</p>""";
        assertThat(Cells.of(Zips.text(page)))
                .containsExactly(
                        "Sheet1!A1 TEXT 205-1表",
                        "Sheet1!A2 TEXT 单位：吨",
                        "Sheet1!A3 TEXT 原煤",
                        "Sheet1!B3 NUMBER 1",
                        "Sheet1!A4 TEXT 左",
                        "Sheet1!A5 TEXT 柴油",
                        "Sheet1!B5 NUMBER 2",
                        "Sheet1!A6 TEXT 审核：张三");
        assertThat(Cells.notes(Zips.text(page))).contains("R-FILE-11 [Sheet1, 1, 0]");
    }

    @Test
    @DisplayName("as text keeps codes and long numbers as text, and does not show the line that names the separator")
    void codesStayText() throws UnreadableWorkbookException {
        assertThat(Cells.of(Zips.text("sep=;\r\n代码;名称;数\r\n914301120000000001;\t430112;1,234.5\r\n+5;1e3;0.50\r\n")))
                .containsExactly(
                        "Sheet1!A1 TEXT 代码",
                        "Sheet1!B1 TEXT 名称",
                        "Sheet1!C1 TEXT 数",
                        "Sheet1!A2 TEXT 914301120000000001",
                        "Sheet1!B2 TEXT 430112",
                        "Sheet1!C2 TEXT 1,234.5",
                        "Sheet1!A3 TEXT +5",
                        "Sheet1!B3 TEXT 1e3",
                        "Sheet1!C3 NUMBER 0.50");
    }

    @ParameterizedTest(name = "counted from 1904: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("with days in it gives them as days, whichever day the workbook counts from")
    void days(boolean from1904) throws Exception {
        for (Workbook book : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            Sheet sheet = book.createSheet("名录");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            CellStyle money = book.createCellStyle();
            money.setDataFormat(book.createDataFormat().getFormat("#,##0.00_ ;[Red]\\-#,##0.00\\ "));
            // 2024-03-15 is day 45366 from 1900 and day 43904 from 1904
            sheet.createRow(0).createCell(0).setCellValue(from1904 ? 43904 : 45366);
            sheet.getRow(0).getCell(0).setCellStyle(day);
            sheet.getRow(0).createCell(1).setCellValue(43904);
            sheet.getRow(0).getCell(1).setCellStyle(money);
            if (from1904 && book instanceof XSSFWorkbook xlsx) {
                xlsx.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            } else if (from1904) {
                ((HSSFWorkbook) book)
                        .getInternalWorkbook().getRecords().stream()
                                .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
                                .forEach(r ->
                                        ((org.apache.poi.hssf.record.DateWindow1904Record) r).setWindowing((short) 1));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            assertThat(Cells.of(out.toByteArray())).first().isEqualTo("名录!A1 DATE 2024-03-15");
            assertThat(Cells.of(out.toByteArray()).get(1)).startsWith("名录!B1 NUMBER 43904");
        }
    }

    @Test
    @DisplayName("with formulas gives their stored results; one that was never calculated is no number and no blank")
    void formulas() throws Exception {
        Map<String, byte[]> parts = Zips.unzip(workbook(new XSSFWorkbook()));
        parts.put("xl/worksheets/sheet1.xml", Zips.text("""
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1"><f>B1+1</f><v>7.5</v></c><c r="B1"><f>SUM(C1:C9)</f><v></v></c>
                <c r="C1"><f t="shared" ref="C1:C3" si="0">D1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c>
                <c r="E1" t="str"><f>A1&amp;"吨"</f><v>7.5吨</v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
                <c r="G1" t="b"><f>TRUE</f><v>1</v></c><c r="H1" t="inlineStr"><is><r><t>原</t></r><r><t>煤</t></r></is></c></row>
                <row><c><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>3</v></c><c><v>4</v></c></row>
                </sheetData></worksheet>"""));
        assertThat(Cells.of(Zips.zip(parts)))
                .containsExactly(
                        "Sheet1!A1 NUMBER 7.5",
                        "Sheet1!B1 UNCALCULATED =SUM(C1:C9)",
                        "Sheet1!C1 NUMBER 2",
                        "Sheet1!E1 TEXT 7.5吨",
                        "Sheet1!F1 ERROR #DIV/0!",
                        "Sheet1!G1 BOOLEAN TRUE",
                        "Sheet1!H1 TEXT 原煤",
                        "Sheet1!A2 NUMBER 1",
                        "Sheet1!C2 NUMBER 3",
                        "Sheet1!D2 NUMBER 4");
    }

    @Test
    @DisplayName("with hidden rows and columns is read whole, and they are said")
    void hidden() throws Exception {
        for (Workbook book : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            Sheet sheet = book.createSheet("205-1");
            row(sheet, 0, "原煤", 1, 2);
            row(sheet, 1, "柴油", 3, 4);
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(2, true);
            sheet.setColumnHidden(9, true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            OpenedWorkbook opened = new WorkbookReader(ReadingBudget.DEFAULT).open(out.toByteArray());
            SheetCells cells = opened.sheets().get(0);
            assertThat(Cells.of(opened)).hasSize(6);
            assertThat(cells.isHiddenRow(1)).isTrue();
            assertThat(cells.isHiddenRow(0)).isFalse();
            assertThat(cells.isHiddenColumn(2)).isTrue();
            assertThat(Cells.notes(out.toByteArray())).containsExactly("R-FILE-11 [205-1, 1, 1]");
        }
    }

    @Test
    @DisplayName("followed by thousands of formatted empty rows is the same")
    void formattedRows() throws Exception {
        Workbook book = new XSSFWorkbook();
        Sheet sheet = book.createSheet("205-1");
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        row(sheet, 0, "原煤", 1);
        for (int i = 1; i < 5000; i++) {
            Row row = sheet.createRow(i);
            for (int c = 0; c < 10; c++) {
                row.createCell(c).setCellStyle(style);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        OpenedWorkbook opened = new WorkbookReader(ReadingBudget.DEFAULT).open(out.toByteArray());
        assertThat(opened.sheets().get(0).rowNumbers()).containsExactly(0);
    }

    @Test
    @DisplayName("as OpenDocument, binary workbook or archive is refused with the format's name")
    void unsupported() throws IOException {
        assertThat(Cells.refusal(Zips.zip(Map.of(
                        "mimetype", Zips.text("application/vnd.oasis.opendocument.spreadsheet"),
                        "content.xml", Zips.text("<a/>")))))
                .isEqualTo("R-FILE-06 [OpenDocument (.ods)]");
        assertThat(Cells.refusal(
                        Zips.zip(Map.of("[Content_Types].xml", Zips.text("<Types/>"), "xl/workbook.bin", new byte[9]))))
                .isEqualTo("R-FILE-06 [xlsb]");
        assertThat(Cells.refusal(Zips.zip(Map.of("芙蓉区.xlsx", workbook(new XSSFWorkbook())))))
                .isEqualTo("R-FILE-06 [ZIP]");
        assertThat(Cells.refusal(Zips.text("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n")))
                .isEqualTo("R-FILE-06 [MHTML]");
    }
}
