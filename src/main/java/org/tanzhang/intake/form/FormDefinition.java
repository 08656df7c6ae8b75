package org.tanzhang.intake.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.observation.Reporter;

/**
 * One edition of one form, as its YAML states it.
 *
 * @param id the form's number, such as {@code 205-1}
 * @param statement id under which what is stated is kept: forms of one statement (205-1 with 205-2; the dialects of the
 *     balance) stand for each other in supersession
 * @param companion whether the form only accompanies the one its statement is named after
 * @param validFrom first year for whose figures the edition is meant, null when open
 * @param validTo last such year, null when open
 * @param rulesOf id of the form whose rules it is checked by; its own unless it is an edition of another
 * @param titles words of which one must stand above the table
 * @param rejects words that must not stand above the table
 * @param labels captions of the column that names the rows
 * @param ignoredColumns captions of columns that carry nothing to read
 * @param passingCaptions captions that say nothing of a column beside its others, such as 1-本月
 * @param items the form's own rows or columns
 * @param carriers the form's carriers by code, with names and codes of this edition; empty when the code list's names do
 * @param footers beginnings of rows below the table
 * @param labelOptional whether the label column may have no caption
 * @param sectorRows whether rows may be named by the sector list, as items {@code sector.CODE}
 * @param quantityUnit unit in which every quantity is stated whatever its carrier, such as 吨标准煤 of a balance in standard
 *     quantity; null where each carrier has its own
 * @param inputsPositive whether transformation inputs are printed positive; they are read with the sign turned
 * @param keepsBlanks whether a blank cell is kept as an observation of its own
 * @param print how the edition looks on paper
 * @param rows how rows name their reporters; null where the table has one reporter
 * @param supplements figures stated under the table (补充资料), beside their names
 */
public record FormDefinition(
        String id,
        String statement,
        boolean companion,
        Name title,
        Reporter.Kind reporter,
        Layout layout,
        @Nullable Integer validFrom,
        @Nullable Integer validTo,
        String rulesOf,
        List<String> titles,
        List<String> rejects,
        List<String> labels,
        List<String> codeColumns,
        List<String> unitColumns,
        List<String> ignoredColumns,
        List<String> passingCaptions,
        List<Item> items,
        List<FormCarrier> carriers,
        Map<String, List<String>> fields,
        List<String> footers,
        boolean labelOptional,
        boolean sectorRows,
        @Nullable String quantityUnit,
        boolean inputsPositive,
        boolean keepsBlanks,
        PrintedForm print,
        @Nullable ReporterRows rows,
        List<Supplement> supplements) {

    /** Which dimension runs down and which across. */
    public enum Layout {
        /** rows are items, columns are carriers: the balance */
        ITEMS_DOWN,
        /** rows are carriers, columns are items: the card */
        CARRIERS_DOWN,
        /** a row a unit: the register */
        LIST,
        /** a row a reporter, and each row a statement of its own: the wide export, surveys, indicators */
        REPORTERS_DOWN
    }

    /**
     * How the rows of a table name who reports, and what its columns are.
     *
     * <p>Columns are either pairs of item and carrier listed here, or, where none are listed, carriers; then the one item
     * of the table, its measure, is named above it, and is a statement of its own.
     *
     * @param code captions of the column with the reporter's code
     * @param names captions of the columns with the reporter's name; of regions from the highest level to the lowest
     * @param year captions of the column with the year
     * @param whole names of the row that the region of the title fills itself, such as 全市 and 合计
     */
    public record ReporterRows(
            List<String> code, List<List<String>> names, List<String> year, List<String> whole, List<Column> columns) {

        /**
         * Stands above a blank in which units stand before anybody fills it in: of such a table a row without an answer is no
         * statement. Elsewhere it states that the unit had nothing.
         */
        public static final String UNFILLED = "（整行没有填的单位不算报送，不读取）";

        public ReporterRows {
            code = List.copyOf(code);
            names = names.stream().map(List::copyOf).toList();
            year = List.copyOf(year);
            whole = List.copyOf(whole);
            columns = List.copyOf(columns);
        }

        /** Whether the table's one item is named above it. */
        public boolean byMeasure() {
            return columns.isEmpty();
        }
    }

    /**
     * A column of a table whose rows are reporters.
     *
     * @param carrier code of the carrier, empty for an indicator that is of none
     * @param names its captions, without unit
     * @param qualifier pattern of what else its captions and brackets say, such as the price base; a group in it qualifies
     *     the item: {@code gdp-constant@2020}. Null where nothing is asked
     * @param unit symbol of an indicator's unit, with which the printed one must agree in dimension; null for carriers,
     *     whose own unit holds
     * @param unitImplied whether that unit holds where none is printed: an index, a year
     */
    public record Column(
            String item,
            String carrier,
            List<String> names,
            @Nullable Pattern qualifier,
            @Nullable String unit,
            boolean unitImplied) {}

    /**
     * A row or column of the form's own.
     *
     * @param names its captions; {@code a/b} where b stands under a
     * @param mayBeNegative whether a negative quantity is an answer here
     * @param required whether the table is not this form without it
     * @param unit unit symbol of a value that is not in the carrier's unit (money, coefficients), null otherwise
     */
    public record Item(
            String code,
            List<String> names,
            boolean mayBeNegative,
            boolean required,
            @Nullable String unit) {}

    /**
     * A carrier as this edition lists it.
     *
     * @param code the carrier's code in the code list
     * @param formCode the number this edition gives it, null when it gives none
     * @param unless carrier beside whose column the names mean what the code list says, null when they never do
     * @param beside caption beside which the names mean this carrier, null when they always do
     */
    public record FormCarrier(
            String code,
            @Nullable String formCode,
            List<String> names,
            @Nullable String unless,
            @Nullable String beside) {}

    /**
     * A figure under the table.
     *
     * @param carrier carrier under which it is kept
     * @param names what it is called there, without unit
     * @param unit symbol of its unit where none is printed
     */
    public record Supplement(String item, String carrier, List<String> names, String unit) {

        public Supplement {
            names = List.copyOf(names);
        }
    }

    public FormDefinition {
        titles = List.copyOf(titles);
        rejects = List.copyOf(rejects);
        labels = List.copyOf(labels);
        codeColumns = List.copyOf(codeColumns);
        unitColumns = List.copyOf(unitColumns);
        ignoredColumns = List.copyOf(ignoredColumns);
        passingCaptions = List.copyOf(passingCaptions);
        items = List.copyOf(items);
        carriers = List.copyOf(carriers);
        fields = Map.copyOf(fields);
        footers = List.copyOf(footers);
        supplements = List.copyOf(supplements);
    }

    /** Whether the edition is meant for a year's figures. */
    public boolean validIn(int year) {
        return (validFrom == null || validFrom <= year) && (validTo == null || year <= validTo);
    }
}
