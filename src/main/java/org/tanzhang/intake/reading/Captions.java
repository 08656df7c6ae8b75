package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.quantity.Units;

/** The captions of a table's header, column by column from top to bottom, and the units among them. */
final class Captions {

    private static final Pattern LAST_BRACKET = Pattern.compile("\\(([^()]+)\\)$");
    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\d{1,2}(\\.0)?");
    static final Set<String> COLUMN_LETTERS = Set.of("甲", "乙", "丙", "丁");

    private final SheetCells sheet;
    private final List<Integer> header;
    private final int labelColumn;

    private Captions(SheetCells sheet, List<Integer> header, int labelColumn) {
        this.sheet = sheet;
        this.header = header;
        this.labelColumn = labelColumn;
    }

    /**
     * The captions of each column. A blank header cell takes the caption to its left where something stands below it:
     * that is how a merged caption over several columns is stored. Below a caption of the column's own a blank cell is part
     * of that caption, merged downwards (常住人口 beside 地区生产总值 over 当年价格 and 2020年价格).
     *
     * @param labelColumn the column left out, -1 to leave out none
     */
    static Map<Integer, List<String>> of(SheetCells sheet, List<Integer> header, int labelColumn) {
        return new Captions(sheet, header, labelColumn).byColumn();
    }

    private Map<Integer, List<String>> byColumn() {
        Set<Integer> columns = new TreeSet<>();
        header.forEach(r -> sheet.row(r).stream()
                .map(SheetCell::column)
                .filter(c -> c != labelColumn)
                .forEach(columns::add));
        Map<Integer, List<String>> captions = new LinkedHashMap<>();
        for (int column : columns) {
            List<String> texts = new ArrayList<>();
            boolean own = false;
            for (int i = 0; i < header.size(); i++) {
                String text = caption(header.get(i), column);
                own = own || !text.isEmpty();
                if (!own && hasCaptionBelow(i, column)) {
                    text = captionToTheLeft(header.get(i), column);
                }
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            if (!texts.isEmpty()) {
                captions.put(column, texts);
            }
        }
        return captions;
    }

    private String caption(int row, int column) {
        String text = sheet.cell(row, column).map(SheetCell::text).orElse("");
        String compact = Caption.compact(text);
        return COLUMN_LETTERS.contains(compact)
                        || COLUMN_NUMBER.matcher(compact).matches()
                ? ""
                : text.strip();
    }

    private boolean hasCaptionBelow(int from, int column) {
        return header.subList(from + 1, header.size()).stream()
                .anyMatch(r -> !caption(r, column).isEmpty());
    }

    private String captionToTheLeft(int row, int column) {
        for (int c = column - 1; c >= 0 && c != labelColumn; c--) {
            String text = caption(row, c);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** A unit that a text is, or that its last bracket holds. */
    static Optional<String> unit(String text, Units units) {
        String compact = Caption.compact(text);
        if (units.find(compact).isPresent()) {
            return Optional.of(compact);
        }
        Matcher bracket = LAST_BRACKET.matcher(compact);
        return bracket.find() && units.find(bracket.group(1)).isPresent()
                ? Optional.of(bracket.group(1))
                : Optional.empty();
    }

    /** The text without a unit in its last bracket. */
    static String withoutUnit(String text, Units units) {
        String compact = Caption.compact(text);
        if (!compact.endsWith(")")) {
            return compact;
        }
        Matcher bracket = LAST_BRACKET.matcher(compact);
        return bracket.find() && units.find(bracket.group(1)).isPresent()
                ? compact.substring(0, bracket.start())
                : compact;
    }
}
