package org.tanzhang.intake.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a form as it is printed, without place or look: columns with their captions, rows with their labels.
 *
 * @param unitRow whether a row of the header names the units
 * @param letterRow whether a row of the header numbers the columns (甲 乙 丙 1 2 ...)
 */
record Grid(List<Column> columns, List<Line> lines, boolean unitRow, boolean letterRow) {

    /** What stands in a column. */
    enum Kind {
        /** names of the rows */
        LABEL,
        /** the edition's numbers of the rows */
        CODE,
        /** units of the rows */
        UNIT,
        /** figures to be stated */
        FIGURE,
        /** words to be stated, in a list */
        WORD
    }

    /**
     * A column.
     *
     * @param captions from top to bottom
     * @param member code of the item or carrier it states, empty for the columns that name rows
     * @param unit unit that the header prints, empty when it prints none
     * @param letter its number in the letter row
     * @param choices the answers it takes, empty when it takes any
     */
    record Column(Kind kind, List<String> captions, String member, String unit, String letter, List<String> choices) {

        boolean namesRows() {
            return kind == Kind.LABEL || kind == Kind.CODE || kind == Kind.UNIT;
        }
    }

    /**
     * A row.
     *
     * @param label as printed, indented by leading spaces
     * @param member code of the item or carrier it states
     */
    record Line(String label, String code, String unit, String member) {}

    /**
     * A cell to be filled in.
     *
     * @param unit printed unit, null for figures that are in no carrier's unit (coefficients, money)
     */
    record Figure(String item, String carrier, @Nullable String unit, boolean mayBeNegative, boolean coefficient) {}

    Grid {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** How many rows of captions the header has. */
    int captionRows() {
        return columns.stream().mapToInt(c -> c.captions().size()).max().orElse(1);
    }

    /** How many rows the header has altogether. */
    int headerRows() {
        return captionRows() + (unitRow ? 1 : 0) + (letterRow ? 1 : 0);
    }

    /** How many columns name the rows. */
    int namingColumns() {
        return (int) columns.stream().filter(Column::namesRows).count();
    }
}
