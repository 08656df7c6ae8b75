package org.tanzhang.intake.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition.Supplement;
import org.tanzhang.intake.workbook.SheetCell;
import org.tanzhang.intake.workbook.SheetCells;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * Reads the figures under a table (补充资料): the first number to the right of its name. What stands after 上年同期 is last
 * year's and not read, until 本期 or 本年 is said; a figure within the text of a cell is none of a number cell and not read.
 */
final class SupplementReader {

    private static final Pattern LAST_YEAR = Pattern.compile("上年|去年");
    private static final Pattern THIS_YEAR = Pattern.compile("本期|本年|报告期");
    /** What may stand before a name: 补充资料:, 本期, 1. */
    private static final Pattern BEFORE = Pattern.compile("^(?:补充资料|本期|本年|报告期|累计|其中|\\d{1,2}[.、]|[::、,])+");
    /** What may stand after it: (21), (吨标准煤), a colon. */
    private static final Pattern AFTER = Pattern.compile("(?:\\(([^()]*)\\)|[::])+$");

    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");

    private final List<Supplement> supplements;
    private final SheetCells sheet;
    private final Units units;

    SupplementReader(List<Supplement> supplements, SheetCells sheet, Units units) {
        this.supplements = supplements;
        this.sheet = sheet;
        this.units = units;
    }

    /** Reads what stands in the rows of a table that are none of its lines; of a figure stated twice the form keeps the first. */
    void read(List<Integer> rows, CellReader reader) {
        boolean lastYear = false;
        for (int row : rows) {
            List<SheetCell> cells = List.copyOf(sheet.row(row));
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).kind() != SheetCell.Kind.TEXT) {
                    continue;
                }
                String text = Caption.compact(cells.get(i).text());
                lastYear = LAST_YEAR.matcher(text).find()
                        || lastYear && !THIS_YEAR.matcher(text).find();
                if (!lastYear) {
                    read(row, text, cells.subList(i + 1, cells.size()), reader);
                }
            }
        }
    }

    private void read(int row, String text, List<SheetCell> toTheRight, CellReader reader) {
        String name = AFTER.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
        for (Supplement supplement : supplements) {
            if (supplement.names().contains(name)) {
                number(toTheRight)
                        .ifPresent(at -> reader.read(
                                sheet.address(row, toTheRight.get(at).column()),
                                toTheRight.get(at),
                                new CellReader.Wanted(
                                        supplement.item(),
                                        supplement.carrier(),
                                        unit(supplement, text, toTheRight, at),
                                        true,
                                        false)));
            }
        }
    }

    /** The first cell if it is a number, or the second where the first is a unit. */
    private Optional<Integer> number(List<SheetCell> cells) {
        int first = !cells.isEmpty() && units.find(cells.get(0).text()).isPresent() ? 1 : 0;
        return cells.size() > first && isNumber(cells.get(first)) ? Optional.of(first) : Optional.empty();
    }

    private static boolean isNumber(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.NUMBER
                || cell.kind() == SheetCell.Kind.TEXT
                        && NumberText.typed(cell.text()).isPresent();
    }

    /** As printed in the name's brackets or in a cell beside the number, else the form's. */
    private Unit unit(Supplement supplement, String name, List<SheetCell> cells, int number) {
        Unit form = units.get(supplement.unit());
        Matcher bracket = BRACKET.matcher(name);
        while (bracket.find()) {
            Optional<Unit> printed = units.find(bracket.group(1)).filter(form::sameDimensionAs);
            if (printed.isPresent()) {
                return printed.get();
            }
        }
        return cells.stream()
                .limit(number + 2L)
                .flatMap(c -> units.find(Caption.compact(c.text())).stream())
                .filter(form::sameDimensionAs)
                .findFirst()
                .orElse(form);
    }
}
