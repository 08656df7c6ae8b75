package org.tanzhang.ledger.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The server's log folder: startup.log until the server's own collector runs, then a file for each day of the month. */
record ServerLog(Path folder) {

    private static final long STARTUP_LOG_LIMIT = 1 << 20;
    private static final int LINES = 15;

    Path startup() {
        return folder.resolve("startup.log");
    }

    /** Makes the folder for the server's user and empties a startup.log that has grown past 1 MB. */
    void prepare(RunAs way) throws IOException {
        Folder.make(folder, "rwx------");
        if (Files.exists(startup()) && Files.size(startup()) > STARTUP_LOG_LIMIT) {
            Files.delete(startup());
        }
        if (Folder.uid(folder) != way.uid()) {
            Folder.giveAll(folder, way.uid(), way.gid());
        }
    }

    /** How long each file is now, for {@link #since}. */
    Map<Path, Long> mark() throws IOException {
        var sizes = new HashMap<Path, Long>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (var file : files) {
                    sizes.put(file, Files.size(file));
                }
            }
        }
        return sizes;
    }

    /** The last lines written since a mark. */
    String since(Map<Path, Long> mark) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : new TreeSet<>(mark().keySet())) {
            lines.addAll(tail(file, mark.getOrDefault(file, 0L)));
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static List<String> tail(Path path, long from) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - 65_536);
            var bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
