package org.tanzhang.intake.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/** One format's way through its sheets and rows; may fail as it likes, {@link GuardedRows} makes findings of it. */
interface RowReader extends Closeable {

    @Nullable SheetHead nextSheet() throws IOException, XMLStreamException, UnreadableWorkbookException;

    /** The next row, which may be empty. */
    @Nullable SheetRow nextRow() throws IOException, XMLStreamException, UnreadableWorkbookException;

    /** What only this format has to say. */
    List<Finding> notes();
}
