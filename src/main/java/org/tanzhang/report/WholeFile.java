package org.tanzhang.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** A file that is there whole or not at all: written beside its place, then moved. */
public final class WholeFile {

    /** What goes into the file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes the file; one that was there is replaced when the new one is whole. */
    public static void write(Path target, Content content) throws IOException {
        Path place = target.toAbsolutePath();
        Path folder = Objects.requireNonNull(place.getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        // not a temporary file of the platform: those are closed to every other reader
        Path beside = folder.resolve("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            move(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
