package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.jspecify.annotations.Nullable;

/** The boxes that comments are shown in, drawn in VML. */
final class CommentShapes {

    static final String EMPTY = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"\"/></o:shapelayout></xml>";

    private static final String TYPE = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
            + "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
            + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    private static final Pattern ROW = Pattern.compile("<x:Row>\\s*(\\d+)\\s*</x:Row>");
    private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*(\\d+)\\s*</x:Column>");

    /** Shape numbers go in blocks of so many ([MS-ODRAW] 2.2.46); ours begin beyond those of any usual workbook. */
    private static final int BLOCK = 1024;

    private static final int COLUMNS = 4;

    private final FaultComments.OnSheet said;
    private final int firstBlock;
    private final Places drawn = new Places();

    CommentShapes(FaultComments.OnSheet said, int firstBlock) {
        this.said = said;
        this.firstBlock = firstBlock;
    }

    /** How many blocks of numbers the shapes of so many comments take. */
    static int blocks(int comments) {
        return 1 + comments / BLOCK;
    }

    /** Copies the sender's drawing without the boxes at these addresses, and draws those of the faulty cells. */
    void copy(XmlTokens in, Writer out, Places removed) throws IOException {
        @Nullable StringBuilder shape = null;
        boolean typed = false;
        for (String token = in.next(); token != null; token = in.next()) {
            if (shape != null && !token.startsWith("</")) {
                shape.append(token);
                continue;
            }
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            String name = tag == null ? "" : tag.name();
            if (tag != null && name.equals("shape") && !tag.isEnd() && shape == null) {
                shape = new StringBuilder();
            }
            typed |= name.equals("shapetype") && token.contains("_x0000_t202");
            if (shape != null) {
                shape.append(token);
                if (tag != null && name.equals("shape") && (tag.isEnd() || tag.isEmpty())) {
                    keep(shape.toString(), removed, out);
                    shape = null;
                }
            } else if (tag != null && name.equals("idmap")) {
                out.write(tag.with("data", blocks(tag)).raw());
            } else if (tag != null && name.equals("xml") && tag.isEnd()) {
                draw(out, typed);
                out.write(token);
            } else {
                out.write(token);
            }
        }
    }

    private void keep(String shape, Places removed, Writer out) throws IOException {
        Matcher row = ROW.matcher(shape);
        Matcher column = COLUMN.matcher(shape);
        if (shape.contains("ObjectType=\"Note\"") && row.find() && column.find()) {
            int rowIndex = Integer.parseInt(row.group(1));
            int columnIndex = Integer.parseInt(column.group(1));
            if (removed.contains(rowIndex, columnIndex)) {
                return;
            }
            drawn.add(rowIndex, columnIndex);
        }
        out.write(shape);
    }

    private String blocks(Tag map) {
        String data = map.attribute("data");
        StringBuilder blocks = new StringBuilder(data == null ? "" : data);
        for (int i = 0; i < blocks(said.count()); i++) {
            blocks.append(blocks.isEmpty() ? "" : ",").append(firstBlock + i);
        }
        return blocks.toString();
    }

    private void draw(Writer out, boolean typed) throws IOException {
        if (!typed) {
            out.write(TYPE);
        }
        int number = firstBlock * BLOCK;
        for (int i = 0; i < said.count(); i++) {
            if (!drawn.contains(said.row(i), said.column(i))) {
                out.write(shape(++number, said.row(i), said.column(i), said.boxRows(i)));
            }
        }
    }

    private static String shape(int number, int row, int column, int height) {
        int left = Math.min(column + 1, SpreadsheetVersion.EXCEL2007.getLastColumnIndex() - COLUMNS);
        int top = Math.min(row, SpreadsheetVersion.EXCEL2007.getLastRowIndex() - height);
        return "<v:shape id=\"_x0000_s" + number
                + "\" type=\"#_x0000_t202\" style='position:absolute;visibility:hidden' "
                + "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" + left + ",15,"
                + top
                + ",2," + (left + COLUMNS) + ",15," + (top + height)
                + ",2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>"
                + row + "</x:Row><x:Column>" + column + "</x:Column></x:ClientData></v:shape>";
    }

    /** How many rows high a box must be for a text. */
    static int boxRows(String text) {
        int lines = 2
                + text.length() / 18
                + (int) text.chars().filter(c -> c == '\n').count();
        return Math.min(24, Math.max(4, lines));
    }
}
