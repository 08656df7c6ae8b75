package org.tanzhang.intake.returned;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An XML text in pieces, exactly as written: tags, and the texts between them. Written out again unchanged they give the
 * same bytes; no entity is resolved and no document type is taken.
 */
final class XmlTokens implements Closeable {

    /** No part of a sound workbook has a longer text or tag. */
    private static final int TOKEN_LIMIT = 4 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder token = new StringBuilder();
    private int at;
    private int end;

    /** How far the tag has been looked at, and the quote that is open there. */
    private int judged;

    private char quote;

    /** @throws IOException from {@link #next()} on where the text is not UTF-8 */
    XmlTokens(InputStream in) {
        this.in = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Of a text that is at hand. */
    static XmlTokens of(String xml) {
        return new XmlTokens(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The next piece; null at the end. */
    @Nullable String next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        token.setLength(0);
        judged = 1;
        quote = 0;
        if (buffer[at] != '<') {
            while (take('<', false)) {
                // on to the next tag
            }
            return token.toString();
        }
        while (!isWhole()) {
            if (!take('>', true)) {
                throw new IOException("an XML tag does not end");
            }
        }
        String whole = token.toString();
        check(whole);
        return whole;
    }

    /** Writes everything up to an end tag, and it, without looking at what is between. */
    void copyThrough(String endTag, Writer out) throws IOException {
        int matched = 0;
        while (at < end || fill()) {
            int from = at;
            while (at < end && matched < endTag.length()) {
                char c = buffer[at++];
                matched = c == endTag.charAt(matched) ? matched + 1 : c == '<' ? 1 : 0;
            }
            out.write(buffer, from, at - from);
            if (matched == endTag.length()) {
                return;
            }
        }
        throw new IOException("an XML text without " + endTag);
    }

    /** Takes what is left up to a character, with it or without; false once it is reached without. */
    private boolean take(char stop, boolean including) throws IOException {
        if (at == end && !fill()) {
            return false;
        }
        int from = at;
        while (at < end && buffer[at] != stop) {
            at++;
        }
        boolean found = at < end;
        if (found && including) {
            at++;
        }
        token.append(buffer, from, at - from);
        if (token.length() > TOKEN_LIMIT) {
            throw new IOException("an XML text of more than " + TOKEN_LIMIT + " characters");
        }
        return including || !found;
    }

    private boolean isWhole() {
        int length = token.length();
        if (length == 0 || token.charAt(length - 1) != '>') {
            return false;
        }
        if (token.charAt(1) == '!' || token.charAt(1) == '?') {
            return ends(starts("<!--") ? "-->" : starts("<![CDATA[") ? "]]>" : starts("<?") ? "?>" : ">");
        }
        for (; judged < length; judged++) {
            char c = token.charAt(judged);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote == 0;
    }

    private boolean starts(String text) {
        return token.length() >= text.length()
                && token.subSequence(0, text.length()).equals(text);
    }

    private boolean ends(String text) {
        return token.indexOf(text, token.length() - text.length()) >= 0;
    }

    private static void check(String whole) throws IOException {
        if (whole.startsWith("<!DOCTYPE")) {
            throw new IOException("a document type in a workbook");
        }
        if (whole.startsWith("<?xml ")) {
            String encoding = new Tag(whole).attribute("encoding");
            if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
                throw new IOException("XML in " + encoding);
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
