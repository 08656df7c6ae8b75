package org.tanzhang.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tanzhang.intake.workbook.ReadingBudget;
import org.tanzhang.intake.workbook.WorkbookKind;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * The files that named files and folders hold. Links inside a folder are not followed; pipes, sockets and devices are not
 * opened.
 *
 * @param workbooks what is to be imported: every file named, and in folders what is or calls itself a workbook
 * @param others files in folders that are no workbooks
 * @param remarks what is to be said of files that are not taken in, or not under their own names
 */
public record FileScan(List<ReceivedFile> workbooks, List<String> others, List<Remark> remarks) {

    static final String LINK = "R-FILE-15";
    private static final String SPECIAL = "R-FILE-16";
    static final String UNREADABLE = "R-FILE-17";
    private static final String RENAMED = "R-FILE-18";

    /** A finding about a file by the name it is known by. */
    public record Remark(String file, Finding finding) {}

    /** Looks through the paths, folders with all below them; hidden files and editors' lock files are passed over. */
    public static FileScan of(List<Path> paths, ReadingBudget budget) throws IOException {
        FileScan scan = new FileScan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path path : paths) {
            try {
                Path real = path.toRealPath();
                if (Files.isDirectory(real)) {
                    scan.folder(real, budget);
                } else {
                    scan.look(real, Path.of(String.valueOf(path.getFileName())), path, budget, true);
                }
            } catch (NoSuchFileException gone) {
                // taken away since it was named
            }
        }
        return scan;
    }

    private void folder(Path root, ReadingBudget budget) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root) && isHidden(folder.getFileName())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file.getFileName())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                remark(name(file, root.relativize(file)), UNREADABLE, Severity.ERROR, reasonOf(reason));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        for (Path file : found) {
            look(file, root.relativize(file), file, budget, false);
        }
    }

    private static String name(Path file, Path shown) {
        return FileName.of(file, shown.getNameCount()).shown();
    }

    private void look(Path file, Path shown, Path opened, ReadingBudget budget, boolean named) throws IOException {
        FileName name = FileName.of(named ? opened : file, shown.getNameCount());
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException gone) {
            return;
        }
        if (attributes.isSymbolicLink()) {
            remark(name.shown(), LINK, Severity.WARNING);
        } else if (!attributes.isRegularFile()) {
            remark(name.shown(), SPECIAL, Severity.WARNING);
        } else if (!Files.isReadable(file)) {
            remark(name.shown(), UNREADABLE, Severity.ERROR, "r--");
        } else if (!named && !callsItselfWorkbook(name.shown()) && !isWorkbook(file, name.shown(), budget)) {
            others.add(name.shown());
        } else if (attributes.size() > budget.fileSize().toBytes()) {
            remark(name.shown(), "R-FILE-05", Severity.ERROR, budget.fileSize().toMegabytes() + " MB");
        } else {
            workbooks.add(new ReceivedFile(file, name.shown(), attributes.size(), attributes.lastModifiedTime()));
            if (name.changed()) {
                remark(name.shown(), RENAMED, Severity.INFO, name.shown());
            }
        }
    }

    private void remark(String file, String rule, Severity severity, Object... arguments) {
        remarks.add(new Remark(file, Finding.file(rule, severity, arguments)));
    }

    static String reasonOf(IOException reason) {
        return reason.getClass().getSimpleName().replace("Exception", "");
    }

    private static boolean isHidden(Path name) {
        return name.toString().startsWith(".") || name.toString().startsWith("~$");
    }

    /** What its sender means to be a workbook, or a spreadsheet of a format that he must be told to change. */
    private static boolean callsItselfWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(".xlsx", ".xls", ".xlsm", ".et", ".csv", ".tsv", ".xlsb", ".ods")
                .anyMatch(lower::endsWith);
    }

    /** Text lies in folders for many reasons: only fields with tabs between, and pages with tables, are taken for data. */
    private static boolean isWorkbook(Path file, String name, ReadingBudget budget) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (WorkbookKind.of(file, budget)) {
            case XLSX, XLSM, XLS, SPREADSHEET_ML -> true;
            case HTML -> lower.endsWith(".htm") || lower.endsWith(".html");
            case DELIMITED_TEXT -> lower.endsWith(".txt") && WorkbookKind.isTabSeparated(file);
            case OTHER -> false;
        };
    }
}
