package org.tanzhang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * A file that is to be taken in, as it was when it was found.
 *
 * @param name what it is known by: its path below the folder named, or its own name
 * @param size in bytes
 */
public record ReceivedFile(Path path, String name, long size, FileTime modified) {

    private static final String CHANGING = "R-FILE-14";

    /** Why a file was not received. */
    public static final class UnreceivedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        UnreceivedException(Finding finding) {
            super(finding.rule());
            this.finding = finding;
        }

        public Finding finding() {
            return finding;
        }
    }

    /**
     * The bytes, whole: a file that has changed since it was found, or changes while it is read, is left for the next
     * time.
     *
     * @throws NoSuchFileException when it was taken away meanwhile
     */
    public byte[] bytes() throws IOException, UnreceivedException {
        byte[] bytes;
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, size + 1));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            if (Files.isSymbolicLink(path)) {
                throw new UnreceivedException(Finding.file(FileScan.LINK, Severity.WARNING));
            }
            throw new UnreceivedException(Finding.file(FileScan.UNREADABLE, Severity.ERROR, FileScan.reasonOf(e)));
        }
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (bytes.length != size
                || now.size() != size
                || !now.lastModifiedTime().equals(modified)) {
            throw new UnreceivedException(
                    Finding.file(CHANGING, Severity.WARNING, size + " → " + Math.max(bytes.length, now.size())));
        }
        return bytes;
    }
}
