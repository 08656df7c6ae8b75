package org.tanzhang.intake.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Period;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * What stands above a table: titles, the period, and fields such as 统一社会信用代码：...
 *
 * <p>Where tables are stacked, what a heading does not say at all is said by the one above it; a label left empty is an
 * answer of its own.
 */
final class Heading {

    /** Dates that are not the period: validity and number of the form, day of the report. */
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d{2}-\\d{2}-\\d{2}");

    private static final Pattern DAY = Pattern.compile("\\d{1,2}月\\d{1,2}[日号]");
    private static final Pattern AFTER_LABEL = Pattern.compile("^(?:\\([^)]*\\))?[:：]?");
    private static final Pattern OTHER_DATES = Pattern.compile("有效期|文号|国统字|报出日期|填报日期|制定|批准");

    /** A day is no period: 2025年1月20日 is when the form was filled in. */
    private static final Pattern PERIOD =
            Pattern.compile("((?:19|20)\\d{2})年(?:度|(?:1月?[-~至到—–]+)?(\\d{1,2})月(?!\\d{1,2}[日号]))?");
    /** A year by itself in a title; not a piece of a code or of a date, and not the year of a standard. */
    private static final Pattern BARE_YEAR = Pattern.compile("(?<![0-9A-Za-z])((?:19|20)\\d{2})(?![0-9A-Za-z])"
            + "(?![-/.]\\d{1,2}[-/.]\\d{1,2})(?!年\\d{1,2}月\\d{1,2}[日号])");

    /** In a sheet's name the year may follow letters: Hunan2012. */
    private static final Pattern SHEET_YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

    private static final Pattern STANDARD = Pattern.compile("GB/?T|信用代码|机构代码|单位代码");

    /** A period whose figures were left out: 　　年1－　月. */
    private static final Pattern BLANK_PERIOD =
            Pattern.compile("(?:报告期|年份)?[:：]?(?:20)?年度?(?:1?月?[-~至到—–]*月)?|(?:报告期|年份)[:：]?");

    private static final Pattern CONTINUED =
            Pattern.compile("续表?\\d*(?:[:：(].*)?|.*\\(续(?:表)?\\d*\\).*|.*续表\\d*|.*[Cc]ontinued.*");

    /** The unit that stands once above the table, or the units of its columns: 单位：万吨. */
    private static final Pattern UNIT = Pattern.compile("(?:计量)?单位[:：](.+)");

    private static final Pattern COMMA = Pattern.compile("[,、]");

    /** Another field with its label, such as 文号:国统字(2023)88号. */
    private static final Pattern LABELLED = Pattern.compile("\\p{IsHan}{2,12}[:：].*");

    private final SheetCells sheet;
    private final @Nullable Heading above;
    private final List<SheetCell> cells = new ArrayList<>();
    private @Nullable List<String> plainTexts;

    private @Nullable Optional<Period> period;

    /**
     * @param from first row of the heading
     * @param to the row below its last
     * @param above heading of the table above on the same sheet, null for the first
     * @param footers beginnings of rows below a table; such rows are the table's above, not of this heading
     */
    Heading(SheetCells sheet, int from, int to, @Nullable Heading above, Set<String> footers) {
        this.sheet = sheet;
        this.above = above;
        for (int row : sheet.rowsBetween(from, to)) {
            boolean footer = above != null
                    && sheet.row(row).stream()
                            .findFirst()
                            .map(c -> Caption.compact(c.text()))
                            .filter(t -> footers.stream().anyMatch(t::startsWith))
                            .isPresent();
            if (!footer) {
                cells.addAll(sheet.row(row));
            }
        }
    }

    /** Whether the heading itself, not the sheet's name, says one of the words, which are {@link #plain}. */
    boolean says(List<String> plainWords) {
        List<String> texts = plainTexts;
        if (texts == null) {
            texts = cells.stream().map(c -> plain(c.text())).toList();
            plainTexts = texts;
        }
        return texts.stream().anyMatch(t -> plainWords.stream().anyMatch(t::contains));
    }

    /** Whether the sheet's name holds one of the words, which are {@link #plain}. */
    boolean sheetSays(List<String> plainWords) {
        String name = plain(sheet.name());
        return plainWords.stream().anyMatch(name::contains);
    }

    /**
     * A text without spaces and commas, which come and go between editions of a title: 能源购进、消费与库存,
     * 能源购进，消费与库存.
     */
    static String plain(String text) {
        String compact = Caption.compact(text);
        return compact.indexOf(',') < 0 && compact.indexOf('、') < 0
                ? compact
                : COMMA.matcher(compact).replaceAll("");
    }

    Optional<Heading> above() {
        return Optional.ofNullable(above);
    }

    /** Whether the table below goes on with the one above: its header is merely repeated, or the heading says 续表. */
    boolean isContinuation() {
        return above != null
                && (cells.isEmpty()
                        || cells.stream()
                                .anyMatch(c -> CONTINUED.matcher(compact(c)).matches()));
    }

    /** Its texts without spaces; the first heading of a sheet has the sheet's name too. */
    Stream<String> texts() {
        return Stream.concat(
                cells.stream().map(Heading::compact),
                above == null ? Stream.of(Caption.compact(sheet.name())) : Stream.of());
    }

    /** The period, from a cell of its own first, then from a title, then from the heading above or the sheet's name. */
    Optional<Period> period() {
        if (period == null) {
            period = saidPeriod();
        }
        return period;
    }

    private Optional<Period> saidPeriod() {
        List<String> candidates = cells.stream()
                .map(Heading::compact)
                .filter(t -> !OTHER_DATES.matcher(t).find())
                .toList();
        Optional<Period> own = candidates.stream()
                .flatMap(t -> fullMatch(t).stream())
                .findFirst()
                .or(() -> candidates.stream().flatMap(t -> inText(t).stream()).findFirst())
                .or(() -> candidates.stream()
                        .filter(t -> !STANDARD.matcher(t).find())
                        .flatMap(t -> bareYear(BARE_YEAR, t).stream())
                        .findFirst());
        if (own.isPresent()) {
            return own;
        }
        Optional<Period> dated = dated();
        if (dated.isPresent()) {
            return dated;
        }
        String name = Caption.compact(sheet.name());
        return above != null
                        && candidates.stream()
                                .noneMatch(t -> BLANK_PERIOD.matcher(t).matches())
                ? above.period()
                : inText(name).or(() -> bareYear(SHEET_YEAR, name));
    }

    /**
     * The period of a date cell that is shown as 2024年 or 2024年6月: 1 January is the year, another day its month; not of a
     * row that says what other date it is.
     */
    private Optional<Period> dated() {
        return cells.stream()
                .filter(c -> c.kind() == SheetCell.Kind.DATE
                        && DATE.matcher(c.text()).matches())
                .filter(c -> sheet.row(c.row()).stream()
                        .noneMatch(o -> OTHER_DATES.matcher(compact(o)).find()))
                .map(c -> LocalDate.parse(c.text()))
                .map(d -> d.getDayOfYear() == 1 || (d.getMonthValue() == 12 && d.getDayOfMonth() == 31)
                        ? Period.year(d.getYear())
                        : Period.toMonth(d.getYear(), d.getMonthValue()))
                .findFirst();
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
        while (m.find()) {
            // 2025年 of 2025年1月20日
            if (m.group(2) != null || !DAY.matcher(text.substring(m.end())).lookingAt()) {
                return period(m);
            }
        }
        return Optional.empty();
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

    /**
     * What follows one of the labels, in the same cell after a colon or in the next filled cells of the row; of stacked
     * headings the nearest that has the label answers.
     *
     * @param others labels of other fields: no label is the value of another
     */
    Optional<Field> field(List<String> labels, Set<String> others) {
        for (SheetCell cell : cells) {
            String text = compact(cell);
            for (String label : labels) {
                if (text.startsWith(label)) {
                    String value =
                            AFTER_LABEL.matcher(text.substring(label.length())).replaceFirst("");
                    return value.isEmpty() ? next(cell, others) : Optional.of(new Field(value, sheet.address(cell)));
                }
            }
        }
        return above == null ? Optional.empty() : above.field(labels, others);
    }

    /** The nearest cell that begins with one of the labels, whatever follows it. */
    Optional<CellAddress> label(List<String> labels) {
        return saying(t -> labels.stream().anyMatch(t::startsWith));
    }

    /** The cell of a period whose figures were left out. */
    Optional<CellAddress> blankPeriod() {
        return saying(t -> BLANK_PERIOD.matcher(t).matches());
    }

    /** The nearest cell with such a text, without spaces. */
    Optional<CellAddress> saying(Predicate<String> text) {
        return cells.stream()
                .filter(c -> text.test(compact(c)))
                .findFirst()
                .map(sheet::address)
                .or(() -> above == null ? Optional.empty() : above.saying(text));
    }

    /** An error at the cell, or of the sheet where there is none. */
    Finding at(Optional<CellAddress> cell, String rule, Object... arguments) {
        return cell.map(c -> Finding.at(c, rule, Severity.ERROR, "", arguments))
                .orElseGet(() -> Finding.on(sheet.name(), rule, Severity.ERROR, arguments));
    }

    private Optional<Field> next(SheetCell label, Set<String> others) {
        List<SheetCell> right = sheet.row(label.row()).stream()
                .filter(c -> c.column() > label.column())
                .toList();
        String beside = right.isEmpty() ? "" : compact(right.get(0));
        if (beside.isEmpty()
                || LABELLED.matcher(beside).matches()
                || others.stream().anyMatch(beside::startsWith)) {
            return Optional.empty();
        }
        return Optional.of(new Field(boxed(right), sheet.address(right.get(0))));
    }

    /** The first cell's text; of a code printed in boxes, a character a cell, the whole of it. */
    private static String boxed(List<SheetCell> cells) {
        StringBuilder value = new StringBuilder(compact(cells.get(0)));
        for (int i = 1;
                i < cells.size() && value.length() == i && compact(cells.get(i)).length() == 1;
                i++) {
            value.append(compact(cells.get(i)));
        }
        return value.toString();
    }

    /** The unit of that dimension which stands once above the table; where none has it, one of another. */
    Optional<String> unit(Units units, Unit like) {
        List<String> printed = texts().map(UNIT::matcher)
                .filter(Matcher::matches)
                .flatMap(m -> Stream.of(m.group(1).split("[,、;]")))
                .filter(u -> units.find(u).isPresent())
                .toList();
        return printed.stream()
                .filter(u -> units.get(u).sameDimensionAs(like))
                .findFirst()
                .or(() -> printed.stream().findFirst());
    }

    private static String compact(SheetCell cell) {
        return Caption.compact(CellText.of(cell));
    }
}
