package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens files from outside, judged by their bytes and never by their names, within a budget of bytes, time and memory.
 *
 * <p>Formulas give the values stored with them, macros never run, nothing that a file refers to is fetched. Safe for use by
 * several threads.
 */
public final class WorkbookReader {

    private static final WorkbookReader USUAL = new WorkbookReader(ReadingBudget.DEFAULT);

    private final ReadingBudget budget;

    public WorkbookReader(ReadingBudget budget) {
        this.budget = budget;
    }

    /** The sheets, read within the usual budget. */
    public static List<SheetCells> read(byte[] bytes) throws UnreadableWorkbookException {
        return USUAL.open(bytes).sheets();
    }

    public ReadingBudget budget() {
        return budget;
    }

    /** Reads a whole workbook into memory; for one whose cells do not fit there is {@link #rows}. */
    public OpenedWorkbook open(byte[] bytes) throws UnreadableWorkbookException {
        return gather(rows(bytes));
    }

    /** The rows, one after the other. */
    public SheetRows rows(byte[] bytes) throws UnreadableWorkbookException {
        return rows(Content.of(bytes));
    }

    /** The rows of a file on disk, which nobody may change meanwhile. */
    public SheetRows rows(Path file) throws UnreadableWorkbookException {
        return rows(Content.of(file));
    }

    /** Whether a file is worked on in a JVM of its own; no more of it is read than its kind and its sizes need. */
    public boolean isReadApart(byte[] bytes) throws UnreadableWorkbookException {
        return Opening.look(Content.of(bytes), budget, new Clock(budget.time())).isLarge();
    }

    private SheetRows rows(Content content) throws UnreadableWorkbookException {
        Clock clock = new Clock(budget.time());
        Opening opening = Opening.look(content, budget, clock);
        return opening.isLarge()
                ? GuardedRows.guarded(() -> ApartRows.start(content, opening.kind(), budget, clock))
                : opening.rows();
    }

    private OpenedWorkbook gather(SheetRows opened) throws UnreadableWorkbookException {
        List<SheetCells> sheets = new ArrayList<>();
        try (SheetRows rows = opened) {
            for (SheetHead head = rows.nextSheet(); head != null; head = rows.nextSheet()) {
                SheetCells cells = new SheetCells(head);
                sheets.add(cells);
                gather(cells, rows, sheets);
            }
            if (sheets.stream().allMatch(SheetCells::isEmpty)) {
                throw empty();
            }
            return new OpenedWorkbook(rows.kind(), sheets, rows.notes());
        } catch (IOException e) {
            throw UnreadableWorkbookException.of(e);
        }
    }

    /**
     * Adds to a sheet what is left of its rows.
     *
     * @param sheets the sheets of the workbook that are held, this one among them: together they keep within the budget
     */
    public void gather(SheetCells cells, SheetRows rows, List<SheetCells> sheets) throws UnreadableWorkbookException {
        long limit = budget.heap().toBytes() / 2;
        long others = sheets.stream()
                .filter(s -> !s.equals(cells))
                .mapToLong(SheetCells::weight)
                .sum();
        for (SheetRow row = rows.nextRow(); row != null; row = rows.nextRow()) {
            cells.add(row);
            if (others + cells.weight() > limit) {
                throw new UnreadableWorkbookException(
                        UnreadableWorkbookException.OUT_OF_MEMORY, Sizes.of(budget.heap()));
            }
        }
    }

    /** What is to be said of a workbook whose sheets hold nothing. */
    public static UnreadableWorkbookException empty() {
        return new UnreadableWorkbookException(UnreadableWorkbookException.EMPTY);
    }
}
