package org.tanzhang.intake.workbook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** One message of a JVM that reads a workbook for another one: a sheet, a row, a note, a refusal, the end. */
final class Frame {

    /** A row of all columns with thirty characters each takes a tenth of it. */
    private static final int LIMIT = 16 << 20;

    private static final SheetCell.Kind[] KINDS = SheetCell.Kind.values();

    enum Type {
        SHEET,
        ROW,
        NOTE,
        REFUSAL,
        END
    }

    private final Type type;
    private byte[] bytes;
    private ByteBuffer buffer;

    private Frame(Type type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
        buffer = ByteBuffer.wrap(bytes);
    }

    static Frame of(Type type) {
        return new Frame(type, new byte[256]);
    }

    static Frame sheet(SheetHead sheet) throws UnreadableWorkbookException {
        Frame frame = of(Type.SHEET);
        frame.put(sheet.name());
        frame.put(sheet.hidden() ? 1 : 0);
        byte[] columns = sheet.hiddenColumns().toByteArray();
        frame.put(columns.length);
        frame.ensure(columns.length);
        frame.buffer.put(columns);
        return frame;
    }

    static Frame row(SheetRow row) throws UnreadableWorkbookException {
        Frame frame = of(Type.ROW);
        frame.put(row.number());
        frame.put(row.hidden() ? 1 : 0);
        frame.put(row.cells().size());
        for (SheetCell cell : row.cells()) {
            frame.put(cell.column() << 4 | cell.kind().ordinal());
            frame.put(cell.text());
        }
        return frame;
    }

    static Frame note(Finding note) throws UnreadableWorkbookException {
        Frame frame = of(Type.NOTE);
        frame.put(note.sheet() == null ? "" : note.sheet());
        frame.put(note.rule());
        frame.put(note.arguments());
        return frame;
    }

    static Frame refusal(UnreadableWorkbookException refusal) throws UnreadableWorkbookException {
        Frame frame = of(Type.REFUSAL);
        frame.put(refusal.rule());
        frame.put(refusal.arguments());
        return frame;
    }

    static Frame read(DataInputStream in) throws IOException {
        int type = in.readByte();
        int length = in.readInt();
        if (type < 0 || type >= Type.values().length || length < 0 || length > LIMIT) {
            throw new EOFException();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new Frame(Type.values()[type], bytes);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type.ordinal());
        out.writeInt(buffer.position());
        out.write(bytes, 0, buffer.position());
    }

    Type type() {
        return type;
    }

    SheetHead sheet() {
        String name = text();
        boolean hidden = buffer.getInt() != 0;
        byte[] columns = new byte[buffer.getInt()];
        buffer.get(columns);
        return new SheetHead(name, hidden, BitSet.valueOf(columns));
    }

    SheetRow row() {
        int number = buffer.getInt();
        boolean hidden = buffer.getInt() != 0;
        int count = buffer.getInt();
        List<SheetCell> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int head = buffer.getInt();
            cells.add(new SheetCell(number, head >>> 4, KINDS[head & 15], text()));
        }
        return new SheetRow(number, hidden, cells);
    }

    Finding note() {
        @Nullable String sheet = text();
        String rule = text();
        Object[] arguments = texts().toArray();
        return sheet.isEmpty()
                ? Finding.file(rule, Severity.INFO, arguments)
                : Finding.on(sheet, rule, Severity.INFO, arguments);
    }

    UnreadableWorkbookException refusal() {
        return new UnreadableWorkbookException(text(), texts().toArray());
    }

    private void put(int value) throws UnreadableWorkbookException {
        ensure(Integer.BYTES);
        buffer.putInt(value);
    }

    private void put(String text) throws UnreadableWorkbookException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        put(utf8.length);
        ensure(utf8.length);
        buffer.put(utf8);
    }

    private void put(List<String> texts) throws UnreadableWorkbookException {
        put(texts.size());
        for (String text : texts) {
            put(text);
        }
    }

    private String text() {
        int length = buffer.getInt();
        String text = new String(bytes, buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    private List<String> texts() {
        int count = buffer.getInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private void ensure(int more) throws UnreadableWorkbookException {
        int needed = buffer.position() + more;
        if (needed > LIMIT) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.OUT_OF_MEMORY, (LIMIT >> 20) + " MB");
        }
        if (needed > bytes.length) {
            int position = buffer.position();
            bytes = Arrays.copyOf(bytes, Math.min(LIMIT, Math.max(needed, bytes.length * 2)));
            buffer = ByteBuffer.wrap(bytes).position(position);
        }
    }
}
