package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.FindingWords;

/** The XML of one sheet 审核结果 of an {@code .xlsx}; texts stand in their cells and are never formulas. */
final class ListSheet {

    /** What a cell of an {@code .xlsx} holds. */
    private static final int TEXT_LIMIT = 32_767;

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final FindingTable table;
    private final FindingWords words;
    private final CellStyles styles;
    private final Set<String> sheets;

    ListSheet(FindingTable table, FindingWords words, CellStyles styles, Set<String> sheets) {
        this.table = table;
        this.words = words;
        this.styles = styles;
        this.sheets = sheets;
    }

    void write(Writer out, List<ReturnedFinding> page, boolean first) throws IOException {
        int captions = table.captionRow();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr"
                + " fitToPage=\"1\"/></sheetPr><sheetViews><sheetView" + (first ? " tabSelected=\"1\"" : "")
                + " workbookViewId=\"0\"><pane ySplit=\"" + (captions + 1) + "\" topLeftCell=\"A" + (captions + 2)
                + "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultRowHeight=\"14.25\"/><cols>");
        for (int c = 0; c < FindingTable.WIDTHS.size(); c++) {
            out.write("<col min=\"" + (c + 1) + "\" max=\"" + (c + 1) + "\" width=\"" + FindingTable.WIDTHS.get(c)
                    + "\" customWidth=\"1\"/>");
        }
        out.write("</cols><sheetData>");
        List<String> head = table.head();
        for (int i = 0; i < head.size(); i++) {
            out.write("<row r=\"" + (i + 1) + "\">");
            cell(out, i, 0, head.get(i), styles.of(i == 0 ? CellStyles.Look.TITLE : CellStyles.Look.NOTE));
            out.write("</row>");
        }
        out.write("<row r=\"" + (captions + 1) + "\">");
        for (int c = 0; c < FindingTable.CAPTIONS.size(); c++) {
            cell(out, captions, c, FindingTable.CAPTIONS.get(c), styles.of(CellStyles.Look.HEADER));
        }
        out.write("</row>");
        for (int i = 0; i < page.size(); i++) {
            line(out, captions + 1 + i, page.get(i));
        }
        out.write("</sheetData><autoFilter ref=\"" + range(page.size()) + "\"/>");
        links(out, page);
        out.write("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    }

    /** The captions and the lines below them. */
    String range(int findings) {
        int captions = table.captionRow();
        return "A" + (captions + 1) + ":" + at(captions + Math.max(1, findings), FindingTable.CAPTIONS.size() - 1);
    }

    private void line(Writer out, int row, ReturnedFinding finding) throws IOException {
        List<String> line = FindingTable.line(finding, words);
        out.write("<row r=\"" + (row + 1) + "\" ht=\"" + FindingTable.height(line) + "\" customHeight=\"1\">");
        for (int c = 0; c < line.size(); c++) {
            CellStyles.Look look = CellStyles.Look.TEXT;
            if (c == 0) {
                look = CellStyles.look(finding.finding().severity());
            } else if (c == FindingTable.PLACE && table.link(finding, sheets) != null) {
                look = CellStyles.Look.LINK;
            } else if (FindingTable.isLikeFormula(line.get(c))) {
                look = CellStyles.Look.QUOTED;
            }
            cell(out, row, c, line.get(c), styles.of(look));
        }
        out.write("</row>");
    }

    private void links(Writer out, List<ReturnedFinding> page) throws IOException {
        boolean any = false;
        for (int i = 0; i < page.size(); i++) {
            String target = table.link(page.get(i), sheets);
            if (target != null) {
                out.write(any ? "" : "<hyperlinks>");
                any = true;
                out.write("<hyperlink ref=\"" + at(table.captionRow() + 1 + i, FindingTable.PLACE) + "\" location=\""
                        + Tag.escaped(target) + "\"/>");
            }
        }
        out.write(any ? "</hyperlinks>" : "");
    }

    private static void cell(Writer out, int row, int column, String text, int style) throws IOException {
        out.write("<c r=\"" + at(row, column) + "\" s=\"" + style + "\"" + content(text));
    }

    /** What follows the attributes of a cell that holds a text. */
    static String content(String text) {
        if (text.isEmpty()) {
            return "/>";
        }
        // spaces at an end stay only where that is said
        String space = text.strip().equals(text) ? "" : " xml:space=\"preserve\"";
        return " t=\"inlineStr\"><is><t" + space + ">" + held(text) + "</t></is></c>";
    }

    private static String held(String text) {
        String whole = text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT - 1) + "…";
        // _x0041_ in a text means a character (ECMA-376 part 1, 22.9.2.19)
        return Tag.escaped(ESCAPE.matcher(whole).replaceAll("_x005F_"));
    }

    private static String at(int row, int column) {
        return new CellAddress("", row, column).a1();
    }
}
