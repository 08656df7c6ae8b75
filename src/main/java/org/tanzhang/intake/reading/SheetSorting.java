package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.intake.workbook.SheetHead;
import org.tanzhang.intake.workbook.SheetRow;
import org.tanzhang.intake.workbook.SheetRows;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The sheets of one workbook: those with a row a reporter are read as they come, the others are kept whole,
 * the program's own are passed over.
 */
final class SheetSorting {

    /** The rows by which a table of reporters is known; its header ends well above. */
    private static final int HEAD = 100;

    private final WorkbookReader workbooks;
    private final ReporterTableFinder tables;
    private final Regions regions;
    private final ReadingHints hints;
    private final Consumer<ReadStatement> rows;
    private final List<SheetCells> whole = new ArrayList<>();
    private final List<ReadStatement> faulty = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean reporters;

    /** @param rows takes the statements of reporters, one a row */
    SheetSorting(
            WorkbookReader workbooks,
            ReporterTableFinder tables,
            Regions regions,
            ReadingHints hints,
            Consumer<ReadStatement> rows) {
        this.workbooks = workbooks;
        this.tables = tables;
        this.regions = regions;
        this.hints = hints;
        this.rows = rows;
    }

    /** The sheets that are no tables of reporters. */
    List<SheetCells> whole() {
        return whole;
    }

    /** Tables of reporters whose header is at fault, each with the faults of all its rows. */
    List<ReadStatement> faulty() {
        return faulty;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether a table of reporters was found. */
    boolean hasReporters() {
        return reporters;
    }

    boolean isEmpty() {
        return !reporters && whole.stream().allMatch(SheetCells::isEmpty);
    }

    void read(SheetHead sheet, SheetRows in) throws UnreadableWorkbookException {
        SheetCells cells = new SheetCells(sheet);
        List<SheetRow> first = new ArrayList<>();
        SheetRow row = in.nextRow();
        while (row != null && first.size() < HEAD) {
            cells.add(row);
            first.add(row);
            row = in.nextRow();
        }
        if (OwnSheet.isOne(cells)) {
            return;
        }
        Optional<ReporterTable> table = first.isEmpty() ? Optional.empty() : tables.find(cells, hints);
        if (table.isPresent()) {
            reporters = true;
            read(table.get(), first, row, in);
            return;
        }
        whole.add(cells);
        if (row != null) {
            cells.add(row);
            workbooks.gather(cells, in, whole);
        }
    }

    private void read(ReporterTable table, List<SheetRow> first, @Nullable SheetRow next, SheetRows in)
            throws UnreadableWorkbookException {
        ReporterReader reader = new ReporterReader(table, regions);
        Intake intake = new Intake(table);
        first.forEach(r -> reader.read(r).ifPresent(intake::take));
        for (SheetRow row = next; row != null; row = in.nextRow()) {
            reader.read(row).ifPresent(intake::take);
        }
        intake.end();
    }

    /** Where the header is at fault no row can be kept, but the faults of all rows are said. */
    private final class Intake {

        private final ReporterTable table;
        private final List<Finding> held;
        private boolean any;

        Intake(ReporterTable table) {
            this.table = table;
            this.held = new ArrayList<>(table.findings());
        }

        void take(ReadStatement statement) {
            any = true;
            if (table.isFaulty()) {
                held.addAll(statement.findings());
            } else {
                rows.accept(statement);
            }
        }

        void end() {
            if (table.isFaulty()) {
                faulty.add(new ReadStatement(
                        table.statement(),
                        table.form().id(),
                        List.of(table.sheet()),
                        null,
                        null,
                        table.period().orElse(null),
                        List.of(),
                        List.of(),
                        List.of(),
                        held));
                return;
            }
            findings.addAll(table.findings());
            if (!any) {
                findings.add(Finding.on(table.sheet(), "R-REPORTER-02", Severity.WARNING));
            }
        }
    }
}
