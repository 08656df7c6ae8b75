package org.tanzhang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.tanzhang.intake.workbook.ReadingBudget;

/**
 * The files that named files and folders hold.
 *
 * @param workbooks what is to be imported: every file named, and in folders what is or calls itself a workbook
 * @param others files in folders that are no workbooks
 * @param tooLarge files over the limit of size
 */
public record FileScan(List<Item> workbooks, List<Item> others, List<Item> tooLarge) {

    /** A file with the name it is known by: its path below the folder named, or its own name. */
    public record Item(Path path, String name) {}

    /** Looks through the paths, folders with all below them; hidden files and editors' lock files are passed over. */
    public static FileScan of(List<Path> paths) throws IOException {
        FileScan scan = new FileScan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        String name = path.relativize(file).toString();
                        if (!isHidden(path.relativize(file))) {
                            scan.add(new Item(file, name), callsItselfWorkbook(name) || isWorkbook(file));
                        }
                    }
                }
            } else {
                scan.add(new Item(path, String.valueOf(path.getFileName())), true);
            }
        }
        return scan;
    }

    private void add(Item item, boolean wanted) throws IOException {
        if (!wanted) {
            others.add(item);
        } else if (Files.size(item.path()) > ReadingBudget.DEFAULT.fileSize().toBytes()) {
            tooLarge.add(item);
        } else {
            workbooks.add(item);
        }
    }

    private static boolean isHidden(Path path) {
        for (Path part : path) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("~$")) {
                return true;
            }
        }
        return false;
    }

    private static boolean callsItselfWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(".xlsx", ".xls", ".xlsm", ".et").anyMatch(lower::endsWith);
    }

    private static boolean isWorkbook(Path file) throws IOException {
        byte[] head = new byte[8];
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(head, 0, head.length);
            return read == head.length && ReadableWorkbook.isOLE2Header(head);
        }
    }
}
