package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/** The rows of an XML Spreadsheet 2003, streamed. */
final class SpreadsheetMlRows implements RowReader {

    private final XmlText xml;
    private final StringBuilder text = new StringBuilder();
    private boolean inSheet;
    private int row;
    /** A row that was met while looking for columns. */
    private boolean rowBegun;

    SpreadsheetMlRows(Reader in) throws XMLStreamException {
        xml = new XmlText(in);
    }

    @Override
    public @Nullable SheetHead nextSheet() throws XMLStreamException, UnreadableWorkbookException {
        while (inSheet) {
            if (nextRow() == null) {
                break;
            }
        }
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Worksheet")) {
                return sheet();
            }
        }
        return null;
    }

    private SheetHead sheet() throws XMLStreamException, UnreadableWorkbookException {
        String name = xml.attribute("Name");
        inSheet = true;
        row = -1;
        rowBegun = false;
        BitSet hidden = new BitSet();
        int column = -1;
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Column")) {
                column = index(xml.attribute("Index"), column + 1);
                int to = column + count(xml.attribute("Span"));
                Bounds.check(0, to);
                if (xml.flag("Hidden")) {
                    hidden.set(column, to + 1);
                }
                column = to;
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Row")) {
                rowBegun = true;
                break;
            } else if (ends(event)) {
                inSheet = false;
                break;
            }
        }
        return new SheetHead(name == null ? "" : name, false, hidden);
    }

    private boolean ends(int event) {
        return event == XMLStreamConstants.END_ELEMENT && xml.name().equals("Worksheet");
    }

    @Override
    public @Nullable SheetRow nextRow() throws XMLStreamException, UnreadableWorkbookException {
        if (!inSheet) {
            return null;
        }
        if (rowBegun) {
            rowBegun = false;
            return row();
        }
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Row")) {
                return row();
            }
            if (ends(event)) {
                break;
            }
        }
        inSheet = false;
        return null;
    }

    private SheetRow row() throws XMLStreamException, UnreadableWorkbookException {
        row = index(xml.attribute("Index"), row + 1);
        Bounds.check(row, 0);
        int number = row;
        row += count(xml.attribute("Span"));
        boolean hidden = xml.flag("Hidden");
        List<SheetCell> cells = new ArrayList<>();
        int column = -1;
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Cell")) {
                column = index(xml.attribute("Index"), column + 1);
                int across = count(xml.attribute("MergeAcross"));
                Bounds.check(number, (long) column + across);
                @Nullable SheetCell cell = cell(number, column);
                if (cell != null && !cell.text().isBlank()) {
                    cells.add(cell);
                }
                column += across;
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("Row")) {
                break;
            }
        }
        return new SheetRow(number, hidden, cells);
    }

    private @Nullable SheetCell cell(int row, int column) throws XMLStreamException, UnreadableWorkbookException {
        String formula = xml.attribute("Formula");
        @Nullable SheetCell cell = null;
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Data")) {
                cell = data(row, column);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                xml.skipElement(); // a comment
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
        }
        if (cell == null && formula != null) {
            return new SheetCell(row, column, SheetCell.Kind.UNCALCULATED, formula);
        }
        return cell;
    }

    private SheetCell data(int row, int column) throws XMLStreamException, UnreadableWorkbookException {
        String type = String.valueOf(xml.attribute("Type"));
        int outer = xml.depth() - 1;
        text.setLength(0);
        for (int event = xml.next(); event >= 0 && xml.depth() > outer; event = xml.next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                xml.appendTo(text);
            }
        }
        String value = text.toString();
        Bounds.checkText(value.length(), row, column);
        return switch (type) {
            case "Number" ->
                new SheetCell(
                        row,
                        column,
                        Numeral.isNumber(value.strip()) ? SheetCell.Kind.NUMBER : SheetCell.Kind.TEXT,
                        value.strip());
            case "Boolean" ->
                new SheetCell(row, column, SheetCell.Kind.BOOLEAN, value.strip().equals("1") ? "TRUE" : "FALSE");
            case "Error" -> new SheetCell(row, column, SheetCell.Kind.ERROR, value);
            case "DateTime" ->
                new SheetCell(row, column, SheetCell.Kind.DATE, value.strip().replaceFirst("T00:00:00(\\.0+)?$", ""));
            default -> new SheetCell(row, column, SheetCell.Kind.TEXT, value);
        };
    }

    /** An index, written from one, counted from zero. */
    private static int index(@Nullable String written, int otherwise) {
        return written == null ? otherwise : count(written) - 1;
    }

    private static int count(@Nullable String written) {
        if (written == null || !written.matches("\\d+")) {
            return 0;
        }
        return written.length() > 8 ? Bounds.ROWS * 2 : Integer.parseInt(written);
    }

    @Override
    public List<Finding> notes() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
