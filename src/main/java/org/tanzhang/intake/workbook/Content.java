package org.tanzhang.intake.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The bytes of a file, in memory or on disk. */
sealed interface Content {

    static Content of(byte[] bytes) {
        return new InMemory(bytes);
    }

    static Content of(Path file) {
        return new OnDisk(file);
    }

    long size() throws IOException;

    /** The first bytes, fewer where there are no more. */
    byte[] head(int length) throws IOException;

    InputStream stream() throws IOException;

    SeekableByteChannel channel() throws IOException;

    record InMemory(byte[] bytes) implements Content {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] head(int length) {
            return Arrays.copyOf(bytes, Math.min(length, bytes.length));
        }

        @Override
        public InputStream stream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public SeekableByteChannel channel() {
            return new SeekableInMemoryByteChannel(bytes);
        }
    }

    record OnDisk(Path file) implements Content {

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public byte[] head(int length) throws IOException {
            try (InputStream in = stream()) {
                return in.readNBytes(length);
            }
        }

        @Override
        public InputStream stream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return Files.newByteChannel(file);
        }
    }
}
