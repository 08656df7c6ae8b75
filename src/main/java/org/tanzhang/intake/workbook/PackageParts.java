package org.tanzhang.intake.workbook;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a package (ZIP), by the central directory alone. Nothing is written to disk; names are keys and never
 * paths, taken byte by byte because some programs write them in GBK.
 *
 * <p>A part unpacks as far as the budget goes: the sizes that the directory declares are judged first, those of comments,
 * which are not read and may be many in a copy that was handed back, by themselves; the bytes that really come are counted.
 */
final class PackageParts implements Closeable {

    /** A workbook of a thousand sheets with drawings has some thousands of parts. */
    private static final int PART_LIMIT = 20_000;

    /** What no reading opens: comments and the boxes they are drawn in. */
    private static final Pattern UNREAD = Pattern.compile("(?:.*/)?[a-z0-9]*comments[0-9]*\\.xml|.*\\.vml");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
    private static final long DIRECTORY_LIMIT = 8L << 20;
    private static final int END_RECORD = 22;
    private static final int COMMENT_LIMIT = 1 << 16;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR = 20;

    /** Below this, a part of spaces may be packed as tightly as it likes. */
    private static final long RATIO_GRACE = 1L << 20;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final ReadingBudget budget;
    private final Clock clock;
    private final long packed;
    private long declared;
    private long unreadDeclared;
    private long unpacked;

    PackageParts(Content content, ReadingBudget budget, Clock clock) throws IOException, UnreadableWorkbookException {
        this.budget = budget;
        this.clock = clock;
        packed = content.size();
        try (SeekableByteChannel channel = content.channel()) {
            checkDirectory(channel);
        }
        zip = ZipFile.builder()
                .setSeekableByteChannel(content.channel())
                .setCharset(StandardCharsets.ISO_8859_1)
                .setUseUnicodeExtraFields(false)
                .setIgnoreLocalFileHeader(true)
                .get();
        try {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                enter(all.nextElement());
            }
        } catch (UnreadableWorkbookException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** How long the directory is, before a library makes an object of every entry. */
    private static void checkDirectory(SeekableByteChannel channel) throws IOException, UnreadableWorkbookException {
        long size = channel.size();
        int length = (int) Math.min(size, END_RECORD + COMMENT_LIMIT + ZIP64_LOCATOR);
        ByteBuffer tail = read(channel, size - length, length);
        int end = length - END_RECORD;
        while (end >= 0 && tail.getInt(end) != END_SIGNATURE) {
            end--;
        }
        if (end < 0) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.DAMAGED, "ZIP");
        }
        checkDirectory(Short.toUnsignedInt(tail.getShort(end + 10)), Integer.toUnsignedLong(tail.getInt(end + 12)));
        int locator = end - ZIP64_LOCATOR;
        if (locator >= 0 && tail.getInt(locator) == ZIP64_LOCATOR_SIGNATURE) {
            ByteBuffer zip64 = read(channel, tail.getLong(locator + 8), 56);
            checkDirectory(zip64.getLong(32), zip64.getLong(40));
        }
    }

    private static void checkDirectory(long parts, long bytes) throws UnreadableWorkbookException {
        boolean deferred = parts == 0xFFFF || bytes == 0xFFFF_FFFFL; // told by the record of ZIP64
        if (!deferred && (parts < 0 || parts > PART_LIMIT || bytes < 0 || bytes > DIRECTORY_LIMIT)) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.TOO_LARGE, PART_LIMIT + " ZIP");
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        if (position < 0 || position > channel.size()) {
            throw new IOException("ZIP");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until it is full
        }
        return buffer;
    }

    private void enter(ZipArchiveEntry entry) throws UnreadableWorkbookException {
        String name = entry.getName().replace('\\', '/');
        if (name.startsWith("../")
                || name.contains("/../")
                || name.indexOf('\0') >= 0
                || DRIVE.matcher(name).lookingAt()) {
            throw new UnreadableWorkbookException(
                    UnreadableWorkbookException.HOSTILE, name.replaceAll("\\p{Cntrl}", "?"));
        }
        entries.putIfAbsent(key(name), entry);
        long size = Math.max(0, entry.getSize());
        boolean unread = UNREAD.matcher(key(name)).matches();
        if (size > budget.inflatedSize().toBytes() - (unread ? unreadDeclared : declared)) {
            throw tooLarge();
        }
        if (unread) {
            unreadDeclared += size;
        } else {
            declared += size;
        }
        checkRatio(size, entry.getCompressedSize());
    }

    private UnreadableWorkbookException tooLarge() {
        return new UnreadableWorkbookException(UnreadableWorkbookException.TOO_LARGE, Sizes.of(budget.inflatedSize()));
    }

    private void checkRatio(long size, long compressed) throws UnreadableWorkbookException {
        if (size > RATIO_GRACE && size > budget.ratio() * Math.max(1, compressed)) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.TOO_LARGE, budget.ratio() + ":1");
        }
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    /** What the parts unpack to, as the directory declares it. */
    long declaredSize() {
        return declared + unreadDeclared;
    }

    long packedSize() {
        return packed;
    }

    /** The names in lower case, in which the standard compares them. */
    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    Optional<InputStream> part(String name) throws IOException, UnreadableWorkbookException {
        ZipArchiveEntry entry = entries.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.PROTECTED);
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            throw new UnreadableWorkbookException(
                    UnreadableWorkbookException.DAMAGED, name + ": method " + entry.getMethod());
        }
        return Optional.of(new Part(zip.getInputStream(entry), entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what comes, and compares its check sum at the end: a flipped bit would be another number. */
    private final class Part extends FilterInputStream {

        private final ZipArchiveEntry entry;
        private final CRC32 crc = new CRC32();
        private long size;

        Part(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            try {
                if (n < 0) {
                    if (crc.getValue() != entry.getCrc()) {
                        throw new IOException("CRC32: " + entry.getName());
                    }
                    return n;
                }
                crc.update(buffer, offset, n);
                size += n;
                unpacked += n;
                if (unpacked > budget.inflatedSize().toBytes()) {
                    throw tooLarge();
                }
                checkRatio(size, entry.getCompressedSize());
                clock.check();
            } catch (UnreadableWorkbookException e) {
                throw e.inside();
            }
            return n;
        }
    }
}
