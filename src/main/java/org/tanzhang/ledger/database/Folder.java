package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Files whose owner, rights and durability matter. */
final class Folder {

    private Folder() {}

    /** The user id this program runs as. */
    static int ownUid() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    /** The group id this program runs as. */
    static int ownGid() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:gid");
    }

    static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static int gid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    /** As root, gives a file or folder, without its content, to an owner; does nothing for anybody else. */
    static void give(Path path, int uid, int gid) throws IOException {
        if (ownUid() == 0 && uid(path) != uid) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Gives a folder and all in it to an owner. Symbolic links are given, not followed. */
    static void giveAll(Path folder, int uid, int gid) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file, uid, gid);
                return FileVisitResult.CONTINUE;
            }

            // The folder last: its owner tells whether a repair that was killed had come to its end.
            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                give(visited, uid, gid);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Makes a folder if it is missing, with the given rights whatever the umask, owned by the owner of its parent. */
    static void make(Path folder, String rights) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        giveLikeParent(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    }

    /** Makes a folder and those above it that are missing. */
    static void makeAll(Path folder, String rights) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeAll(parent(folder), rights);
            make(folder, rights);
        }
    }

    /** Removes what a killed {@link #write} has left in a folder that nobody else writes to now. */
    static void removeUnfinished(Path folder) throws IOException {
        try (var leftovers = Files.newDirectoryStream(folder, ".?*.tmp")) {
            for (var leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /** Writes a small file such that after a crash either the old or the new content is there, whole. */
    static void write(Path file, String content, String rights, int uid, int gid) throws IOException {
        var parent = parent(file);
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = Files.createTempFile(parent, "." + file.getFileName(), ".tmp", attribute);
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            give(temporary, uid, gid);
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(rights));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sync(parent);
    }

    static void write(Path file, String content, String rights) throws IOException {
        var parent = parent(file);
        write(file, content, rights, uid(parent), gid(parent));
    }

    static void giveLikeParent(Path path) throws IOException {
        var parent = parent(path);
        give(path, uid(parent), gid(parent));
    }

    /** Makes the names in a folder durable (Linux only: other systems open no folder). */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Sum of file sizes in bytes; files that vanish or cannot be read meanwhile are left out. */
    static long size(Path folder) throws IOException {
        var sum = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    /** The first line, or null where the file is missing or empty. */
    static @Nullable String firstLine(Path file) throws IOException {
        try {
            return Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse(null);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    static Path parent(Path path) {
        var parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }
}
