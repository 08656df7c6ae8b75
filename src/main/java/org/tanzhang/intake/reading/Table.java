package org.tanzhang.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.quality.Finding;

/**
 * A form found on a sheet: which row begins its header, which rows are its body, and what each column is.
 *
 * @param heading what stands above it
 * @param endRow the row below its last; another table may begin there
 * @param labelColumn the column that names the rows
 * @param columns member code (carrier or item) by column number
 * @param units printed unit by column number, for forms that print it in the header
 * @param score how well it fits: matched columns and rows
 * @param findings faults of the header
 */
record Table(
        FormDefinition form,
        SheetCells sheet,
        Heading heading,
        int headerRow,
        int bodyRow,
        int endRow,
        int labelColumn,
        OptionalInt codeColumn,
        OptionalInt unitColumn,
        Map<Integer, String> columns,
        Map<Integer, String> units,
        int score,
        List<Finding> findings) {

    /** The rows of the body that hold anything, from top to bottom. */
    List<Integer> body() {
        return sheet.rowsBetween(bodyRow, endRow);
    }
}
