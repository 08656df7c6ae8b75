package org.tanzhang.intake.workbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/**
 * The rows of a text with a separator between its fields (RFC 4180): a record is a row, as a spreadsheet would show it on
 * its only sheet.
 */
final class DelimitedRows implements RowReader {

    /** A text has no sheets and its name is not part of it; a spreadsheet names the first so. */
    static final String SHEET = "Sheet1";

    private final Reader text;
    private final Iterator<CsvRecord> records;
    private boolean begun;
    private boolean first = true;
    private int row;

    DelimitedRows(Reader text, char separator) {
        this.text = text;
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(text)
                .iterator();
    }

    @Override
    public @Nullable SheetHead nextSheet() {
        if (begun) {
            return null;
        }
        begun = true;
        return new SheetHead(SHEET, false);
    }

    @Override
    public @Nullable SheetRow nextRow() throws UnreadableWorkbookException {
        if (!records.hasNext()) {
            return null;
        }
        CsvRecord record = records.next();
        if (first) {
            first = false;
            // a line for spreadsheets that names the separator is not shown by them
            if (record.getField(0).startsWith("sep=") && records.hasNext()) {
                record = records.next();
            }
        }
        Bounds.check(row, record.getFieldCount() - 1L);
        List<SheetCell> cells = new ArrayList<>();
        for (int column = 0; column < record.getFieldCount(); column++) {
            String field = record.getField(column);
            if (!field.isBlank()) {
                Bounds.checkText(field.length(), row, column);
                cells.add(cell(row, column, field));
            }
        }
        return new SheetRow(row++, false, cells);
    }

    /** Platforms write {@code ="0123"} or a leading tab so that a spreadsheet keeps a code as text. */
    private static SheetCell cell(int row, int column, String field) {
        boolean quoted = field.length() > 3 && field.startsWith("=\"") && field.endsWith("\"");
        if (quoted || field.startsWith("\t")) {
            String text = quoted ? field.substring(2, field.length() - 1) : field.strip();
            return new SheetCell(row, column, SheetCell.Kind.TEXT, text);
        }
        return Numeral.cell(row, column, field);
    }

    @Override
    public List<Finding> notes() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
