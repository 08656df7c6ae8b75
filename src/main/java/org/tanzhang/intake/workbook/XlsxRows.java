package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The rows of an {@code .xlsx}, streamed. Formulas give the values that were stored with them; shared formulas are not
 * unfolded, links not followed, what a sheet declares about its size not believed.
 */
final class XlsxRows implements RowReader {

    private static final String MACROS = "R-FILE-10";
    private static final String LINKS = "R-FILE-13";

    private final PackageParts parts;
    private final XlsxParts workbook;
    private final Iterator<XlsxParts.Place> sheets;
    private final List<String> shared = new ArrayList<>();
    private final long textLimit;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private @Nullable XmlText xml;
    private int row;

    XlsxRows(PackageParts parts, ReadingBudget budget)
            throws IOException, XMLStreamException, UnreadableWorkbookException {
        this.parts = parts;
        textLimit = budget.heap().toBytes() / 2;
        workbook = new XlsxParts(parts);
        sheets = workbook.sheets().iterator();
        readSharedTexts();
    }

    private void readSharedTexts() throws IOException, XMLStreamException, UnreadableWorkbookException {
        Optional<InputStream> part = workbook.sharedTexts();
        if (part.isEmpty()) {
            return;
        }
        long weight = 0;
        try (XmlText texts = new XmlText(part.get())) {
            for (int event = texts.next(); event >= 0; event = texts.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && texts.name().equals("si")) {
                    String value = richText(texts, "si");
                    shared.add(value);
                    weight += SheetCells.weight(value);
                    if (weight > textLimit) {
                        throw new UnreadableWorkbookException(
                                UnreadableWorkbookException.OUT_OF_MEMORY, (textLimit >> 20) + " MB");
                    }
                }
            }
        }
    }

    /** The text of an item: its {@code t} elements, without the phonetic ones. */
    private String richText(XmlText in, String element) throws XMLStreamException, UnreadableWorkbookException {
        text.setLength(0);
        boolean inText = false;
        for (int event = in.next(); event >= 0; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && in.name().equals("rPh")) {
                in.skipElement();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inText = in.name().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (in.name().equals(element)) {
                    break;
                }
            } else if (inText && isText(event)) {
                in.appendTo(text);
            }
        }
        return EscapedText.decoded(text);
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    @Override
    public @Nullable SheetHead nextSheet() throws IOException, XMLStreamException, UnreadableWorkbookException {
        closeSheet();
        if (!sheets.hasNext()) {
            return null;
        }
        XlsxParts.Place place = sheets.next();
        row = -1;
        if (place.part() == null || place.sheet().hidden()) {
            return place.sheet();
        }
        xml = new XmlText(workbook.required(place.part()));
        BitSet hidden = new BitSet();
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("sheetData")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("col") && xml.flag("hidden")) {
                int from = Math.max(1, number(xml.attribute("min"), 1));
                int to = Math.min(Bounds.COLUMNS, number(xml.attribute("max"), 0));
                hidden.set(from - 1, Math.max(from - 1, to));
            }
        }
        return new SheetHead(place.sheet().name(), false, hidden);
    }

    @Override
    public @Nullable SheetRow nextRow() throws IOException, XMLStreamException, UnreadableWorkbookException {
        if (xml == null) {
            return null;
        }
        for (int event = xml.next(); event >= 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
                return row(xml);
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("sheetData")) {
                readToEnd(xml);
                closeSheet();
                return null;
            }
        }
        closeSheet();
        return null;
    }

    /** What follows the rows is not needed, but whether the part is whole. */
    private static void readToEnd(XmlText xml) throws XMLStreamException, UnreadableWorkbookException {
        while (xml.next() >= 0) {
            // to the end
        }
    }

    private SheetRow row(XmlText in) throws XMLStreamException, UnreadableWorkbookException {
        row = number(in.attribute("r"), row + 2) - 1;
        Bounds.check(row, 0);
        boolean hidden = in.flag("hidden");
        List<SheetCell> cells = new ArrayList<>();
        int column = -1;
        for (int event = in.next(); event >= 0; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && in.name().equals("c")) {
                String address = in.attribute("r");
                column = address == null ? column + 1 : column(address);
                Bounds.check(row, column);
                @Nullable SheetCell cell = cell(in, column);
                if (cell != null && !cell.text().isBlank()) {
                    cells.add(cell);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && in.name().equals("row")) {
                break;
            }
        }
        return new SheetRow(row, hidden, cells);
    }

    private @Nullable SheetCell cell(XmlText in, int column) throws XMLStreamException, UnreadableWorkbookException {
        String type = in.attribute("t");
        int style = number(in.attribute("s"), 0);
        @Nullable String value = null;
        boolean isFormula = false;
        formula.setLength(0);
        for (int event = in.next(); event >= 0; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && in.name().equals("v")) {
                value = plainText(in, text);
            } else if (event == XMLStreamConstants.START_ELEMENT && in.name().equals("is")) {
                value = richText(in, "is");
            } else if (event == XMLStreamConstants.START_ELEMENT && in.name().equals("f")) {
                isFormula = true;
                plainText(in, formula);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                in.skipElement();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
        }
        if (isFormula && (value == null || value.isEmpty()) && !"str".equals(type)) {
            return new SheetCell(row, column, SheetCell.Kind.UNCALCULATED, "=" + formula);
        }
        if (value == null) {
            return null;
        }
        SheetCell cell = cell(column, type == null ? "n" : type, style, value);
        Bounds.checkText(cell.text().length(), row, column);
        return cell;
    }

    private SheetCell cell(int column, String type, int style, String value) throws UnreadableWorkbookException {
        return switch (type) {
            case "s" -> new SheetCell(row, column, SheetCell.Kind.TEXT, shared(value));
            case "b" ->
                new SheetCell(row, column, SheetCell.Kind.BOOLEAN, value.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> new SheetCell(row, column, SheetCell.Kind.ERROR, value);
            case "str" -> new SheetCell(row, column, SheetCell.Kind.TEXT, EscapedText.decoded(value));
            case "inlineStr" -> new SheetCell(row, column, SheetCell.Kind.TEXT, value);
            case "d" -> new SheetCell(row, column, SheetCell.Kind.DATE, value);
            default -> {
                String number = value.strip();
                yield Numeral.isNumber(number)
                        ? workbook.formats().cell(row, column, style, number)
                        : new SheetCell(row, column, SheetCell.Kind.TEXT, value);
            }
        };
    }

    private String shared(String index) throws UnreadableWorkbookException {
        int i = number(index.strip(), -1);
        if (i < 0 || i >= shared.size()) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.DAMAGED, "sharedStrings " + index);
        }
        return shared.get(i);
    }

    private static String plainText(XmlText in, StringBuilder into)
            throws XMLStreamException, UnreadableWorkbookException {
        into.setLength(0);
        for (int event = in.next(); event >= 0 && event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                in.skipElement();
            } else if (isText(event)) {
                in.appendTo(into);
            }
        }
        return into.toString();
    }

    /** The column of an address such as {@code AB12}, zero-based; what is beyond all columns stays so. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && column <= Bounds.COLUMNS; i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    /** A whole number, another one where none is written; what is too large for any sheet stays too large. */
    private static int number(@Nullable String digits, int otherwise) {
        if (digits == null || digits.isEmpty()) {
            return otherwise;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || value > Integer.MAX_VALUE / 10 - 1) {
                return c < '0' || c > '9' ? otherwise : Integer.MAX_VALUE;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    @Override
    public List<Finding> notes() {
        List<Finding> notes = new ArrayList<>();
        if (parts.names().stream().anyMatch(n -> n.endsWith("vbaproject.bin"))) {
            notes.add(Finding.file(MACROS, Severity.INFO));
        }
        if (parts.names().stream().anyMatch(n -> n.startsWith("xl/externallinks/"))) {
            notes.add(Finding.file(LINKS, Severity.INFO));
        }
        return notes;
    }

    private void closeSheet() throws IOException {
        if (xml != null) {
            xml.close();
            xml = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeSheet();
        parts.close();
    }
}
