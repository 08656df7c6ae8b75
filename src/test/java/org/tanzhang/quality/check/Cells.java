package org.tanzhang.quality.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.Unread;
import org.tanzhang.quantity.Unit;

/** A few cells of a card, one below the other in column B. */
final class Cells {

    private final List<Observation> observations = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private String unit = "t";

    private Cells() {}

    static Cells cells() {
        return new Cells();
    }

    /** The unit of the cells that follow. */
    Cells in(String newUnit) {
        unit = newUnit;
        return this;
    }

    /** A number, or the name of a notation such as BLANK. */
    Cells states(String item, String carrier, String value) {
        CellAddress at = new CellAddress("表", observations.size(), 1);
        boolean number = value.matches("-?[0-9.]+");
        observations.add(new Observation(
                0,
                item,
                carrier,
                at,
                value,
                number ? new BigDecimal(value) : null,
                number ? null : NotationKey.valueOf(value),
                Unit.parse(unit)));
        return this;
    }

    /** Something that could not be read. */
    Cells garbles(String item, String carrier) {
        unread.add(new Unread(item, carrier));
        return this;
    }

    /** A coefficient or a sum of money: it has no unit of the row. */
    Cells statesPlain(String item, String carrier, String value) {
        String before = unit;
        return in("1").states(item, carrier, value).in(before);
    }

    Statement.Cells index() {
        return new Statement(
                        0,
                        "205-1",
                        new Reporter(Reporter.Kind.UNIT, "A", ""),
                        Period.year(2024),
                        new Statement.Origin("", ""),
                        observations)
                .cells(unread);
    }

    /** Each violation as its cell and the words' arguments. */
    List<String> violating(Check check) {
        return check.violations(index()).stream()
                .map(v -> v.at().cell() + " "
                        + v.arguments().stream().map(Cells::plain).toList())
                .toList();
    }

    /** What a violation stands at besides its own cell: {@code item@carrier}. */
    List<String> relatedBy(Check check) {
        return check.violations(index()).stream()
                .flatMap(v -> v.related().stream())
                .map(o -> o.item() + "@" + o.carrier())
                .toList();
    }

    private static String plain(Object argument) {
        return argument instanceof BigDecimal d ? d.stripTrailingZeros().toPlainString() : argument.toString();
    }
}
