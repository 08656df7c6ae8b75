package org.tanzhang.intake.template;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tanzhang.intake.template.FormLook.Style;

/**
 * The header of a table whose rows are reporters.
 *
 * @param captions of each column from top to bottom
 * @param widths letters that a column takes
 */
record CaptionRows(Paper paper, List<List<String>> captions, IntUnaryOperator widths) {

    private static final double ROW = 19;
    private static final double LINE = 14;

    /** Captions over several columns are joined; one that has none below it reaches down. */
    int write(int top) {
        int last = captions.size() - 1;
        int levels = captions.stream().mapToInt(List::size).max().orElse(1);
        int widest = 1;
        for (int c = 0; c <= last; c++) {
            List<String> column = captions.get(c);
            for (int level = 0; level < column.size(); level++) {
                if (c > 0 && continues(c, level)) {
                    continue;
                }
                int right = c;
                while (right < last && continues(right + 1, level)) {
                    right++;
                }
                boolean lowest = level == column.size() - 1 && right == c;
                String text = broken(column.get(level), right == c ? widths.applyAsInt(c) - 1 : Integer.MAX_VALUE);
                paper.text(top + level, c, text, Style.CAPTION);
                paper.merge(top + level, lowest ? top + levels - 1 : top + level, c, right, Style.CAPTION);
                if (right == c) {
                    widest = Math.max(widest, Paper.lines(text, widths.applyAsInt(c) - 1));
                }
            }
        }
        for (int level = 0; level < levels; level++) {
            paper.height(top + level, level < levels - 1 ? ROW : Math.max(ROW, widest * LINE + 5));
        }
        return levels;
    }

    /** A caption that does not fit on one line goes on with its last bracket, the unit, on the next. */
    private static String broken(String caption, int room) {
        int bracket = caption.lastIndexOf('（');
        return bracket > 0 && !caption.contains("\n") && Paper.width(caption) > room
                ? caption.substring(0, bracket) + "\n" + caption.substring(bracket)
                : caption;
    }

    private boolean continues(int c, int level) {
        List<String> left = captions.get(c - 1);
        List<String> here = captions.get(c);
        return level < left.size()
                && level < here.size()
                && left.subList(0, level + 1).equals(here.subList(0, level + 1));
    }
}
