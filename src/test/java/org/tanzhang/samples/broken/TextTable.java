package org.tanzhang.samples.broken;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** The first sheet of a workbook as text: what web platforms export, often under the name of a workbook. */
final class TextTable {

    private final Sheet sheet;

    private TextTable(Sheet sheet) {
        this.sheet = sheet;
    }

    static TextTable of(Workbook workbook) {
        return new TextTable(workbook.getSheetAt(0));
    }

    /** Every row with as many fields as it has cells, blank rows too; CR LF as RFC 4180 has it. */
    String separated(char separator) {
        return rows().map(row -> cells(row).stream()
                        .map(cell -> quoted(text(cell), separator))
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String text, char separator) {
        boolean plain = text.indexOf(separator) < 0 && text.indexOf('\n') < 0 && text.indexOf('"') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    String html() {
        String body = rows().map(row -> cells(row).stream()
                        .filter(cell -> !isCovered(cell.row(), cell.column()))
                        .map(cell -> "<td" + spans(cell) + ">" + escaped(text(cell)) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining());
        return "<html><head><meta charset=\"utf-8\"><title>导出</title></head>\n<body><table border=1>\n" + body
                + "</table></body></html>\n";
    }

    private String spans(Place cell) {
        return merged(cell.row(), cell.column())
                .map(m -> " colspan=" + (m.getLastColumn() - m.getFirstColumn() + 1) + " rowspan="
                        + (m.getLastRow() - m.getFirstRow() + 1))
                .orElse("");
    }

    /** XML Spreadsheet 2003. */
    String xml() {
        StringBuilder body = new StringBuilder();
        rows().forEach(row -> {
            body.append("<Row ss:Index=\"").append(row + 1).append("\">");
            for (Place cell : cells(row)) {
                if (!isCovered(row, cell.column()) && !text(cell).isEmpty()) {
                    body.append("<Cell ss:Index=\"").append(cell.column() + 1).append('"');
                    merged(row, cell.column())
                            .ifPresent(m -> body.append(" ss:MergeAcross=\"")
                                    .append(m.getLastColumn() - m.getFirstColumn())
                                    .append("\" ss:MergeDown=\"")
                                    .append(m.getLastRow() - m.getFirstRow())
                                    .append('"'));
                    body.append("><Data ss:Type=\"")
                            .append(isNumber(cell) ? "Number" : "String")
                            .append("\">")
                            .append(escaped(text(cell)))
                            .append("</Data></Cell>");
                }
            }
            body.append("</Row>\n");
        });
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <?mso-application progid="Excel.Sheet"?>
                <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
                 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
                <Worksheet ss:Name="%s"><Table>
                """.formatted(sheet.getSheetName()) + body + "</Table></Worksheet></Workbook>\n";
    }

    /** A place of the grid; the cell of the workbook may be wanting. */
    private record Place(int row, int column) {}

    private java.util.stream.Stream<Integer> rows() {
        return IntStream.rangeClosed(0, sheet.getLastRowNum()).boxed();
    }

    private List<Place> cells(int row) {
        List<Place> cells = new ArrayList<>();
        Row there = sheet.getRow(row);
        for (int column = 0; there != null && column < there.getLastCellNum(); column++) {
            cells.add(new Place(row, column));
        }
        return cells;
    }

    private Optional<Cell> cell(Place place) {
        return Optional.ofNullable(sheet.getRow(place.row())).map(r -> r.getCell(place.column()));
    }

    private boolean isNumber(Place place) {
        return cell(place).filter(c -> c.getCellType() == CellType.NUMERIC).isPresent();
    }

    private String text(Place place) {
        return cell(place)
                .map(cell -> cell.getCellType() == CellType.NUMERIC
                        ? new BigDecimal(String.valueOf(cell.getNumericCellValue()))
                                .stripTrailingZeros()
                                .toPlainString()
                        : cell.getStringCellValue())
                .orElse("");
    }

    private boolean isCovered(int row, int column) {
        return sheet.getMergedRegions().stream()
                .anyMatch(m -> m.isInRange(row, column) && (m.getFirstRow() != row || m.getFirstColumn() != column));
    }

    private Optional<CellRangeAddress> merged(int row, int column) {
        return sheet.getMergedRegions().stream()
                .filter(m -> m.getFirstRow() == row && m.getFirstColumn() == column)
                .findFirst();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "&#10;");
    }
}
