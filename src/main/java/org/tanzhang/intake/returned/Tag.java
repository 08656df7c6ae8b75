package org.tanzhang.intake.returned;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One tag of an XML text, as it is written; changed copies keep everything else of it. */
record Tag(String raw) {

    private static final Pattern ENTITY = Pattern.compile("&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));");

    static boolean is(String token) {
        return token.length() > 1 && token.charAt(0) == '<' && token.charAt(1) != '!' && token.charAt(1) != '?';
    }

    boolean isEnd() {
        return raw.charAt(1) == '/';
    }

    boolean isEmpty() {
        return raw.charAt(raw.length() - 2) == '/';
    }

    /** The name without its prefix. */
    String name() {
        int from = isEnd() ? 2 : 1;
        int to = from;
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ':') {
                from = i + 1;
            } else if (c == '>' || c == '/' || Character.isWhitespace(c)) {
                to = i;
                break;
            }
        }
        return raw.substring(from, to);
    }

    /** The prefix with its colon; empty where there is none. */
    String prefix() {
        int from = isEnd() ? 2 : 1;
        int colon = raw.indexOf(':');
        int end = from;
        while (end < raw.length() && !Character.isWhitespace(raw.charAt(end)) && "/>".indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        return colon > 0 && colon < end ? raw.substring(from, colon + 1) : "";
    }

    /** An attribute's value by its name without prefix; null where it is not there. */
    @Nullable String attribute(String name) {
        int[] place = find(name);
        return place == null ? null : unescaped(raw.substring(place[1], place[2]));
    }

    Tag with(String name, String value) {
        int[] place = find(name);
        if (place != null) {
            return new Tag(raw.substring(0, place[1]) + escaped(value) + raw.substring(place[2]));
        }
        int end = raw.length() - (isEmpty() ? 2 : 1);
        return new Tag(raw.substring(0, end).stripTrailing() + " " + name + "=\"" + escaped(value) + "\""
                + raw.substring(end));
    }

    Tag without(String name) {
        int[] place = find(name);
        return place == null ? this : new Tag(raw.substring(0, place[0]) + raw.substring(place[2] + 1));
    }

    /** An empty tag as the start of an element with content. */
    Tag opened() {
        return isEmpty() ? new Tag(raw.substring(0, raw.length() - 2).stripTrailing() + ">") : this;
    }

    /** The end of this start. */
    String end() {
        return "</" + prefix() + name() + ">";
    }

    /** Where an attribute stands: from the blank before it, its value's start and end. */
    private int @Nullable [] find(String name) {
        int at = 1;
        while (at < raw.length()) {
            int equals = raw.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            int open = equals + 1;
            while (open < raw.length() && raw.charAt(open) != '"' && raw.charAt(open) != '\'') {
                open++;
            }
            int close = open < raw.length() ? raw.indexOf(raw.charAt(open), open + 1) : -1;
            if (close < 0) {
                return null;
            }
            int to = equals;
            while (Character.isWhitespace(raw.charAt(to - 1))) {
                to--;
            }
            int from = to;
            while (from > at && !Character.isWhitespace(raw.charAt(from - 1)) && raw.charAt(from - 1) != ':') {
                from--;
            }
            if (raw.substring(from, to).equals(name) && !raw.startsWith("xmlns:", Math.max(0, from - 6))) {
                while (!Character.isWhitespace(raw.charAt(from - 1))) {
                    from--;
                }
                return new int[] {from - 1, open + 1, close};
            }
            at = close + 1;
        }
        return null;
    }

    /** For text and attributes; characters that XML 1.0 cannot hold are left out. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)
                            || c == '\n'
                            || c == '\t') {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m)));
    }

    private static String character(java.util.regex.MatchResult entity) {
        if (entity.group(1) != null) {
            return new String(Character.toChars(Integer.parseInt(entity.group(1), 16)));
        }
        if (entity.group(2) != null) {
            return new String(Character.toChars(Integer.parseInt(entity.group(2))));
        }
        return switch (entity.group(3)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "'";
        };
    }
}
