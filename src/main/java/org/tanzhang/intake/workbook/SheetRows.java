package org.tanzhang.intake.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/**
 * A workbook read sheet by sheet and row by row, holding one row at a time.
 *
 * <pre>{@code
 * try (SheetRows rows = reader.rows(bytes)) {
 *     for (SheetHead sheet = rows.nextSheet(); sheet != null; sheet = rows.nextSheet()) {
 *         for (SheetRow row = rows.nextRow(); row != null; row = rows.nextRow()) {
 * }</pre>
 *
 * <p>For one thread. Its time budget runs while it reads and stands still while the caller works.
 */
public interface SheetRows extends Closeable {

    WorkbookKind kind();

    /** The next sheet in the order of the workbook, null after the last; what is left of the present one is passed over. */
    @Nullable SheetHead nextSheet() throws UnreadableWorkbookException;

    /** The next row of the present sheet that holds anything, null after the last. */
    @Nullable SheetRow nextRow() throws UnreadableWorkbookException;

    /** What is to be said about the file as a whole, never graver than information; complete after the last sheet. */
    List<Finding> notes();

    @Override
    void close() throws IOException;
}
