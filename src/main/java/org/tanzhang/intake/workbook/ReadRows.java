package org.tanzhang.intake.workbook;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/** The rows of sheets that were read before. */
final class ReadRows implements SheetRows {

    private final Iterator<SheetCells> sheets;
    private @Nullable SheetCells sheet;
    private @Nullable Iterator<Integer> numbers;

    ReadRows(List<SheetCells> sheets) {
        this.sheets = sheets.iterator();
    }

    @Override
    public @Nullable SheetHead nextSheet() {
        if (!sheets.hasNext()) {
            return null;
        }
        SheetCells next = sheets.next();
        sheet = next;
        numbers = next.rowNumbers().iterator();
        return new SheetHead(next.name(), next.isHidden());
    }

    @Override
    public @Nullable SheetRow nextRow() {
        if (sheet == null || numbers == null || !numbers.hasNext()) {
            return null;
        }
        int number = numbers.next();
        return new SheetRow(number, false, new ArrayList<>(sheet.row(number)));
    }

    @Override
    public List<Finding> notes() {
        return List.of();
    }

    @Override
    public void close() {}
}
