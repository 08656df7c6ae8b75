package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: columns of numbers to the right, the others to the left, Chinese characters two cells wide. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(PrintWriter out) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                int width = width(row.get(c));
                if (c == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(c, Math.max(widths.get(c), width));
                }
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < row.size(); c++) {
                String pad = " ".repeat(widths.get(c) - width(row.get(c)));
                line.append(c == 0 ? "" : "  ").append(isNumeric(c) ? pad + row.get(c) : row.get(c) + pad);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Whether all cells of a column but a caption are numbers. */
    private boolean isNumeric(int column) {
        List<String> cells = rows.stream()
                .filter(r -> column < r.size())
                .map(r -> r.get(column))
                .toList();
        long words = cells.stream().filter(t -> !t.matches("[-+]?[\\d.,]*%?|—")).count();
        return column > 0 && words <= 1 && cells.stream().anyMatch(t -> t.matches(".*\\d.*|—"));
    }

    /** Cells a text takes: two for CJK and full-width characters. */
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe4f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6);
    }
}
