package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of sheets of an {@code .xlsx} with new ones in front. Names and print areas of single sheets count sheets by
 * their place: those numbers move along.
 */
final class SheetIndex {

    /** What may stand between the sheets and the names of a workbook (ECMA-376 part 1, 18.2.27). */
    private static final Set<String> BEFORE_NAMES = Set.of("functionGroups", "externalReferences");

    /** No package of more parts is read. */
    private static final int SHEET_LIMIT = 20_000;

    /** A sheet of the workbook. */
    record Sheet(String name, String relationship, int number) {}

    /** A sheet to be put in front, with the range of its table. */
    record NewSheet(String name, String relationship, String range, int captionRow) {}

    private SheetIndex() {}

    static List<Sheet> read(XmlTokens xml) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (String token = xml.next(); token != null; token = xml.next()) {
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            if (tag != null && tag.name().equals("sheet") && !tag.isEnd()) {
                String number = tag.attribute("sheetId");
                sheets.add(new Sheet(
                        String.valueOf(tag.attribute("name")),
                        String.valueOf(tag.attribute("id")),
                        number == null ? 0 : Integer.parseInt(number)));
                if (sheets.size() > SHEET_LIMIT) {
                    throw new IOException("more sheets than a package has parts");
                }
            }
        }
        return sheets;
    }

    static void copy(XmlTokens in, Writer out, List<Sheet> sheets, Set<Sheet> removed, List<NewSheet> added)
            throws IOException {
        Map<Integer, Integer> places = new HashMap<>();
        for (Sheet sheet : sheets) {
            if (!removed.contains(sheet)) {
                places.put(sheets.indexOf(sheet), added.size() + places.size());
            }
        }
        Set<String> gone = new HashSet<>();
        removed.forEach(sheet -> gone.add(sheet.relationship()));
        String prefix = "";
        boolean listed = false;
        boolean named = false;
        boolean viewed = false;
        @Nullable String skipping = null;
        int depth = 0;
        for (String token = in.next(); token != null; token = in.next()) {
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            if (tag == null) {
                out.write(skipping == null ? token : "");
                continue;
            }
            String name = tag.name();
            if (skipping != null) {
                if (tag.isEnd() && name.equals(skipping)) {
                    skipping = null;
                }
                continue;
            }
            if (depth == 0) {
                prefix = tag.prefix();
            }
            boolean start = !tag.isEnd();
            if (start && name.equals("bookViews")) {
                viewed = true;
            }
            boolean closing = depth == 1 && (tag.isEnd() || !BEFORE_NAMES.contains(name));
            if (listed && !named && closing) {
                named = true;
                if (!name.equals("definedNames")) {
                    out.write("<" + prefix + "definedNames>" + names(prefix, added) + "</" + prefix + "definedNames>");
                } else if (start) {
                    out.write(tag.opened().raw() + names(prefix, added) + (tag.isEmpty() ? tag.end() : ""));
                    depth += tag.isEmpty() ? 0 : 1;
                    continue;
                }
            }
            if (start && name.equals("workbookView")) {
                out.write(tag.with("activeTab", "0").without("firstSheet").raw());
            } else if (start && name.equals("sheets")) {
                listed = true;
                out.write(
                        viewed
                                ? ""
                                : "<" + prefix + "bookViews><" + prefix + "workbookView/></" + prefix + "bookViews>");
                out.write(tag.opened().raw() + entries(prefix, sheets, added) + (tag.isEmpty() ? tag.end() : ""));
            } else if (start && name.equals("sheet") && gone.contains(String.valueOf(tag.attribute("id")))) {
                skipping = tag.isEmpty() ? null : name;
                continue;
            } else if (start && name.equals("definedName") && tag.attribute("localSheetId") != null) {
                Integer place = places.get(Integer.valueOf(String.valueOf(tag.attribute("localSheetId"))));
                if (place == null) {
                    skipping = tag.isEmpty() ? null : name;
                    continue;
                }
                out.write(tag.with("localSheetId", place.toString()).raw());
            } else {
                out.write(token);
            }
            depth += tag.isEnd() ? -1 : tag.isEmpty() ? 0 : 1;
        }
    }

    private static String entries(String prefix, List<Sheet> sheets, List<NewSheet> added) {
        int number = sheets.stream().mapToInt(Sheet::number).max().orElse(0);
        StringBuilder entries = new StringBuilder();
        for (NewSheet sheet : added) {
            entries.append("<" + prefix + "sheet xmlns:tz=\""
                    + OfficePackage.RELATIONSHIPS.substring(0, OfficePackage.RELATIONSHIPS.length() - 1) + "\" name=\""
                    + Tag.escaped(sheet.name()) + "\" sheetId=\"" + ++number + "\" tz:id=\"" + sheet.relationship()
                    + "\"/>");
        }
        return entries.toString();
    }

    private static String names(String prefix, List<NewSheet> added) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < added.size(); i++) {
            NewSheet sheet = added.get(i);
            String quoted = "'" + sheet.name() + "'!";
            String range = sheet.range().replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2");
            int row = sheet.captionRow() + 1;
            names.append(name(prefix, "_FilterDatabase\" hidden=\"1", i, quoted + range))
                    .append(name(prefix, "Print_Titles", i, quoted + "$" + row + ":$" + row));
        }
        return names.toString();
    }

    private static String name(String prefix, String name, int sheet, String formula) {
        return "<" + prefix + "definedName name=\"_xlnm." + name + "\" localSheetId=\"" + sheet + "\">"
                + Tag.escaped(formula) + "</" + prefix + "definedName>";
    }
}
