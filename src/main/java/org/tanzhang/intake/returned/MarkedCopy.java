package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/**
 * The sender's own workbook, handed back with every faulty cell coloured and commented and a list of the findings in
 * front. Values, formulas, formats, charts and the sender's own comments stay; formulas are never calculated.
 *
 * <p>What can bear no marks (a text, a web page or an old format under a workbook's name, an {@code .xls} at its row limit
 * or, with all its findings, too large for the memory) comes back as an {@code .xlsx} with the text as read; what cannot be
 * read at all, or takes longer than it may, as one with the list alone.
 */
public final class MarkedCopy {

    /** File systems hold names of 255 bytes. */
    private static final int NAME_LIMIT = 255;

    private MarkedCopy() {}

    /** What is marked: the sender's own workbook where that can bear it, or the text of it alone. */
    enum Way {
        AS_IT_CAME,
        AS_READ
    }

    /**
     * Writes the copy whole or not at all.
     *
     * @param original the bytes of the file as it came; what it is is judged by them
     * @param target where the copy is wanted; the right extension is added where it has another
     * @return where the copy lies
     */
    public static Path write(byte[] original, Answer answer, FindingWords words, Path target, MarkingBudget budget)
            throws IOException {
        Path kept = Files.createTempFile("tanzhang-", ".original");
        try {
            Files.write(kept, original);
            return write(kept, answer, words, target, Way.AS_IT_CAME, budget);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** As {@link #write(byte[], Answer, FindingWords, Path, MarkingBudget)}, of a file that nobody changes meanwhile. */
    static Path write(Path original, Answer answer, FindingWords words, Path target, Way way, MarkingBudget budget)
            throws IOException {
        Allowance allowance = Allowance.of(budget);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path beside = beside(target);
        try {
            return moved(beside, named(target, content(original, answer, words, beside, way, budget, allowance)));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Where a copy is written before it is whole. */
    static Path beside(Path target) {
        String name = "." + Integer.toHexString(target.getFileName().toString().hashCode()) + ".tmp";
        return target.toAbsolutePath().resolveSibling(name);
    }

    /** Writes what can be written; returns its extension. */
    private static String content(
            Path original,
            Answer answer,
            FindingWords words,
            Path beside,
            Way way,
            MarkingBudget budget,
            Allowance allowance)
            throws IOException {
        try {
            FileMagic kind = FileMagic.valueOf(original.toFile());
            if (way == Way.AS_IT_CAME && kind == FileMagic.OOXML) {
                try (OutputStream out = Files.newOutputStream(beside)) {
                    XlsxCopy.write(original, answer, words, true, allowance, out);
                }
                return XlsxCopy.hasMacros(original, allowance) ? ".xlsm" : ".xlsx";
            }
            if (way == Way.AS_IT_CAME
                    && kind == FileMagic.OLE2
                    && XlsCopy.bears(Files.size(original), answer.findings().count())) {
                Files.write(beside, XlsCopy.of(Files.readAllBytes(original), answer, words, allowance));
                return ".xls";
            }
        } catch (IOException | RuntimeException e) {
            // whatever a hostile or broken workbook does to the library, its sender still gets the list
        }
        try {
            asRead(original, answer, words, beside, budget.sizes(), allowance);
        } catch (IOException e) {
            if (!allowance.isOver()) {
                throw e;
            }
            list(answer, words, beside);
        }
        return ".xlsx";
    }

    /** The list alone, for a file that was refused when it was read, or whose own cells ask for too much. */
    static Path listed(Answer answer, FindingWords words, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path beside = beside(target);
        try {
            list(answer, words, beside);
            return moved(beside, named(target, ".xlsx"));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void list(Answer answer, FindingWords words, Path beside) throws IOException {
        Path nothing = Files.createTempFile("tanzhang-", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(nothing)) {
                AsRead.nothing(out);
            }
            try (OutputStream out = Files.newOutputStream(beside)) {
                XlsxCopy.write(nothing, answer, words, false, Allowance.ofList(), out);
            }
        } finally {
            Files.deleteIfExists(nothing);
        }
    }

    private static void asRead(
            Path original, Answer answer, FindingWords words, Path beside, ReadingBudget budget, Allowance allowance)
            throws IOException {
        Path plain = Files.createTempFile("tanzhang-", ".xlsx");
        try {
            allowance.checkTime();
            Map<String, String> names;
            try (OutputStream out = allowance.within(Files.newOutputStream(plain))) {
                names = AsRead.write(original, budget, out);
            }
            boolean named =
                    names.entrySet().stream().allMatch(name -> name.getKey().equals(name.getValue()));
            Answer moved = named
                    ? answer
                    : new Answer(answer.findings().map(finding -> renamed(finding, names)), answer.notes());
            try (OutputStream out = Files.newOutputStream(beside)) {
                XlsxCopy.write(plain, moved, words, !names.isEmpty(), allowance.forOwnPackage(), out);
            }
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /** A sheet whose name Excel does not take got another one. */
    private static ReturnedFinding renamed(ReturnedFinding returned, Map<String, String> names) {
        Finding f = returned.finding();
        CellAddress at = f.cell();
        if (at == null) {
            return returned;
        }
        CellAddress moved = renamed(at, names);
        Finding there = new Finding(
                f.rule(),
                f.severity(),
                moved,
                moved.sheet(),
                f.subject(),
                f.value(),
                f.arguments(),
                f.related().stream().map(other -> renamed(other, names)).toList());
        return new ReturnedFinding(returned.id(), there, returned.accepted());
    }

    private static CellAddress renamed(CellAddress at, Map<String, String> names) {
        return new CellAddress(names.getOrDefault(at.sheet(), at.sheet()), at.row(), at.column());
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
