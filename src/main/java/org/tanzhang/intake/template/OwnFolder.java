package org.tanzhang.intake.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * A folder of this writing alone for rows that are not held: the library's own would be one for all users of the machine,
 * and belong to the first of them.
 */
record OwnFolder(Path path) implements AutoCloseable {

    static OwnFolder forThisThread() throws IOException {
        Path path = Files.createTempDirectory("tanzhang-");
        TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(path.toFile()));
        return new OwnFolder(path);
    }

    @Override
    public void close() throws IOException {
        TempFile.setThreadLocalTempFileCreationStrategy(null);
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
