package org.tanzhang.intake.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The reference material beside the project; a test that wants it is skipped where it is absent. */
public final class ReferenceMaterial {

    private static final Path FOLDER = Path.of("..", "shared", "reference");

    private ReferenceMaterial() {}

    /** A file or folder of it; ends the test as skipped when it is not there. */
    public static Path at(String path) {
        Path found = FOLDER.resolve(path);
        Assumptions.assumeTrue(
                Files.exists(found), () -> "skipped: the reference material " + found + " is not on this machine");
        return found;
    }
}
