package org.tanzhang.intake.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.form.FormDefinition;

/**
 * One form to be written out for one reporter and year.
 *
 * @param fields what stands above the table, in print order; of a form whose rows are units the code and name of the first
 * @param regionCodes the region codes that a list of the form may name, empty when any may stand; of a form whose rows are
 *     regions those of its rows
 * @param measure what is asked of every carrier, of a form that has one measure a table; null for others
 * @param lastYear what the reporter stated a year before, null when nothing is known or wanted
 */
public record Blank(
        FormDefinition form,
        int year,
        List<Field> fields,
        List<String> regionCodes,
        FormDefinition.@Nullable Item measure,
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
    }
}
