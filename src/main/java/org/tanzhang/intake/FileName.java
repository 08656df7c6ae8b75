package org.tanzhang.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tanzhang.intake.reference.Digest;

/**
 * The name under which a file from outside is kept, shown and handed back.
 *
 * @param shown the path below its folder, with {@code /} between its parts; nothing in it steers a terminal, turns the
 *     direction of writing, or is a path where it should be a name
 * @param changed whether it differs from the name on disk
 */
record FileName(String shown, boolean changed) {

    /** 255 bytes are the most of a file system; the marked-up copy adds to the name. */
    private static final int BYTES = 180;

    private static final int DIGEST = 8;
    private static final int EXTENSION = 10;

    /** The last parts of a path. A name that is not UTF-8 is read as GB18030, as Windows and old archives write it. */
    static FileName of(Path file, int parts) {
        // the only door to the bytes of a name, which toString() may have lost
        String[] raw = file.toAbsolutePath()
                .toUri()
                .getRawPath()
                .replaceFirst("/+$", "")
                .split("/", -1);
        List<String> names = new ArrayList<>();
        boolean changed = false;
        for (int i = Math.max(1, raw.length - parts); i < raw.length; i++) {
            byte[] bytes = unescaped(raw[i]);
            String decoded = decoded(bytes);
            String name = shortened(printable(decoded));
            changed |= !name.equals(new String(bytes, StandardCharsets.UTF_8));
            names.add(name);
        }
        return new FileName(String.join("/", names), changed);
    }

    private static byte[] unescaped(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '%') {
                bytes.write(Integer.parseInt(part.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(part.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static String decoded(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String printable(String name) {
        StringBuilder printable = new StringBuilder();
        name.codePoints().forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : '_'));
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != '\\' && c != ':' && c != '/';
        };
    }

    /** A name that is too long keeps its beginning and its extension, and stays different from others. */
    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= EXTENSION ? name.substring(dot) : "";
        String mark = "~" + Digest.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
        int room = BYTES - (mark + extension).getBytes(StandardCharsets.UTF_8).length;
        StringBuilder kept = new StringBuilder();
        int[] codePoints = name.substring(0, name.length() - extension.length())
                .codePoints()
                .toArray();
        int bytes = 0;
        for (int c : codePoints) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept + mark + extension;
    }
}
