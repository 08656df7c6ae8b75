package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.Period;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

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

    /** Whether the edition is meant for the year of the heading; so it is where there is none. */
    boolean isInForce() {
        return heading.period().map(p -> form.validIn(p.year())).orElse(true);
    }

    /** The table, with a remark where no edition in force fits and this one was read instead. */
    Table judged() {
        if (isInForce()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.on(
                sheet.name(),
                "R-FORM-08",
                Severity.WARNING,
                form.id(),
                form.validFrom() == null ? "" : form.validFrom(),
                form.validTo() == null ? "" : form.validTo(),
                heading.period().map(Period::year).orElse(0)));
        return new Table(
                form,
                sheet,
                heading,
                headerRow,
                bodyRow,
                endRow,
                labelColumn,
                codeColumn,
                unitColumn,
                columns,
                units,
                score,
                all);
    }

    /** The rows of the body that hold anything, from top to bottom. */
    List<Integer> body() {
        return sheet.rowsBetween(bodyRow, endRow);
    }
}
