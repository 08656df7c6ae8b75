package org.tanzhang.intake.returned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Brings the last sheet of an {@code .xls} to the front, in its records.
 *
 * <p>POI's own {@code HSSFWorkbook.setSheetOrder} leaves the sheet numbers behind formulas, names and print areas as they
 * were, so that they point to other sheets afterwards. Here those numbers move along. Records: [MS-XLS] 2.4.28
 * BoundSheet8, 2.4.105 ExternSheet, 2.4.144 Index, 2.4.150 Lbl, 2.4.241 RRTabId, 2.4.271 SupBook, 2.4.345 Window1.
 */
final class FrontSheet {

    private static final int EOF = 0x000A;
    private static final int EXTERN_SHEET = 0x0017;
    private static final int NAME = 0x0018;
    private static final int CONTINUE = 0x003C;
    private static final int WINDOW1 = 0x003D;
    private static final int BOUND_SHEET = 0x0085;
    private static final int TAB_ID = 0x013D;
    private static final int SUP_BOOK = 0x01AE;
    private static final int INDEX = 0x020B;
    private static final int BOF = 0x0809;

    /** The mark of a SupBook that means the workbook itself. */
    private static final int SELF = 0x0401;

    private static final String STREAM = "Workbook";

    private record Entry(int type, int start, int length) {
        int body() {
            return start + 4;
        }

        int end() {
            return body() + length;
        }
    }

    private final ByteBuffer stream;
    private final List<Entry> globals;

    private FrontSheet(byte[] stream) throws IOException {
        this.stream = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        globals = part(0);
    }

    /** The records of a part of the stream, from its BOF to its own EOF; charts lie inside with theirs. */
    private List<Entry> part(int start) throws IOException {
        List<Entry> records = new ArrayList<>();
        int depth = 0;
        int at = start;
        do {
            if (at + 4 > stream.capacity()) {
                throw new IOException("the workbook's records do not end");
            }
            Entry entry = new Entry(unsigned(at), at, unsigned(at + 2));
            depth += entry.type() == BOF ? 1 : entry.type() == EOF ? -1 : 0;
            records.add(entry);
            at = entry.end();
        } while (depth > 0);
        return records;
    }

    /** The workbook with its last sheet in front; as it was where its records are not in the usual order. */
    static byte[] of(byte[] workbook) {
        try {
            return moved(workbook);
        } catch (IOException | RuntimeException e) {
            return workbook;
        }
    }

    private static byte[] moved(byte[] workbook) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(workbook))) {
            byte[] stream;
            try (InputStream in = container.createDocumentInputStream(STREAM)) {
                stream = in.readAllBytes();
            }
            new FrontSheet(stream).move();
            container.createOrUpdateDocument(new ByteArrayInputStream(stream), STREAM);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private void move() throws IOException {
        List<Entry> sheets =
                globals.stream().filter(e -> e.type() == BOUND_SHEET).toList();
        int self = -1;
        int books = 0;
        for (int i = 0; i < globals.size(); i++) {
            Entry entry = globals.get(i);
            switch (entry.type()) {
                case SUP_BOOK -> {
                    if (entry.length() == 4 && unsigned(entry.body() + 2) == SELF) {
                        self = books;
                        // the number of sheets, which POI leaves as it was
                        put(entry.body(), sheets.size());
                    }
                    books++;
                }
                case EXTERN_SHEET -> {
                    if (globals.get(i + 1).type() == CONTINUE) {
                        throw new IOException("more sheet references than one record holds");
                    }
                    renumberReferences(entry, self, sheets.size());
                }
                // itab: the sheet that a local name belongs to, from 1; 0 for a global one
                case NAME -> renumber(entry.body() + 8, 1, sheets.size());
                case WINDOW1 -> {
                    put(entry.body() + 10, 0);
                    put(entry.body() + 12, 0);
                }
                case TAB_ID -> moveTabId(entry);
                default -> {}
            }
        }
        moveSheet(sheets);
    }

    /** The list of the sheets and the sheets themselves: readers differ in which of the two they follow. */
    private void moveSheet(List<Entry> sheets) throws IOException {
        int start = globals.get(globals.size() - 1).end();
        Entry last = sheets.get(sheets.size() - 1);
        List<Entry> moving = part(stream.getInt(last.body()));
        int from = moving.get(0).start();
        int length = moving.get(moving.size() - 1).end() - from;
        for (int i = 0; i < sheets.size(); i++) {
            int place = stream.getInt(sheets.get(i).body());
            boolean apart = i > 0 && sheets.get(i).start() != sheets.get(i - 1).end();
            if (apart || place < start || place > from) {
                throw new IOException("the workbook's sheets are not in their order");
            }
            int by = sheets.get(i).equals(last) ? start - from : length;
            for (Entry entry : part(place)) {
                if (entry.type() == INDEX) {
                    shiftIndex(entry, by);
                }
            }
            stream.putInt(sheets.get(i).body(), place + by);
        }
        rotate(start, from, from + length);
        rotate(sheets.get(0).start(), last.start(), last.end());
    }

    /** An index holds places in the stream: of the default column width, then of the blocks of rows. */
    private void shiftIndex(Entry entry, int by) {
        for (int at = entry.body() + 12; at + 4 <= entry.end(); at += 4) {
            int place = stream.getInt(at);
            stream.putInt(at, place == 0 ? 0 : place + by);
        }
    }

    private void moveTabId(Entry entry) {
        if (entry.length() >= 4) {
            rotate(entry.body(), entry.end() - 2, entry.end());
        }
    }

    /** Puts the bytes from {@code middle} to {@code end} before those from {@code start} to {@code middle}. */
    private void rotate(int start, int middle, int end) {
        byte[] bytes = stream.array();
        byte[] tail = java.util.Arrays.copyOfRange(bytes, middle, end);
        System.arraycopy(bytes, start, bytes, start + tail.length, middle - start);
        System.arraycopy(tail, 0, bytes, start, tail.length);
    }

    private void renumberReferences(Entry entry, int self, int sheets) {
        int count = unsigned(entry.body());
        for (int i = 0; i < count; i++) {
            int reference = entry.body() + 2 + 6 * i;
            if (unsigned(reference) == self) {
                renumber(reference + 2, 0, sheets);
                renumber(reference + 4, 0, sheets);
            }
        }
    }

    /** The sheets before the last move up by one; numbers beyond the sheets mean something else and stay. */
    private void renumber(int at, int first, int sheets) {
        int number = unsigned(at) - first;
        if (number >= 0 && number < sheets) {
            put(at, number == sheets - 1 ? first : number + 1 + first);
        }
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(stream.getShort(at));
    }

    private void put(int at, int value) {
        stream.putShort(at, (short) value);
    }
}
