package org.tanzhang.intake.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/** The rows of an {@code .xlsx}. */
final class XlsxRows implements SheetRows {

    private final ReadableWorkbook workbook;
    private final Iterator<Sheet> sheets;
    private @Nullable Stream<Row> stream;
    private @Nullable Iterator<Row> rows;

    XlsxRows(byte[] bytes) throws UnreadableWorkbookException {
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
            sheets = workbook.getSheets().iterator();
        } catch (IOException | RuntimeException e) {
            throw WorkbookReader.damaged(e);
        }
    }

    @Override
    public @Nullable SheetHead nextSheet() throws UnreadableWorkbookException {
        leaveSheet();
        if (!sheets.hasNext()) {
            return null;
        }
        Sheet sheet = sheets.next();
        boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
        if (!hidden) {
            try {
                stream = sheet.openStream();
                rows = stream.iterator();
            } catch (IOException | RuntimeException e) {
                throw WorkbookReader.damaged(e);
            }
        }
        return new SheetHead(sheet.getName(), hidden);
    }

    @Override
    public @Nullable SheetRow nextRow() throws UnreadableWorkbookException {
        try {
            while (rows != null && rows.hasNext()) {
                Row row = rows.next();
                List<SheetCell> cells = new ArrayList<>();
                for (Cell cell : row) {
                    if (cell != null) {
                        SheetCell read = WorkbookReader.xlsxCell(row.getRowNum() - 1, cell);
                        if (!read.text().isBlank()) {
                            cells.add(read);
                        }
                    }
                }
                if (!cells.isEmpty()) {
                    return new SheetRow(row.getRowNum() - 1, false, cells);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw WorkbookReader.damaged(e);
        }
    }

    @Override
    public List<Finding> notes() {
        return List.of();
    }

    private void leaveSheet() {
        if (stream != null) {
            stream.close();
        }
        stream = null;
        rows = null;
    }

    @Override
    public void close() throws IOException {
        leaveSheet();
        workbook.close();
    }
}
