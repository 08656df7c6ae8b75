package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Finding;

/**
 * The rows of a web page as a spreadsheet shows them: its tables one below the other on one sheet, text between them in the
 * first column. A cell over several columns or rows stands in the first of them. Nothing that the page refers to is
 * fetched, no script runs.
 */
final class HtmlRows implements RowReader {

    /** HTML Living Standard, 4.9.11: the most that a span can say. */
    private static final int COLUMN_SPAN = 1000;

    private static final int ROW_SPAN = 65_534;

    private static final int DEPTH_LIMIT = 200;

    private final List<SheetRow> rows = new ArrayList<>();
    private final Clock clock;
    private Iterator<SheetRow> left = rows.iterator();
    private boolean begun;
    /** Rows from which on each column is free again below a cell that spans several. */
    private int[] taken = new int[64];

    private int row;

    HtmlRows(Reader text, Clock clock) throws IOException, UnreadableWorkbookException {
        this.clock = clock;
        Document page = Parser.htmlParser().parseInput(text, "");
        if (page.selectFirst("table") == null) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.NOT_A_WORKBOOK);
        }
        flow(page.body(), 0);
    }

    /** Text becomes a row, a table its rows, anything else what is in it. */
    private void flow(Element parent, int depth) throws UnreadableWorkbookException {
        if (depth > DEPTH_LIMIT) {
            throw new UnreadableWorkbookException(UnreadableWorkbookException.HOSTILE, "HTML > " + DEPTH_LIMIT);
        }
        clock.check();
        StringBuilder text = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode piece) {
                text.append(piece.getWholeText());
            } else if (node instanceof Element element && !isSilent(element)) {
                boolean block = element.isBlock() || element.selectFirst("table") != null;
                if (block || element.normalName().equals("br")) {
                    line(text);
                }
                if (element.normalName().equals("table")) {
                    table(element, depth);
                } else if (block) {
                    flow(element, depth + 1);
                } else {
                    text.append(textOf(element));
                }
            }
        }
        line(text);
    }

    private void line(StringBuilder text) throws UnreadableWorkbookException {
        String line =
                text.toString().replace('\u00A0', ' ').replaceAll("\\s+", " ").strip();
        text.setLength(0);
        if (!line.isEmpty()) {
            Bounds.check(row, 0);
            Bounds.checkText(line.length(), row, 0);
            rows.add(new SheetRow(row, false, List.of(Numeral.cell(row, 0, line))));
            row++;
        }
    }

    private static boolean isSilent(Element element) {
        return switch (element.normalName()) {
            case "script", "style", "template", "noscript", "head" -> true;
            default -> false;
        };
    }

    private void table(Element table, int depth) throws UnreadableWorkbookException {
        List<Element> lines = rowsOf(table);
        Element caption = table.firstElementChild();
        if (caption != null && caption.normalName().equals("caption")) {
            flow(caption, depth + 1);
        }
        // tables in a table only lay the page out
        boolean layout = lines.stream()
                .flatMap(tr -> tr.children().stream())
                .anyMatch(cell -> cell.selectFirst("table") != null);
        taken = new int[64];
        for (Element tr : lines) {
            clock.check();
            Bounds.check(row, 0);
            if (layout) {
                for (Element cell : tr.children()) {
                    flow(cell, depth + 1);
                }
            } else {
                rows.add(row(tr));
                row++;
            }
        }
    }

    private static List<Element> rowsOf(Element table) {
        List<Element> lines = new ArrayList<>();
        for (Element part : table.children()) {
            if (part.normalName().equals("tr")) {
                lines.add(part);
            } else {
                part.children().stream()
                        .filter(e -> e.normalName().equals("tr"))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private SheetRow row(Element tr) throws UnreadableWorkbookException {
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        for (Element cell : tr.children()) {
            if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                continue;
            }
            while (column < taken.length && taken[column] > row) {
                column++;
            }
            Bounds.check(row, column);
            int across = span(cell.attr("colspan"), COLUMN_SPAN);
            int down = span(cell.attr("rowspan"), ROW_SPAN);
            if (down > 1) {
                take(column, Math.min(Bounds.COLUMNS, column + across), row + down);
            }
            add(cells, cell, column);
            column += across;
        }
        return new SheetRow(row, isHidden(tr), cells);
    }

    private void take(int from, int to, int until) {
        if (to > taken.length) {
            taken = java.util.Arrays.copyOf(taken, Math.max(to, taken.length * 2));
        }
        for (int column = from; column < to; column++) {
            taken[column] = Math.max(taken[column], until);
        }
    }

    private static int span(String attribute, int most) {
        String digits = attribute.strip();
        if (!digits.matches("\\d+")) {
            return 1;
        }
        return digits.length() > 6 ? most : Math.max(1, Math.min(most, Integer.parseInt(digits)));
    }

    /** Excel's own pages carry the exact number beside the one shown, and say what is text. */
    private void add(List<SheetCell> cells, Element cell, int column) throws UnreadableWorkbookException {
        String text = textOf(cell);
        String number = cell.attr("x:num").strip();
        if (Numeral.isNumber(number)) {
            cells.add(new SheetCell(row, column, SheetCell.Kind.NUMBER, number));
        } else if (!text.isBlank()) {
            Bounds.checkText(text.length(), row, column);
            boolean isText = cell.hasAttr("x:str") || cell.attr("style").contains("\\@");
            cells.add(isText ? new SheetCell(row, column, SheetCell.Kind.TEXT, text) : Numeral.cell(row, column, text));
        }
    }

    private static boolean isHidden(Element element) {
        return element.attr("style")
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT)
                .contains("display:none");
    }

    /** The text of an element with its own line breaks and no others. */
    private static String textOf(Element element) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode piece) {
                            text.append(piece.getWholeText().replaceAll("[\\s\\u00A0]+", " "));
                        } else if (node.normalName().equals("br")) {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node.normalName().equals("p") || node.normalName().equals("div")) {
                            text.append('\n');
                        }
                    }
                },
                element);
        return text.toString().replaceAll(" *\\n *", "\n").strip();
    }

    @Override
    public @Nullable SheetHead nextSheet() {
        if (begun) {
            return null;
        }
        begun = true;
        left = rows.iterator();
        return new SheetHead(DelimitedRows.SHEET, false);
    }

    @Override
    public @Nullable SheetRow nextRow() {
        return left.hasNext() ? left.next() : null;
    }

    @Override
    public List<Finding> notes() {
        return List.of();
    }

    @Override
    public void close() {
        rows.clear();
    }
}
