package org.tanzhang.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinariesTests {

    @TempDir
    Path folder;

    @Test
    void keepsLinksAndExecutionBits() throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));
        Binaries.unpack(
                archive(file("bin/postgres", 0755), file("share/note", 0644), link("lib/libpq.so", "libpq.so.5")),
                target);

        assertThat(target.resolve("bin/postgres")).isExecutable().hasContent("content");
        assertThat(Files.isExecutable(target.resolve("share/note"))).isFalse();
        assertThat(Files.readSymbolicLink(target.resolve("lib/libpq.so"))).hasToString("libpq.so.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "bin/../../outside"})
    void refusesAnEntryThatLeadsOutOfTheFolder(String name) throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));

        assertThatThrownBy(() -> Binaries.unpack(archive(file(name, 0644)), target))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "../..", "../../etc/passwd"})
    void refusesALinkThatLeadsOutOfTheFolder(String destination) throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));

        assertThatThrownBy(() -> Binaries.unpack(archive(link("lib/out", destination)), target))
                .isInstanceOf(IOException.class);
    }

    @Test
    void writesNothingThroughALink() throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));
        var throughFolder = archive(file("lib/a", 0644), link("alias", "lib"), file("alias/b", 0644));
        var throughFile = archive(file("a", 0644), link("b", "a"), file("b", 0644));

        assertThatThrownBy(() -> Binaries.unpack(throughFolder, target)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Binaries.unpack(throughFile, target)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADevice() throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));
        var device = new TarArchiveEntry("lib/device", TarConstants.LF_BLK);

        assertThatThrownBy(() -> Binaries.unpack(archive(device), target)).hasMessageContaining("kind of entry");
    }

    @Test
    void unpacksOnceAndRemovesWhatAKilledUnpackingLeft() throws IOException {
        var binaries = new Binaries(Files.createDirectory(folder.resolve("binaries")));
        var leftover = Files.createDirectories(folder.resolve("binaries/.unpacking-1/bin"))
                .getParent();
        var first = binaries.installation();
        var unpacked = Files.getLastModifiedTime(first.folder());

        assertThat(binaries.installation()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.folder())).isEqualTo(unpacked);
        assertThat(first.majorVersion()).isEqualTo("18");
        binaries.keepOnly(first);
        assertThat(leftover).doesNotExist();
        assertThat(first.program("postgres")).isExecutable();
    }

    private static TarArchiveEntry file(String name, int mode) {
        var entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize("content".length());
        return entry;
    }

    private static TarArchiveEntry link(String name, String destination) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(destination);
        return entry;
    }

    private static InputStream archive(TarArchiveEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            for (var entry : entries) {
                tar.putArchiveEntry(entry);
                if (entry.getSize() > 0) {
                    tar.write("content".getBytes(StandardCharsets.UTF_8));
                }
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
