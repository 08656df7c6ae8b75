package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;

/** The part of a package that says which parts belong to another (ECMA-376, part 2). */
final class RelationshipsPart {

    private RelationshipsPart() {}

    /** What a relationship says beside its id: its type, and the part it leads to. */
    static String relationship(String type, String part) {
        return "Type=\"" + OfficePackage.RELATIONSHIPS + type + "\" Target=\"/" + Tag.escaped(part) + "\"";
    }

    /**
     * Copies the one of a part, or writes a new one.
     *
     * @param added relationships by their ids
     * @param gone ids of those that are left out
     */
    static void copy(OfficePackage source, String part, Writer out, Map<String, String> added, Set<String> gone)
            throws IOException {
        String name = OfficePackage.relationshipsOf(part);
        if (!source.has(name)) {
            write(out, added);
            return;
        }
        try (XmlTokens in = source.read(name)) {
            copy(in, out, added, gone);
        }
    }

    private static void write(Writer out, Map<String, String> added) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        append(out, "", added);
        out.write("</Relationships>");
    }

    private static void copy(XmlTokens in, Writer out, Map<String, String> added, Set<String> gone) throws IOException {
        for (String token = in.next(); token != null; token = in.next()) {
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            boolean all = tag != null && tag.name().equals("Relationships");
            if (tag != null && all && tag.isEmpty()) {
                out.write(tag.opened().raw());
                append(out, tag.prefix(), added);
                out.write(tag.end());
            } else if (tag != null && all && tag.isEnd()) {
                append(out, tag.prefix(), added);
                out.write(token);
            } else if (tag == null
                    || tag.isEnd()
                    || !tag.isEmpty()
                    || !gone.contains(String.valueOf(tag.attribute("Id")))) {
                out.write(token);
            }
        }
    }

    private static void append(Writer out, String prefix, Map<String, String> added) throws IOException {
        for (Map.Entry<String, String> entry : added.entrySet()) {
            out.write("<" + prefix + "Relationship Id=\"" + entry.getKey() + "\" " + entry.getValue() + "/>");
        }
    }
}
