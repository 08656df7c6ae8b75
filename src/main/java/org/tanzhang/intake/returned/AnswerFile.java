package org.tanzhang.intake.returned;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** An answer in a file: on its way to the JVM that marks a large workbook, which reads it as often as it needs it. */
final class AnswerFile {

    private AnswerFile() {}

    static void write(Answer answer, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(answer.notes().size());
            for (String note : answer.notes()) {
                text(out, note);
            }
            int left = answer.findings().count();
            out.writeInt(left);
            for (ReturnedFinding returned : answer.findings()) {
                write(returned, out);
                left--;
            }
            if (left != 0) {
                throw new IOException("findings were added or taken away while they were written");
            }
        }
    }

    private static void write(ReturnedFinding returned, DataOutputStream out) throws IOException {
        Finding finding = returned.finding();
        CellAddress cell = finding.cell();
        out.writeLong(returned.id());
        text(out, returned.accepted());
        text(out, finding.rule());
        text(out, finding.severity().code());
        text(out, finding.sheet());
        out.writeInt(cell == null ? -1 : cell.row());
        out.writeInt(cell == null ? -1 : cell.column());
        text(out, finding.subject());
        text(out, finding.value());
        out.writeInt(finding.arguments().size());
        for (String argument : finding.arguments()) {
            text(out, argument);
        }
        out.writeInt(finding.related().size());
        for (CellAddress other : finding.related()) {
            text(out, other.sheet());
            out.writeInt(other.row());
            out.writeInt(other.column());
        }
    }

    /** The answer, whose findings stay in the file: it is to be there as long as they are gone over. */
    static Answer read(Path file) throws IOException {
        try (Reading reading = new Reading(file)) {
            return new Answer(new Kept(file, reading.count), reading.notes);
        }
    }

    /** Findings in a file. */
    private record Kept(Path file, int count) implements Findings {

        @Override
        public Iterator<ReturnedFinding> iterator() {
            try {
                return new Reading(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One way through a file, at whose end it is closed. */
    private static final class Reading implements Iterator<ReturnedFinding>, AutoCloseable {

        private final DataInputStream in;
        private final List<String> notes;
        private final int count;
        private int left;

        /** The names of sheets, each held once. */
        private final Map<String, String> sheets = new HashMap<>();

        Reading(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            notes = texts(in);
            count = in.readInt();
            left = count;
            if (left == 0) {
                close();
            }
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public ReturnedFinding next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            try {
                ReturnedFinding next = finding();
                left--;
                if (left == 0) {
                    close();
                }
                return next;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private ReturnedFinding finding() throws IOException {
            long id = in.readLong();
            String accepted = required(in);
            String rule = required(in);
            Severity severity = Severity.of(required(in));
            @Nullable String sheet = sheet();
            int row = in.readInt();
            int column = in.readInt();
            CellAddress cell = row < 0 || sheet == null ? null : new CellAddress(sheet, row, column);
            String subject = required(in);
            String value = required(in);
            List<String> arguments = texts(in);
            List<CellAddress> related = new ArrayList<>();
            for (int others = in.readInt(); others > 0; others--) {
                related.add(new CellAddress(Objects.requireNonNull(sheet()), in.readInt(), in.readInt()));
            }
            return new ReturnedFinding(
                    id, new Finding(rule, severity, cell, sheet, subject, value, arguments, related), accepted);
        }

        private @Nullable String sheet() throws IOException {
            String name = text(in);
            return name == null ? null : sheets.computeIfAbsent(name, n -> n);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(required(in));
        }
        return texts;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("an answer without a text that it must have");
        }
        return text;
    }
}
