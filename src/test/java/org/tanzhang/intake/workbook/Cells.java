package org.tanzhang.intake.workbook;

import java.util.ArrayList;
import java.util.List;
import org.tanzhang.quality.Finding;

/** What a workbook holds, in lines that a test can name. */
final class Cells {

    private Cells() {}

    /** {@code Sheet1!B2 NUMBER 800} for every cell. */
    static List<String> of(byte[] bytes) throws UnreadableWorkbookException {
        return of(new WorkbookReader(ReadingBudget.DEFAULT).open(bytes));
    }

    static List<String> of(OpenedWorkbook workbook) {
        List<String> lines = new ArrayList<>();
        for (SheetCells sheet : workbook.sheets()) {
            for (int row : sheet.rowNumbers()) {
                for (SheetCell cell : sheet.row(row)) {
                    lines.add(sheet.address(cell) + " " + cell.kind() + " "
                            + cell.text().replace("\n", "\\n"));
                }
            }
        }
        return lines;
    }

    /** {@code R-FILE-12 [HTML]} for everything that is said about the file. */
    static List<String> notes(byte[] bytes) throws UnreadableWorkbookException {
        return new WorkbookReader(ReadingBudget.DEFAULT)
                .open(bytes).notes().stream().map(Cells::line).toList();
    }

    /** {@code R-FILE-05 [200 MB]} where it cannot be read, else how many cells it holds. */
    static String refusal(byte[] bytes) {
        return refusal(bytes, ReadingBudget.DEFAULT);
    }

    static String refusal(byte[] bytes, ReadingBudget budget) {
        try {
            return of(new WorkbookReader(budget).open(bytes)).size() + " cells";
        } catch (UnreadableWorkbookException e) {
            return line(e.finding());
        }
    }

    private static String line(Finding finding) {
        return finding.rule() + " " + finding.arguments();
    }
}
