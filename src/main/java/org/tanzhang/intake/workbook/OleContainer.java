package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The OLE2 container of {@code .xls} and {@code .et}, and of much else. */
final class OleContainer {

    private OleContainer() {}

    static POIFSFileSystem open(Content content) throws IOException {
        if (content instanceof Content.OnDisk file) {
            return new POIFSFileSystem(file.file().toFile(), true);
        }
        try (InputStream in = content.stream()) {
            return new POIFSFileSystem(in);
        }
    }

    /** The name of the stream that holds the workbook. */
    static String workbook(POIFSFileSystem container) throws UnreadableWorkbookException {
        DirectoryNode root = container.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.PROTECTED);
        }
        for (String name : root.getEntryNames()) {
            if (name.equalsIgnoreCase("Workbook")) {
                return name;
            }
        }
        if (root.hasEntryCaseInsensitive("Book")) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.UNSUPPORTED, "Excel 5.0/95");
        }
        throw new UnreadableWorkbookException(UnreadableWorkbookException.NOT_A_WORKBOOK);
    }
}
