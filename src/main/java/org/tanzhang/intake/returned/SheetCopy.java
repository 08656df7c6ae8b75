package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;

/**
 * Copies the XML of one sheet: faulty cells get their style, cells that are missing are put in their place, everything
 * else is written as it was read. Holds no more than one tag.
 */
final class SheetCopy {

    /** What comes after the place of a legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99). */
    private static final Set<String> AFTER_LEGACY_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "AlternateContent",
            "webPublishItems",
            "tableParts",
            "extLst");

    private static final int COLUMN_LIMIT = 16_384;

    private record Columns(int first, int last, int style) {}

    private final XmlTokens in;
    private final Writer out;
    private final FaultySheet.Walk faults;
    private final CellStyles styles;
    private final List<Columns> columns = new ArrayList<>();
    private final @Nullable String newDrawing;
    private @Nullable String drawing;
    private int row = -1;
    private String prefix = "";

    /**
     * @param newDrawing the relationship to use for comments where the sheet has none; null where none are wanted
     */
    SheetCopy(XmlTokens in, Writer out, FaultySheet faults, CellStyles styles, @Nullable String newDrawing) {
        this.in = in;
        this.out = out;
        this.faults = faults.walk();
        this.styles = styles;
        this.newDrawing = newDrawing;
    }

    /**
     * Copies the sheet.
     *
     * @return the relationship under which its comments are drawn: its own, else the new one; null where there is none
     */
    @Nullable String copy() throws IOException {
        int depth = 0;
        for (String token = in.next(); token != null; token = in.next()) {
            if (!Tag.is(token)) {
                out.write(token);
                continue;
            }
            Tag tag = new Tag(token);
            String name = tag.name();
            if (depth == 1 && !tag.isEnd()) {
                child(tag, name);
                if (name.equals("sheetData")) {
                    rows(tag);
                    continue;
                }
            } else if (depth == 1 && drawing == null) {
                draw();
            }
            if (depth == 0) {
                prefix = tag.prefix();
            }
            if (name.equals("col") && !tag.isEnd()) {
                columns.add(new Columns(number(tag, "min", 1) - 1, number(tag, "max", 1) - 1, number(tag, "style", 0)));
                if (columns.size() > COLUMN_LIMIT) {
                    throw new IOException("more columns than a sheet has");
                }
            }
            // our own sheet is the one that is shown: two selected sheets would be edited together
            out.write(
                    name.equals("sheetView") && !tag.isEnd()
                            ? tag.without("tabSelected").raw()
                            : token);
            depth += tag.isEnd() ? -1 : tag.isEmpty() ? 0 : 1;
        }
        return drawing;
    }

    private void child(Tag tag, String name) throws IOException {
        if (name.equals("legacyDrawing")) {
            drawing = tag.attribute("id");
        } else if (AFTER_LEGACY_DRAWING.contains(name) && drawing == null) {
            draw();
        }
    }

    private void draw() throws IOException {
        if (newDrawing != null) {
            out.write("<" + prefix + "legacyDrawing xmlns:tz=\""
                    + OfficePackage.RELATIONSHIPS.substring(0, OfficePackage.RELATIONSHIPS.length() - 1) + "\" tz:id=\""
                    + newDrawing + "\"/>");
            drawing = newDrawing;
        }
    }

    private void rows(Tag start) throws IOException {
        out.write(start.opened().raw());
        if (start.isEmpty()) {
            missingRows(Integer.MAX_VALUE);
            out.write(start.end());
            return;
        }
        while (!faults.isDone()) {
            String token = in.next();
            if (token == null) {
                throw new IOException("a sheet that does not end");
            }
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            if (tag != null && tag.isEnd()) {
                missingRows(Integer.MAX_VALUE);
                out.write(token);
                return;
            }
            if (tag == null) {
                out.write(token);
                continue;
            }
            int next = number(tag, "r", row + 2) - 1;
            if (next <= row) {
                throw new IOException("rows out of order");
            }
            missingRows(next);
            row = next;
            if (faults.isIn(row)) {
                out.write(tag.opened().without("spans").raw());
                cells(tag);
            } else {
                out.write(token);
                if (!tag.isEmpty()) {
                    in.copyThrough(tag.end(), out);
                }
            }
        }
        in.copyThrough(start.end(), out);
    }

    private void cells(Tag start) throws IOException {
        int rowStyle = "1".equals(start.attribute("customFormat")) ? number(start, "s", 0) : -1;
        if (start.isEmpty()) {
            missingCells(Integer.MAX_VALUE, rowStyle);
            out.write(start.end());
            return;
        }
        int column = -1;
        for (String token = in.next(); token != null; token = in.next()) {
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            if (tag == null) {
                out.write(token);
                continue;
            }
            if (tag.isEnd()) {
                missingCells(Integer.MAX_VALUE, rowStyle);
                out.write(token);
                return;
            }
            if (!tag.name().equals("c")) {
                missingCells(Integer.MAX_VALUE, rowStyle);
                out.write(token);
                if (!tag.isEmpty()) {
                    in.copyThrough(tag.end(), out);
                }
                continue;
            }
            String at = tag.attribute("r");
            int next = at == null ? column + 1 : column(at);
            if (next <= column) {
                throw new IOException("cells out of order");
            }
            missingCells(next, rowStyle);
            column = next;
            out.write(
                    faults.isAt(row, column)
                            ? tag.with("s", style(number(tag, "s", 0))).raw()
                            : token);
            if (!tag.isEmpty()) {
                in.copyThrough(tag.end(), out);
            }
        }
        throw new IOException("a sheet that does not end");
    }

    private void missingRows(int before) throws IOException {
        while (faults.isBefore(before)) {
            row = faults.row();
            out.write("<" + prefix + "row r=\"" + (row + 1) + "\">");
            missingCells(Integer.MAX_VALUE, -1);
            out.write("</" + prefix + "row>");
        }
    }

    /** A faulty cell may be one that is missing: it takes the look of its row or column. */
    private void missingCells(int before, int rowStyle) throws IOException {
        while (faults.isBefore(row, before)) {
            int column = faults.column();
            String at = new CellAddress("", row, column).a1();
            int own = rowStyle >= 0 ? rowStyle : styleOf(column);
            out.write("<" + prefix + "c r=\"" + at + "\" s=\"" + style(own) + "\"/>");
        }
    }

    private int styleOf(int column) {
        for (Columns some : columns) {
            if (some.first() <= column && column <= some.last()) {
                return some.style();
            }
        }
        return 0;
    }

    /** The style of the next faulty cell, which is passed. */
    private String style(int own) {
        return String.valueOf(styles.marked(own, faults.pass()));
    }

    private static int number(Tag tag, String attribute, int absent) {
        String text = tag.attribute(attribute);
        return text == null ? absent : Integer.parseInt(text.strip());
    }

    /** The column of an address such as {@code C17}, zero-based. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    /** The row of an address such as {@code C17}, zero-based. */
    static int row(String address) {
        int digits = 0;
        while (digits < address.length() && !Character.isDigit(address.charAt(digits))) {
            digits++;
        }
        return Integer.parseInt(address.substring(digits)) - 1;
    }
}
