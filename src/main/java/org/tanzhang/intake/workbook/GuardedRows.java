package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** A format's reader kept within its time, its faults turned into refusals, its hidden rows and columns counted. */
final class GuardedRows implements SheetRows {

    private static final String HIDDEN = "R-FILE-11";
    private static final String OTHER_KIND = "R-FILE-12";

    private final WorkbookKind kind;
    private final RowReader reader;
    private final Clock clock;
    private final List<Finding> notes = new ArrayList<>();
    private @Nullable SheetHead sheet;
    private BitSet hiddenColumns = new BitSet();
    private final BitSet hiddenFilled = new BitSet();
    private int hiddenRows;

    /** @param clock running since the file was opened */
    GuardedRows(WorkbookKind kind, RowReader reader, Clock clock) {
        this.kind = kind;
        this.reader = reader;
        this.clock = clock;
        clock.stop();
    }

    @FunctionalInterface
    interface Reading<T> {
        T get() throws Exception;
    }

    static <T> T guarded(Reading<T> reading) throws UnreadableWorkbookException {
        try {
            return reading.get();
        } catch (EncryptedDocumentException e) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.PROTECTED);
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            // whatever a hostile file does to a library, it is a fault of the file
            throw UnreadableWorkbookException.of(e);
        }
    }

    @Override
    public WorkbookKind kind() {
        return kind;
    }

    @Override
    public @Nullable SheetHead nextSheet() throws UnreadableWorkbookException {
        sayHidden();
        clock.start();
        try {
            sheet = guarded(() -> Optional.ofNullable(reader.nextSheet())).orElse(null);
            hiddenColumns = sheet == null ? new BitSet() : sheet.hiddenColumns();
            return sheet;
        } finally {
            clock.stop();
        }
    }

    @Override
    public @Nullable SheetRow nextRow() throws UnreadableWorkbookException {
        clock.start();
        try {
            @Nullable SheetRow row = row();
            while (row != null && row.cells().isEmpty()) {
                clock.check();
                row = row();
            }
            clock.check();
            if (row != null) {
                noteHidden(row);
            }
            return row;
        } finally {
            clock.stop();
        }
    }

    private @Nullable SheetRow row() throws UnreadableWorkbookException {
        return guarded(() -> Optional.ofNullable(reader.nextRow())).orElse(null);
    }

    private void noteHidden(SheetRow row) {
        if (row.hidden()) {
            hiddenRows++;
        }
        if (!hiddenColumns.isEmpty()) {
            for (SheetCell cell : row.cells()) {
                if (hiddenColumns.get(cell.column())) {
                    hiddenFilled.set(cell.column());
                }
            }
        }
    }

    private void sayHidden() {
        if (sheet != null && (hiddenRows > 0 || !hiddenFilled.isEmpty())) {
            notes.add(Finding.on(
                    sheet.name(), HIDDEN, Severity.INFO, sheet.name(), hiddenRows, hiddenFilled.cardinality()));
        }
        hiddenRows = 0;
        hiddenFilled.clear();
    }

    @Override
    public List<Finding> notes() {
        List<Finding> all = new ArrayList<>(reader.notes());
        if (!kind.carriesMarks()) {
            all.add(Finding.file(OTHER_KIND, Severity.INFO, kind.words()));
        }
        all.addAll(notes);
        return all;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
