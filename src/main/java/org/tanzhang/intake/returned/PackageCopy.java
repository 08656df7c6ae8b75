package org.tanzhang.intake.returned;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package that is written from another one: some parts anew, some not at all, the others as they are. */
final class PackageCopy implements Closeable {

    /** Of deflation: nearly the size of the usual 6 in half its time. */
    private static final int LEVEL = 4;

    private final OfficePackage source;
    private final Allowance allowance;
    private final ZipOutputStream zip;
    private final Set<String> done = new HashSet<>();

    /** What a part is to hold. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    PackageCopy(OfficePackage source, Allowance allowance, OutputStream out) {
        this.source = source;
        this.allowance = allowance;
        // names of parts that are not UTF-8 go through byte by byte, as they were read
        boolean latin =
                source.parts().stream().allMatch(p -> p.getName().chars().allMatch(c -> c < 256));
        zip = new ZipOutputStream(out, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        zip.setLevel(LEVEL);
    }

    /** Leaves a part out. */
    void leaveOut(String part) {
        done.add(part);
    }

    /** Writes a part anew. */
    void write(String part, Content content) throws IOException {
        if (!done.add(part)) {
            throw new IOException("two uses of part " + part);
        }
        zip.putNextEntry(new ZipEntry(part));
        Writer out = new OutputStreamWriter(allowance.within(zip), StandardCharsets.UTF_8);
        content.writeTo(out);
        out.flush();
        zip.closeEntry();
    }

    /** Copies the parts that were neither written nor left out. */
    void writeOthers() throws IOException {
        for (ZipEntry entry : source.parts()) {
            if (done.add(entry.getName())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                try (var in = source.open(entry.getName())) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
