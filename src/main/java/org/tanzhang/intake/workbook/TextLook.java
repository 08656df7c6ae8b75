package org.tanzhang.intake.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file looked at as text: its encoding, and whether it is a table.
 *
 * @param charset UTF-8 and UTF-16 by their marks, else UTF-8 where every byte fits, else GB18030
 * @param separator between fields, a space where it is no delimited text
 */
record TextLook(Charset charset, WorkbookKind kind, char separator) {

    private static final int HEAD = 1 << 16;
    private static final Pattern SPREADSHEET_ML = Pattern.compile("<(\\w+:)?Workbook[\\s>]");
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Empty where it is no text, or text that holds no table. */
    static Optional<TextLook> of(Content content, Clock clock) throws IOException, UnreadableWorkbookException {
        Optional<Charset> charset = charset(content, clock);
        if (charset.isEmpty()) {
            return Optional.empty();
        }
        String head = head(content, charset.get(), clock);
        String start = head.stripLeading();
        String lower = head.toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) {
            if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")
                    && SPREADSHEET_ML.matcher(head).find()) {
                return Optional.of(new TextLook(charset.get(), WorkbookKind.SPREADSHEET_ML, ' '));
            }
            return lower.contains("<table") || lower.contains("<html")
                    ? Optional.of(new TextLook(charset.get(), WorkbookKind.HTML, ' '))
                    : Optional.empty();
        }
        if (lower.startsWith("mime-version:")) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.UNSUPPORTED, "MHTML");
        }
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("%")) {
            return Optional.empty();
        }
        char separator = separator(head);
        return separator == ' '
                ? Optional.empty()
                : Optional.of(new TextLook(charset.get(), WorkbookKind.DELIMITED_TEXT, separator));
    }

    /** The text from its first character, without the mark of its encoding. */
    Reader open(Content content, Clock clock) throws IOException {
        return open(content, charset, clock);
    }

    private static Reader open(Content content, Charset charset, Clock clock) throws IOException {
        InputStream in = new ClockedStream(content.stream(), clock);
        Reader reader = new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                HEAD);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static String head(Content content, Charset charset, Clock clock) throws IOException {
        try (Reader reader = open(content, charset, clock)) {
            char[] buffer = new char[HEAD];
            int length = 0;
            for (int n = reader.read(buffer); n > 0; n = reader.read(buffer, length, HEAD - length)) {
                length += n;
            }
            return new String(buffer, 0, length);
        }
    }

    private static Optional<Charset> charset(Content content, Clock clock)
            throws IOException, UnreadableWorkbookException {
        byte[] head = content.head(HEAD);
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return text(content, StandardCharsets.UTF_16LE, clock);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return text(content, StandardCharsets.UTF_16BE, clock);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (even + odd > 0) {
            // digits, tabs and line ends have a zero byte in UTF-16; a text in another encoding has none
            return even > 0 && odd > 0
                    ? Optional.empty()
                    : text(content, even > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, clock);
        }
        Optional<Charset> utf8 = text(content, StandardCharsets.UTF_8, clock);
        return utf8.isPresent() ? utf8 : text(content, GB18030, clock);
    }

    /** The encoding, where the whole file can be read in it and is text. */
    private static Optional<Charset> text(Content content, Charset charset, Clock clock)
            throws IOException, UnreadableWorkbookException {
        char[] buffer = new char[1 << 15];
        try (Reader reader = open(content, charset, clock)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                clock.check();
                for (int i = 0; i < n; i++) {
                    char c = buffer[i];
                    // 0x1A ended files under DOS, and some platforms still write it
                    if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(charset);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The character that stands in most lines: tab, comma or semicolon; a space where none stands in two lines. */
    private static char separator(String head) {
        char best = ' ';
        long most = 1;
        for (char candidate : new char[] {'\t', ',', ';'}) {
            long lines = head.lines().filter(l -> l.indexOf(candidate) >= 0).count();
            if (lines > most) {
                most = lines;
                best = candidate;
            }
        }
        return best;
    }
}
