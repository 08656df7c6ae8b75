package org.tanzhang.intake.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.template.FormLook.Style;
import org.tanzhang.intake.template.Grid.Column;
import org.tanzhang.observation.UnitEntry;

/** The lines of a register: to be filled in, or with last year's units. */
final class ListRows {

    /** Rows of an empty list. */
    private static final int LEAST = 100;

    private final Blank blank;
    private final Grid grid;
    private final Paper paper;
    private final @Nullable LastYear shown;
    private final int lastColumn;

    /** @param shown the units to write in grey, null for lines to be filled in */
    ListRows(Blank blank, Grid grid, Paper paper, @Nullable LastYear shown) {
        this.blank = blank;
        this.grid = grid;
        this.paper = paper;
        this.shown = shown;
        this.lastColumn = grid.columns().size() - 1;
    }

    /** Writes them from a row on; returns the last. */
    int write(int top) {
        List<UnitEntry> known = shown == null ? List.of() : shown.units();
        int before = blank.lastYear() == null ? 0 : blank.lastYear().units().size();
        int rows = shown == null ? Math.max(LEAST, (before * 6 / 5 + 9) / 10 * 10) : Math.max(1, known.size());
        for (int i = 0; i < rows; i++) {
            paper.height(top + i, FormSheet.ROW - 2);
            for (int c = 0; c <= lastColumn; c++) {
                if (shown == null) {
                    paper.cell(top + i, c, Style.WORD);
                } else if (i < known.size()) {
                    paper.text(
                            top + i, c, word(known.get(i), grid.columns().get(c).member()), Style.LAST_WORD);
                }
            }
        }
        if (shown == null) {
            EntryRules rules = new EntryRules(paper.sheet(), blank.form().reporter());
            for (int c = 0; c <= lastColumn; c++) {
                rule(rules, grid.columns().get(c), new CellRangeAddressList(top, top + rows - 1, c, c));
            }
        }
        return top + rows - 1;
    }

    private void rule(EntryRules rules, Column column, CellRangeAddressList cells) {
        switch (column.member()) {
            case "credit-code" -> rules.length(cells, 8, 18, "统一社会信用代码 18 位；没有的填旧码 8 至 9 位。");
            case "industry" -> rules.length(cells, 2, 4, "GB/T 4754 行业代码，2 至 4 位。");
            case "region" -> rules.choice(cells, blank.regionCodes(), true, "所在区县的区划代码；填到乡镇、街道的用 12 位代码。");
            case "town" -> rules.length(cells, 12, 12, "乡镇、街道的 12 位代码，前 6 位为区县。");
            default -> rules.choice(cells, column.choices(), false, "请填：" + String.join("、", column.choices()) + "。");
        }
    }

    private static String word(UnitEntry unit, String item) {
        return switch (item) {
            case "credit-code" -> unit.creditCode();
            case "name" -> unit.name();
            case "industry" -> unit.industry();
            case "region" -> unit.region();
            case "scope" ->
                switch (unit.scope()) {
                    case SITE -> "本地";
                    case DISTRICT -> "区县";
                    case CITY -> "全市";
                    case WIDER -> "市外";
                };
            case "town" -> unit.town() == null ? "" : unit.town();
            case "park" -> unit.parks().stream().map(ListRows::share).collect(Collectors.joining("；"));
            default -> "";
        };
    }

    /** 望城经开区, or 望城经开区60% of a unit that lies in several. */
    private static String share(UnitEntry.ParkShare part) {
        BigDecimal percent = part.share().movePointRight(2).stripTrailingZeros();
        return part.share().compareTo(BigDecimal.ONE) == 0 ? part.park() : part.park() + percent.toPlainString() + "%";
    }
}
