package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The part of a package that says of what type each part is (ECMA-376, part 2). */
final class ContentTypesPart {

    private static final String DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private ContentTypesPart() {}

    /**
     * Copies it with the drawings of comments among its defaults.
     *
     * @param added types of new parts, by their names
     * @param gone names of parts that are left out
     */
    static void copy(XmlTokens in, Writer out, Map<String, String> added, Set<String> gone) throws IOException {
        boolean drawings = false;
        for (String token = in.next(); token != null; token = in.next()) {
            if (!Tag.is(token)) {
                out.write(token);
                continue;
            }
            Tag tag = new Tag(token);
            drawings |= "vml".equalsIgnoreCase(tag.attribute("Extension"));
            if (tag.isEnd() && tag.name().equals("Types")) {
                if (!drawings) {
                    out.write(type(tag, "Default Extension=\"vml\"", DRAWING));
                }
                for (Map.Entry<String, String> type : new TreeMap<>(added).entrySet()) {
                    out.write(type(tag, "Override PartName=\"/" + Tag.escaped(type.getKey()) + "\"", type.getValue()));
                }
            }
            String part = tag.attribute("PartName");
            if (part == null || !gone.contains(part.substring(1))) {
                out.write(token);
            }
        }
    }

    /** Whether a part is of a type whose macros a spreadsheet runs. */
    static boolean allowMacros(XmlTokens in, String part) throws IOException {
        String name = "/" + part;
        for (String token = in.next(); token != null; token = in.next()) {
            if (Tag.is(token)
                    && name.equals(new Tag(token).attribute("PartName"))
                    && String.valueOf(new Tag(token).attribute("ContentType")).contains("macroEnabled")) {
                return true;
            }
        }
        return false;
    }

    private static String type(Tag types, String what, String type) {
        return "<" + types.prefix() + what + " ContentType=\"" + type + "\"/>";
    }
}
