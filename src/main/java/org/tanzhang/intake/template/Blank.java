package org.tanzhang.intake.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.form.FormDefinition;

/**
 * One form to be written out for one reporter and year.
 *
 * @param fields what stands above the table, in print order
 * @param regionCodes the region codes that a list of the form may name, empty when any may stand; of a form whose rows are
 *     reporters the region that it is made out for, then those below it
 * @param measure what is asked of every carrier, of a form that has one measure a table; null for others
 * @param rows the reporters that stand in it, of a form whose rows are reporters; empty for others
 * @param lastYear what the one reporter of another form stated a year before, null when nothing is known or wanted
 */
public record Blank(
        FormDefinition form,
        int year,
        List<Field> fields,
        List<String> regionCodes,
        FormDefinition.@Nullable Item measure,
        List<ReporterRow> rows,
        @Nullable LastYear lastYear) {

    /**
     * A line above the table, such as 单位详细名称.
     *
     * @param value empty where the reporter fills it in
     */
    public record Field(String label, String value) {}

    public Blank {
        fields = List.copyOf(fields);
        regionCodes = List.copyOf(regionCodes);
        rows = List.copyOf(rows);
    }

    /** Whether it has a sheet with last year's figures beside it. */
    boolean showsLastYear() {
        return lastYear != null || rows.stream().anyMatch(row -> !row.lastYear().isEmpty());
    }

    /** How many figures, or lines of a register, of the year before are shown. */
    public int lastYearFigures() {
        int listed = lastYear == null
                ? 0
                : lastYear.figures().size() + lastYear.units().size();
        return listed + rows.stream().mapToInt(row -> row.lastYear().size()).sum();
    }
}
