package org.tanzhang.intake.returned;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.returned.OfficePackage.Relationship;

/** The text of a sheet's first cell, by which a list of an earlier return is known. */
record FirstCell(OfficePackage source, String workbook) {

    /** The text in A1; empty where there is none. */
    String of(String sheet) throws IOException {
        try (XmlTokens xml = source.read(sheet)) {
            for (String token = xml.next(); token != null; token = xml.next()) {
                Tag tag = Tag.is(token) ? new Tag(token) : null;
                if (tag != null && tag.name().equals("c") && !tag.isEnd()) {
                    String content = tag.isEmpty() ? "" : text(xml, "c");
                    return "s".equals(tag.attribute("t")) && !content.isBlank()
                            ? shared(Integer.parseInt(content.strip()))
                            : content;
                }
                if (tag != null && tag.name().equals("sheetData") && tag.isEnd()) {
                    return "";
                }
            }
        }
        return "";
    }

    /** All text up to the end of an element. */
    private static String text(XmlTokens xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String token = xml.next(); token != null; token = xml.next()) {
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            if (tag == null) {
                text.append(Tag.unescaped(token));
            } else if (tag.isEnd() && tag.name().equals(element)) {
                break;
            }
        }
        return text.toString();
    }

    private String shared(int wanted) throws IOException {
        @Nullable String part = null;
        for (Relationship relationship : source.relationships(workbook)) {
            if (relationship.is("sharedStrings")) {
                part = OfficePackage.resolve(workbook, relationship.target());
            }
        }
        if (part == null) {
            return "";
        }
        int index = 0;
        try (XmlTokens xml = source.read(part)) {
            for (String token = xml.next(); token != null; token = xml.next()) {
                Tag tag = Tag.is(token) ? new Tag(token) : null;
                if (tag != null && tag.name().equals("si") && !tag.isEnd() && index++ == wanted) {
                    return tag.isEmpty() ? "" : text(xml, "si");
                }
            }
        }
        return "";
    }
}
