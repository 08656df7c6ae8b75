package org.tanzhang.intake.returned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/**
 * The sender's own workbook, handed back with every faulty cell coloured and commented and a list of the findings in
 * front. Values, formulas, formats and the sender's own comments stay; formulas are never calculated.
 *
 * <p>A file that cannot be opened (a text, damaged, protected), or that is too large to be held in memory, gives a
 * workbook with the list alone.
 */
public final class MarkedCopy {

    /** XML of more than this does not fit into memory as a workbook that can be edited. */
    private static final long UNPACKED_LIMIT = 64L << 20;

    /** An {@code .xls} of more than this neither. */
    private static final int BINARY_LIMIT = 32 << 20;

    /** So many comments no spreadsheet shows; the list has them all. */
    private static final int MARK_LIMIT = 20_000;

    private MarkedCopy() {}

    /**
     * Writes the copy whole or not at all.
     *
     * @param original the bytes of the file as it came; what it is is judged by them
     * @param target where the copy is wanted; the right extension is added where it has another
     * @return where the copy lies
     */
    public static Path write(byte[] original, List<Finding> findings, FindingWords words, Path target)
            throws IOException {
        if (findings.size() <= MARK_LIMIT) {
            try {
                return marked(original, findings, words, target);
            } catch (UnmarkableException e) {
                return listed(findings, words, target);
            }
        }
        return listed(findings, words, target);
    }

    /** The original cannot be opened or written again. */
    private static final class UnmarkableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnmarkableException(String reason) {
            super(reason);
        }

        UnmarkableException(Exception cause) {
            super(cause);
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static Path marked(byte[] original, List<Finding> findings, FindingWords words, Path target)
            throws IOException, UnmarkableException {
        byte[] copy;
        Path place;
        try (Workbook book = open(original)) {
            FindingList.removeEarlier(book);
            Marks marks = new Marks(book, words);
            marks.removeEarlier();
            marks.apply(findings);
            new FindingList(book, words, true).write(findings);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            copy = book instanceof HSSFWorkbook ? FrontSheet.of(out.toByteArray()) : out.toByteArray();
            place = named(target, extension(book));
        } catch (IOException | RuntimeException e) {
            // whatever a hostile or broken workbook does to the library, its sender still gets the list
            throw new UnmarkableException(e);
        }
        replace(place, out -> out.write(copy));
        return place;
    }

    private static Path listed(List<Finding> findings, FindingWords words, Path target) throws IOException {
        Path place = named(target, ".xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            new FindingList(book, words, false).write(findings);
            replace(place, book::write);
        }
        return place;
    }

    private static Workbook open(byte[] original) throws IOException, UnmarkableException {
        FileMagic kind = FileMagic.valueOf(original);
        if (kind == FileMagic.OOXML) {
            checkSize(original);
            return new XSSFWorkbook(new ByteArrayInputStream(original));
        }
        if (kind == FileMagic.OLE2 && original.length <= BINARY_LIMIT) {
            POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(original));
            return new HSSFWorkbook(container.getRoot(), true);
        }
        throw new UnmarkableException("no workbook that can be edited: " + kind);
    }

    private static void checkSize(byte[] original) throws IOException, UnmarkableException {
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(original))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > UNPACKED_LIMIT) {
                        throw new UnmarkableException("larger than " + UNPACKED_LIMIT);
                    }
                }
            }
        }
    }

    private static String extension(Workbook book) {
        if (book instanceof XSSFWorkbook xlsx) {
            return xlsx.isMacroEnabled() ? ".xlsm" : ".xlsx";
        }
        return ".xls";
    }

    /** Another extension stays in the name, so that two files of one name do not meet. */
    private static Path named(Path target, String extension) {
        String name = target.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(extension) ? target : target.resolveSibling(name + extension);
    }

    private static void replace(Path target, Content content) throws IOException {
        Path place = target.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path beside = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            try {
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
