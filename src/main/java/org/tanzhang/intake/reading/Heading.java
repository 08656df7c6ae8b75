package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Period;

/** What stands above a table: titles, the period, and fields such as 统一社会信用代码：... */
final class Heading {

    /** Dates that are not the period: validity and number of the form, day of the report. */
    private static final Pattern OTHER_DATES = Pattern.compile("有效期|文号|国统字|报出日期|填报日期|制定|批准");

    private static final Pattern PERIOD = Pattern.compile("((?:19|20)\\d{2})年(?:度|(?:1月?[-~至到—–]+)?(\\d{1,2})月)?");
    /** A year by itself in a title; not a piece of a code, and not the year of a standard. */
    private static final Pattern BARE_YEAR = Pattern.compile("(?<![0-9A-Za-z])((?:19|20)\\d{2})(?![0-9A-Za-z])");

    /** In a sheet's name the year may follow letters: Hunan2012. */
    private static final Pattern SHEET_YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

    private static final Pattern STANDARD = Pattern.compile("GB/?T|信用代码|机构代码|单位代码");

    private final SheetCells sheet;
    private final List<SheetCell> cells = new ArrayList<>();

    Heading(SheetCells sheet, int firstRowOfTable) {
        this.sheet = sheet;
        sheet.rowNumbers().stream().filter(r -> r < firstRowOfTable).forEach(r -> cells.addAll(sheet.row(r)));
    }

    boolean mentions(List<String> words) {
        return words.stream().map(Caption::compact).anyMatch(w -> texts().anyMatch(t -> t.contains(w)));
    }

    /** All texts above the table and the sheet's name, without spaces. */
    Stream<String> texts() {
        return Stream.concat(
                cells.stream().map(c -> Caption.compact(c.text())), Stream.of(Caption.compact(sheet.name())));
    }

    /** The period, from a cell of its own first, then from a title, then from the sheet's name. */
    Optional<Period> period() {
        List<String> candidates =
                texts().filter(t -> !OTHER_DATES.matcher(t).find()).toList();
        return candidates.stream()
                .flatMap(t -> fullMatch(t).stream())
                .findFirst()
                .or(() -> candidates.stream().flatMap(t -> inText(t).stream()).findFirst())
                .or(() -> candidates.stream()
                        .filter(t -> !STANDARD.matcher(t).find())
                        .flatMap(t -> bareYear(BARE_YEAR, t).stream())
                        .findFirst())
                .or(() -> bareYear(SHEET_YEAR, Caption.compact(sheet.name())));
    }

    private static Optional<Period> bareYear(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(Period.year(Integer.parseInt(m.group(1)))) : Optional.empty();
    }

    private static Optional<Period> fullMatch(String text) {
        Matcher m = PERIOD.matcher(text);
        return m.matches() ? period(m) : Optional.empty();
    }

    private static Optional<Period> inText(String text) {
        Matcher m = PERIOD.matcher(text);
        return m.find() ? period(m) : Optional.empty();
    }

    private static Optional<Period> period(Matcher m) {
        int year = Integer.parseInt(m.group(1));
        if (m.group(2) == null) {
            return Optional.of(Period.year(year));
        }
        int month = Integer.parseInt(m.group(2));
        return month >= 1 && month <= 12 ? Optional.of(Period.toMonth(year, month)) : Optional.empty();
    }

    /** A field's value and where it stands. */
    record Field(String value, CellAddress cell) {}

    /** What follows one of the labels, in the same cell after a colon or in the next filled cell of the row. */
    Optional<Field> field(List<String> labels) {
        for (SheetCell cell : cells) {
            String text = Caption.compact(cell.text());
            for (String label : labels) {
                if (text.startsWith(label)) {
                    String value = text.substring(label.length()).replaceFirst("^(?:\\([^)]*\\))?[:：]?", "");
                    return value.isEmpty() ? next(cell) : Optional.of(new Field(value, sheet.address(cell)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Field> next(SheetCell label) {
        return sheet.row(label.row()).stream()
                .filter(c -> c.column() > label.column())
                .findFirst()
                .map(c -> new Field(Caption.compact(c.text()), sheet.address(c)));
    }
}
