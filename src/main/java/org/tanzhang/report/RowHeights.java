package org.tanzhang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * How high rows must be for the texts that wrap in them. Spreadsheets do not find that out for merged cells, and not all
 * of them do for others.
 */
final class RowHeights {

    /** Points of a line of 10-point type. */
    private static final double LINE = 13.5;

    private static final double PADDING = 4;

    /** Room for letters wider than the digits by which columns are measured. */
    private static final double CAUTION = 1.1;

    private record Block(int from, int to, String text, double points, int lineSize) {}

    private final Map<Integer, List<List<Block>>> rows = new TreeMap<>();

    /** A text across columns, in type of some points. */
    void wrap(int row, int from, int to, String text, int points) {
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(List.of(new Block(from, to, text, points, points)));
    }

    /** A name in one cell: Chinese in 10 points and English in 8 beside it. */
    void beside(int row, int column, String zh, String en) {
        double mean = (10.0 * Page.width(zh) + 8.0 * Page.width(en)) / Math.max(1, Page.width(zh + en));
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(List.of(new Block(column, column, zh + en, mean, 10)));
    }

    /** A caption across columns: Chinese in 10 points above English in 8. */
    void caption(int row, int from, int to, String zh, String en) {
        rows.computeIfAbsent(row, r -> new ArrayList<>())
                .add(List.of(new Block(from, to, zh, 10, 10), new Block(from, to, en, 8, 8)));
    }

    /** Sets the heights; the columns must have their widths. */
    void apply(XSSFSheet sheet) {
        rows.forEach((row, texts) -> {
            double highest = texts.stream()
                    .mapToDouble(blocks ->
                            blocks.stream().mapToDouble(b -> height(sheet, b)).sum())
                    .max()
                    .orElse(LINE);
            sheet.getRow(row).setHeightInPoints((float) (highest + PADDING));
        });
    }

    private static double height(XSSFSheet sheet, Block block) {
        double room = 0;
        for (int column = block.from(); column <= block.to(); column++) {
            room += sheet.getColumnWidth(column) / 256.0 - 1;
        }
        int lines = 0;
        for (String line : block.text().split("\n", -1)) {
            double needed = Page.width(line) * CAUTION * block.points() / 10;
            lines += (int) Math.max(1, Math.ceil(needed / Math.max(1, room)));
        }
        return block.text().isEmpty() ? 0 : lines * LINE * block.lineSize() / 10;
    }
}
