package org.tanzhang.intake.workbook;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks over the first records of an {@code .xls} before a library does: a table of texts that declares more texts than
 * it has bytes would have it make them all.
 */
final class Biff8Check {

    private static final int ENCRYPTED = 0x002F;
    private static final int TEXTS = 0x00FC;
    private static final int CONTINUED = 0x003C;
    private static final int END = 0x000A;
    /** [MS-XLS] 2.5.293: a text is its length, two bytes, and a byte of options. */
    private static final int SHORTEST_TEXT = 3;

    private Biff8Check() {}

    /** Whether the table of texts can be judged; in an encrypted workbook it cannot. */
    static boolean isPlain(InputStream workbook, Clock clock) throws IOException, UnreadableWorkbookException {
        InputStream in = new BufferedInputStream(workbook, 1 << 16);
        long declared = -1;
        long bytes = 0;
        try {
            for (int id = unsignedShort(in); id != END; id = unsignedShort(in)) {
                int length = unsignedShort(in);
                clock.check();
                if (id == ENCRYPTED) {
                    return false;
                }
                if (id == TEXTS && length >= 8) {
                    in.skipNBytes(4);
                    declared = unsignedShort(in) | ((long) unsignedShort(in) << 16);
                    bytes = length - 8;
                    in.skipNBytes(bytes);
                } else if (declared >= 0 && id != CONTINUED) {
                    break;
                } else {
                    bytes += length;
                    in.skipNBytes(length);
                }
            }
        } catch (EOFException e) {
            // cut off; its reader will say so
        }
        if (declared > bytes / SHORTEST_TEXT) {
            throw new UnreadableWorkbookException(
                    UnreadableWorkbookException.DAMAGED, "SST " + declared + " > " + bytes);
        }
        return true;
    }

    /** Two bytes, the lower first. */
    private static int unsignedShort(InputStream in) throws IOException {
        int low = in.read();
        int high = in.read();
        if (high < 0) {
            throw new EOFException();
        }
        return low | high << 8;
    }
}
