package org.tanzhang.intake.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/**
 * Opens marked copies in a program that is not ours: what LibreOffice has understood of them is seen in the {@code .xlsx} it
 * saves. (Saved as OpenDocument by 7.4 without a screen, even its own {@code .xls} loses its comments.)
 */
class LibreOfficeTests {

    private static final CellAddress COAL = new CellAddress("205-1表", 2, 1);
    private static final CellAddress SUM = new CellAddress("205-1表", 5, 1);
    private static final CellAddress MISSING = new CellAddress("205-1表", 7, 3);

    private static final List<Finding> FINDINGS = List.of(
            Finding.at(COAL, "R-205-1-01", Severity.ERROR, "100", "100", "90", "10"),
            Finding.at(SUM, "R-CELL-05", Severity.WARNING, "460", "460"),
            Finding.at(MISSING, "R-CELL-01", Severity.INFO, "=1+1", "=1+1"));

    @TempDir
    Path folder;

    /** What LibreOffice sees in a cell. */
    private record Seen(String text, String formula, String format, String fill, boolean bold, String comment) {}

    private static byte[] card(Workbook book) throws IOException {
        Sheet sheet = book.createSheet("205-1表");
        book.createSheet("封面").createRow(0).createCell(0).setCellValue(90);
        CellStyle head = book.createCellStyle();
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        CellStyle number = book.createCellStyle();
        number.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
        sheet.createRow(0).createCell(0).setCellValue("能源购进、消费与库存");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
        for (int r = 1; r <= 4; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < 4; c++) {
                Cell cell = row.createCell(c);
                if (r == 1) {
                    cell.setCellValue("第" + c + "栏");
                    cell.setCellStyle(head);
                } else {
                    cell.setCellValue(c == 0 ? r : 1000.125 * r + c);
                    cell.setCellStyle(number);
                }
            }
        }
        Row totals = sheet.createRow(5);
        for (int c = 1; c < 4; c++) {
            char column = (char) ('A' + c);
            totals.createCell(c).setCellFormula("SUM(" + column + "3:" + column + "5)+封面!A1");
        }
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        if (sheet instanceof XSSFSheet xlsx) {
            chart(xlsx);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static void chart(XSSFSheet sheet) {
        var drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 5, 1, 10, 12));
        XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFChartData data = chart.createData(ChartTypes.BAR, bottom, chart.createValueAxis(AxisPosition.LEFT));
        data.addSeries(
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(2, 4, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(2, 4, 1, 1)));
        chart.plot(data);
    }

    @Test
    void libreOfficeFindsCommentsAndColoursAndEverythingElseAsItWas() throws Exception {
        Map<String, byte[]> cards = new LinkedHashMap<>();
        try (Workbook xls = new HSSFWorkbook();
                Workbook xlsx = new XSSFWorkbook()) {
            cards.put("xls", card(xls));
            cards.put("xlsx", card(xlsx));
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> card : cards.entrySet()) {
            Path original = folder.resolve("original-" + card.getKey() + "." + card.getKey());
            files.add(Files.write(original, card.getValue()));
            Answer answer = new Answer(
                    FINDINGS.stream().map(f -> new ReturnedFinding(0, f, "")).toList(), List.of());
            files.add(MarkedCopy.write(
                    card.getValue(),
                    answer,
                    FindingWords.in("zh"),
                    folder.resolve("copy-" + card.getKey() + "." + card.getKey()),
                    MarkingBudget.DEFAULT));
        }
        Path converted = convert(files);

        for (String kind : cards.keySet()) {
            try (XSSFWorkbook before = open(converted.resolve("original-" + kind + ".xlsx"));
                    XSSFWorkbook after = open(converted.resolve("copy-" + kind + ".xlsx"))) {
                Map<CellAddress, Seen> original = cells(before);
                Map<CellAddress, Seen> copy = cells(after);
                List<String> colours = kind.equals("xls")
                        ? List.of("FFFF8080", "FFFFCC00", "FF99CCFF")
                        : List.of("FFFF8A85", "FFFFD24D", "FF9DCBFA");

                assertThat(Stream.of(COAL, SUM, MISSING).map(at -> copy.get(at).fill()))
                        .as("colours of the %s", kind)
                        .containsExactlyElementsOf(colours);
                assertThat(copy.get(COAL).comment())
                        .isEqualTo("[错误 R-205-1-01] 合计（4）100 不等于工业（5）与非工业（7）之和 90，差 10。请核对（5）、（7）是否漏填，或改正合计。");
                assertThat(copy.get(SUM).comment()).startsWith("[警告 R-CELL-05]");
                assertThat(copy.get(MISSING).comment()).startsWith("[提示 R-CELL-01]");
                assertThat(copy.get(SUM).formula()).isEqualTo("SUM(B3:B5)+封面!A1");
                assertThat(copy.get(COAL).text())
                        .isEqualTo("2,001.25")
                        .isEqualTo(original.get(COAL).text());
                assertThat(original).hasSizeGreaterThan(20);
                original.forEach((at, seen) -> {
                    if (!at.equals(COAL) && !at.equals(SUM)) {
                        assertThat(copy).as("%s of the %s", at, kind).containsEntry(at, seen);
                    }
                });
                assertThat(charts(after)).isEqualTo(kind.equals("xlsx") ? 1 : 0);
                Sheet list = after.getSheetAt(0);
                assertThat(list.getSheetName()).isEqualTo("审核结果");
                assertThat(list.getRow(4).getCell(1).getStringCellValue()).isEqualTo("R-205-1-01");
                assertThat(list.getHyperlink(4, 3).getAddress().replace("'", ""))
                        .isEqualTo("205-1表!B3");
            }
        }
    }

    /** One call for all: starting it is what takes the time. */
    private Path convert(List<Path> files) throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("out"));
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                out.toString()));
        files.forEach(f -> command.add(f.toString()));
        Process office;
        try {
            office = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("soffice.log").toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("LibreOffice (package libreoffice-calc-nogui) is not installed: skipped");
            return out;
        }
        assertThat(office.waitFor(180, TimeUnit.SECONDS))
                .as("LibreOffice ended")
                .isTrue();
        try (Stream<Path> written = Files.list(out)) {
            assertThat(written)
                    .as(Files.readString(folder.resolve("soffice.log")))
                    .hasSize(files.size());
        }
        return out;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static Map<CellAddress, Seen> cells(XSSFWorkbook book) {
        Map<CellAddress, Seen> cells = new LinkedHashMap<>();
        DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        for (Sheet sheet : book) {
            sheet.forEach(row -> row.forEach(c -> {
                XSSFCell cell = (XSSFCell) c;
                XSSFCellStyle style = cell.getCellStyle();
                XSSFComment comment = cell.getCellComment();
                cells.put(
                        new CellAddress(sheet.getSheetName(), row.getRowNum(), cell.getColumnIndex()),
                        new Seen(
                                formatter.formatCellValue(cell),
                                cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : "",
                                style.getDataFormatString(),
                                style.getFillForegroundXSSFColor() == null
                                        ? ""
                                        : style.getFillForegroundXSSFColor().getARGBHex(),
                                style.getFont().getBold(),
                                comment == null ? "" : comment.getString().getString()));
            }));
        }
        return cells;
    }

    private static int charts(XSSFWorkbook book) {
        XSSFDrawing drawing = book.getSheet("205-1表").getDrawingPatriarch();
        return drawing == null ? 0 : drawing.getCharts().size();
    }
}
