package org.tanzhang.ledger.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one table in PostgreSQL's text format of COPY: fields between tabs, rows ended by line feeds, {@code \N} for
 * null.
 */
public final class CopyRows {

    private static final int MOST_WORDS = 1 << 10;

    /** Any number of so many digits fits into a long, and its power of ten. */
    private static final int MOST_DIGITS = 18;

    private static final long MOST = 1_000_000_000_000_000_000L;

    /** 2^35 / 10, rounded up: exact for every int, and the quick compiler does not do away with divisions itself. */
    private static final long TENTH = 3_435_973_837L;

    private static final int TENTH_SHIFT = 35;

    private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> words = new HashMap<>();
    private byte[] bytes = new byte[1 << 10];
    private int length;
    private boolean rowBegun;
    private int rows;

    public CopyRows text(@Nullable String text) {
        begin();
        if (text == null) {
            put('\\');
            put('N');
        } else {
            escaped(text);
        }
        return this;
    }

    /** A text that comes again and again, such as a code: written out once. */
    public CopyRows word(String word) {
        byte[] known = words.get(word);
        if (known != null) {
            begin();
            plainly(known);
            return this;
        }
        int before = length + (rowBegun ? 1 : 0);
        text(word);
        if (words.size() < MOST_WORDS) {
            words.put(word, Arrays.copyOfRange(bytes, before, length));
        }
        return this;
    }

    public CopyRows number(long value) {
        begin();
        if (value < 0 || value >= MOST) {
            ascii(Long.toString(value));
        } else {
            digits(value, 0);
        }
        return this;
    }

    public CopyRows number(@Nullable Integer value) {
        return value == null ? text(null) : number((long) value);
    }

    public CopyRows decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return text(null);
        }
        begin();
        int scale = value.scale();
        if (scale < 0 || scale >= MOST_DIGITS || value.precision() > MOST_DIGITS) {
            ascii(value.toPlainString());
            return this;
        }
        long unscaled = value.unscaledValue().longValue();
        if (unscaled < 0) {
            put('-');
        }
        digits(Math.abs(unscaled), scale);
        return this;
    }

    public CopyRows flag(boolean value) {
        return plain(value ? "t" : "f");
    }

    /** An array of texts, each quoted. */
    public CopyRows texts(List<String> texts) {
        StringBuilder array = new StringBuilder("{");
        for (String text : texts) {
            array.append(array.length() > 1 ? ",\"" : "\"");
            array.append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return text(array.append('}').toString());
    }

    private CopyRows plain(String ascii) {
        begin();
        ascii(ascii);
        return this;
    }

    public void endRow() {
        put('\n');
        rowBegun = false;
        rows++;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    public int length() {
        return length;
    }

    /** The bytes gathered, from the first to {@link #length()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Sends the rows by a {@code copy ... from stdin} statement, within the transaction of the connection. */
    public long send(Connection connection, String copy) throws SQLException {
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(bytes(), 0, length());
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    public void clear() {
        length = 0;
        rows = 0;
    }

    private void begin() {
        if (rowBegun) {
            put('\t');
        }
        rowBegun = true;
    }

    /** Written where they belong, without a text between: a row has several. The last {@code scale} stand after a point. */
    private void digits(long value, int scale) {
        int count = Math.max(count(value), scale + 1);
        ensure(count + 1);
        length += scale > 0 ? count + 1 : count;
        int end = length;
        long rest = value;
        for (int place = 0; place < count; place++) {
            if (place == scale && scale > 0) {
                bytes[--end] = '.';
            }
            long tens = rest > Integer.MAX_VALUE ? rest / 10 : rest * TENTH >>> TENTH_SHIFT;
            bytes[--end] = (byte) ('0' + rest - tens * 10);
            rest = tens;
        }
    }

    private static int count(long value) {
        int count = 1;
        for (long bound = 10; value >= bound && count < MOST_DIGITS; bound *= 10) {
            count++;
        }
        return count;
    }

    /** Appends a text as far as each of its characters is its own escape and its own byte; how many were. */
    private int plainBeginning(String text) {
        int size = text.length();
        ensure(size);
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '\\') {
                return i;
            }
            bytes[length++] = (byte) c;
        }
        return size;
    }

    private void escaped(String text) {
        int plain = plainBeginning(text);
        if (plain == text.length()) {
            return;
        }
        byte[] utf8 = text.substring(plain).getBytes(StandardCharsets.UTF_8);
        ensure(utf8.length * 3);
        for (byte b : utf8) {
            switch (b) {
                case '\\' -> pair('\\');
                case '\t' -> pair('t');
                case '\n' -> pair('n');
                case '\r' -> pair('r');
                // PostgreSQL's text holds no NUL
                case 0 -> plainly(REPLACEMENT);
                default -> bytes[length++] = b;
            }
        }
    }

    private void pair(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void ascii(String text) {
        plainly(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void plainly(byte[] some) {
        ensure(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
    }

    private void put(int b) {
        ensure(1);
        bytes[length++] = (byte) b;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
