package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.nio.file.Path;

/** What a file is by its bytes, whatever its name says. */
public enum WorkbookKind {
    /** Office Open XML, as Excel 2007 and later and WPS write it. */
    XLSX(true, ".xlsx"),
    /** The same with macros. */
    XLSM(true, ".xlsm"),
    /** BIFF8 in an OLE2 container, as Excel 97 to 2003 and WPS ({@code .et}) write it. */
    XLS(true, ".xls"),
    /** XML Spreadsheet 2003: one XML text. */
    SPREADSHEET_ML(false, "XML Spreadsheet 2003"),
    /** A web page with tables, as web platforms export under the name {@code .xls}. */
    HTML(false, "HTML"),
    /** Text with tabs, commas or semicolons between the fields. */
    DELIMITED_TEXT(false, "CSV/TSV"),
    /** Anything else. */
    OTHER(false, "");

    private final boolean marks;
    private final String words;

    WorkbookKind(boolean marks, String words) {
        this.marks = marks;
        this.words = words;
    }

    /** The format's name, in every language. */
    public String words() {
        return words;
    }

    /** Whether a copy of the same kind can carry colours and comments; of the others the copy is an {@code .xlsx}. */
    public boolean carriesMarks() {
        return marks;
    }

    /**
     * Judges by the first bytes and, in a package, by the names of its parts. Says what the file claims to be; whether it
     * can be read is seen when it is read.
     */
    public static WorkbookKind of(byte[] bytes) {
        try {
            return Opening.kind(Content.of(bytes), ReadingBudget.DEFAULT);
        } catch (UnreadableWorkbookException e) {
            return OTHER;
        }
    }

    /** The same of a file, which is read no further than its kind needs. */
    public static WorkbookKind of(Path file, ReadingBudget budget) {
        try {
            return Opening.look(Content.of(file), budget, new Clock(budget.time()))
                    .kind();
        } catch (UnreadableWorkbookException e) {
            return OTHER;
        }
    }

    /** Whether a text has tabs between its fields. */
    public static boolean isTabSeparated(Path file) {
        try {
            return TextLook.of(Content.of(file), new Clock(ReadingBudget.DEFAULT.time()))
                    .filter(look -> look.separator() == '\t')
                    .isPresent();
        } catch (IOException | UnreadableWorkbookException e) {
            return false;
        }
    }
}
