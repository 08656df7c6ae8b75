package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.intake.workbook.UnreadableWorkbookException;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/**
 * The sender's own workbook, handed back with every faulty cell coloured and commented and a list of the findings in
 * front. Values, formulas, formats, charts and the sender's own comments stay; formulas are never calculated.
 *
 * <p>What can bear no marks (a text, a web page or an old format under a workbook's name, an {@code .xls} at its row limit
 * or too large for the memory) comes back as an {@code .xlsx} with the text as read; what cannot be read at all as one
 * with the list alone.
 */
public final class MarkedCopy {

    /** An {@code .xls} is marked in memory; this many bytes take up to 256 MB there. */
    private static final int BINARY_LIMIT = 16 << 20;

    /** File systems hold names of 255 bytes. */
    private static final int NAME_LIMIT = 255;

    private MarkedCopy() {}

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes the copy whole or not at all.
     *
     * @param original the bytes of the file as it came; what it is is judged by them
     * @param target where the copy is wanted; the right extension is added where it has another
     * @return where the copy lies
     */
    public static Path write(byte[] original, Answer answer, FindingWords words, Path target) throws IOException {
        Path kept = Files.createTempFile("tanzhang-", ".original");
        try {
            Files.write(kept, original);
            return write(kept, answer, words, target);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** As {@link #write(byte[], Answer, FindingWords, Path)}, of a file that nobody changes meanwhile. */
    public static Path write(Path original, Answer answer, FindingWords words, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path beside = target.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            return moved(beside, named(target, content(original, answer, words, beside)));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Writes what can be written; returns its extension. */
    private static String content(Path original, Answer answer, FindingWords words, Path beside) throws IOException {
        try {
            FileMagic kind = FileMagic.valueOf(original.toFile());
            if (kind == FileMagic.OOXML) {
                try (OutputStream out = Files.newOutputStream(beside)) {
                    XlsxCopy.write(original, answer, words, true, out);
                }
                return XlsxCopy.hasMacros(original) ? ".xlsm" : ".xlsx";
            }
            if (kind == FileMagic.OLE2 && Files.size(original) <= BINARY_LIMIT) {
                Files.write(beside, XlsCopy.of(Files.readAllBytes(original), answer, words));
                return ".xls";
            }
        } catch (IOException | RuntimeException e) {
            // whatever a hostile or broken workbook does to the library, its sender still gets the list
        }
        asRead(original, answer, words, beside);
        return ".xlsx";
    }

    private static void asRead(Path original, Answer answer, FindingWords words, Path beside) throws IOException {
        List<SheetCells> sheets = cells(original);
        Path plain = Files.createTempFile("tanzhang-", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(plain)) {
                AsRead.write(sheets, out);
            }
            Answer moved = new Answer(renamed(answer.findings(), sheets), answer.notes());
            try (OutputStream out = Files.newOutputStream(beside)) {
                XlsxCopy.write(plain, moved, words, !sheets.isEmpty(), out);
            }
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static List<SheetCells> cells(Path original) throws IOException {
        try {
            return WorkbookReader.read(Files.readAllBytes(original));
        } catch (UnreadableWorkbookException e) {
            return List.of();
        }
    }

    /** A sheet whose name Excel does not take got another one. */
    private static List<ReturnedFinding> renamed(List<ReturnedFinding> findings, List<SheetCells> sheets) {
        List<String> names = AsRead.names(sheets);
        Map<String, String> by = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            by.putIfAbsent(sheets.get(i).name(), names.get(i));
        }
        List<ReturnedFinding> renamed = new ArrayList<>();
        for (ReturnedFinding returned : findings) {
            Finding f = returned.finding();
            CellAddress at = f.cell();
            String name = f.sheet() == null ? null : by.getOrDefault(f.sheet(), f.sheet());
            if (at == null || name == null || name.equals(f.sheet())) {
                renamed.add(returned);
            } else {
                CellAddress moved = new CellAddress(name, at.row(), at.column());
                Finding there =
                        new Finding(f.rule(), f.severity(), moved, name, f.subject(), f.value(), f.arguments());
                renamed.add(new ReturnedFinding(returned.id(), there, returned.accepted()));
            }
        }
        return renamed;
    }

    /** Another extension stays in the name, so that two files of one name do not meet. */
    private static Path named(Path target, String extension) {
        String name = target.getFileName().toString();
        boolean fits = name.toLowerCase(Locale.ROOT).endsWith(extension);
        String stem = fits ? name.substring(0, name.length() - extension.length()) : name;
        String ending = fits ? name.substring(stem.length()) : extension;
        while (bytes(stem + ending) > NAME_LIMIT) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return target.resolveSibling(stem + ending);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Path moved(Path beside, Path place) throws IOException {
        try {
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        }
        return place;
    }
}
