package org.tanzhang.intake.workbook;

/**
 * Sheets that the program itself puts beside a sender's table. They come back with the filled or mended workbook and are
 * for the eye. Each is known by its name together with a line that stands on it; a sender's own sheet may well have the
 * name alone.
 */
public enum OwnSheet {
    /** The findings in front of a returned copy. */
    FINDINGS("审核结果", "审核结果 Findings（碳账 Tanzhang）"),
    /** Last year's figures beside a blank form. */
    LAST_YEAR("上年数", "（上年数，供填报时对照；不在本表填写，也不读取）");

    /** The rows in which the line is looked for: somebody may have inserted some above. */
    private static final int TOP = 10;

    private final String label;
    private final String line;

    OwnSheet(String label, String line) {
        this.label = label;
        this.line = line;
    }

    /** How the sheet's name begins. */
    public String label() {
        return label;
    }

    /** The line on it that nobody else writes, whole in one cell. */
    public String line() {
        return line;
    }

    /** Whether a sheet, of which the topmost rows suffice, is one of them. */
    public static boolean isOne(SheetCells sheet) {
        for (OwnSheet own : values()) {
            if (sheet.name().startsWith(own.label) && own.isSaidOn(sheet)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaidOn(SheetCells sheet) {
        return sheet.rowsBetween(0, TOP).stream()
                .flatMap(row -> sheet.row(row).stream())
                .anyMatch(cell -> cell.text().strip().equals(line));
    }
}
