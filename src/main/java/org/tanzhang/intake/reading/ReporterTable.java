package org.tanzhang.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.observation.Period;
import org.tanzhang.quality.Finding;
import org.tanzhang.quantity.Unit;

/**
 * A table whose rows are reporters, as its heading and header say.
 *
 * @param statement id under which its rows are kept: the form's, with the measure where the form has one a table
 * @param bodyRow the first row below the header
 * @param code the column with the reporter's code
 * @param names the columns with the reporter's name, from the highest level to the lowest
 * @param year the column with the year
 * @param heading what stands above it
 * @param period what the heading says, for rows that state no year
 * @param columns what each column holds, by its number
 * @param unknown columns that nobody knows, by number, with their captions
 * @param findings faults of heading and header; an error among them holds for every row
 */
record ReporterTable(
        FormDefinition form,
        String statement,
        String sheet,
        int headerRow,
        int bodyRow,
        OptionalInt code,
        List<Integer> names,
        OptionalInt year,
        Heading heading,
        Optional<Period> period,
        Map<Integer, DataColumn> columns,
        Map<Integer, String> unknown,
        List<Finding> findings) {

    /** What a column holds, and in which unit. */
    record DataColumn(String item, String carrier, Unit unit) {}

    /** How well it fits: known columns. */
    int score() {
        return columns.size() + names.size() + (code.isPresent() ? 1 : 0) + (year.isPresent() ? 1 : 0);
    }

    /** Whether the columns are carriers and the one item is named above the table. */
    boolean byMeasure() {
        return form.rows() != null && form.rows().byMeasure();
    }

    /** Names of the row that the region of the title fills itself. */
    List<String> whole() {
        return form.rows() == null ? List.of() : form.rows().whole();
    }

    boolean isFaulty() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
