package org.tanzhang.intake.returned;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an {@code .xlsx} and how they refer to each other (ECMA-376 part 2). */
final class OfficePackage implements Closeable {

    static final String CONTENT_TYPES = "[Content_Types].xml";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static final String OFFICE_DOCUMENT = "officeDocument";

    /** A reference of one part to another. */
    record Relationship(String id, String type, String target, boolean external) {

        /** Whether it is of a type of ECMA-376's transitional namespace. */
        boolean is(String name) {
            return !external && type.equals(RELATIONSHIPS + name);
        }
    }

    /** As many as a sheet has hyperlinks, and more. */
    private static final int RELATIONSHIP_LIMIT = 1 << 18;

    private final ZipFile zip;
    private final Allowance allowance;

    /** What has come of each part, read twice counting once. */
    private final Map<String, Long> unpacked = new HashMap<>();

    private long all;

    /** Names are taken byte by byte: some programs write them in GBK. */
    OfficePackage(Path file, Allowance allowance) throws IOException {
        this.allowance = allowance;
        zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        if (zip.stream().anyMatch(part -> leavesPackage(part.getName()))) {
            zip.close();
            throw new IOException("a part that lies outside the package");
        }
    }

    /** Such a part is refused at reading; a copy would hand it on to whoever unpacks it. */
    private static boolean leavesPackage(String part) {
        return ("/" + part.replace('\\', '/') + "/").contains("/../") || part.matches("[A-Za-z]:.*");
    }

    List<? extends ZipEntry> parts() {
        return zip.stream().toList();
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    InputStream open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("no part " + part);
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
            private long size;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                allowance.checkTime();
                int read = super.read(bytes, from, length);
                size += Math.max(0, read);
                count(entry, size);
                return read;
            }
        };
    }

    /** @param size bytes of the part that have come in one reading */
    private void count(ZipEntry entry, long size) throws IOException {
        long before = unpacked.getOrDefault(entry.getName(), 0L);
        if (size > before) {
            unpacked.put(entry.getName(), size);
            all += size - before;
        }
        if (size > entry.getSize()) {
            throw new IOException("a part larger than the directory says");
        }
        allowance.checkSize(size, entry.getCompressedSize(), all);
    }

    XmlTokens read(String part) throws IOException {
        return new XmlTokens(open(part));
    }

    /** The workbook's part. */
    String workbook() throws IOException {
        return relationships("").stream()
                .filter(r -> r.is(OFFICE_DOCUMENT))
                .map(r -> resolve("", r.target()))
                .findFirst()
                .orElseThrow(() -> new IOException("a package without a workbook"));
    }

    /** What a part refers to; of the package itself for an empty name. */
    List<Relationship> relationships(String part) throws IOException {
        List<Relationship> found = new ArrayList<>();
        if (!has(relationshipsOf(part))) {
            return found;
        }
        try (XmlTokens tokens = read(relationshipsOf(part))) {
            for (String token = tokens.next(); token != null; token = tokens.next()) {
                if (Tag.is(token) && new Tag(token).name().equals("Relationship")) {
                    Tag tag = new Tag(token);
                    found.add(new Relationship(
                            text(tag.attribute("Id")),
                            text(tag.attribute("Type")),
                            text(tag.attribute("Target")),
                            "External".equals(tag.attribute("TargetMode"))));
                    if (found.size() > RELATIONSHIP_LIMIT) {
                        throw new IOException("more relationships than a part has");
                    }
                }
            }
        }
        return found;
    }

    private static String text(@Nullable String attribute) {
        return attribute == null ? "" : attribute;
    }

    static String relationshipsOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** The part that a target means, seen from another part. */
    static String resolve(String from, String target) {
        Deque<String> path = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : from.substring(0, from.lastIndexOf('/') + 1) + target;
        for (String step : whole.split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
