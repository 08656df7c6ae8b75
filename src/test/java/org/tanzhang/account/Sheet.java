package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quantity.Unit;

/**
 * A statement written line by line: {@code card("A").states("consumption", "raw-coal", "1000")}.
 *
 * <p>Cards are in the ledger's units (吨, 万立方米 ...), balances in ten thousand of them (万吨, 亿立方米 ...).
 */
final class Sheet {

    private static final AtomicLong NUMBERS = new AtomicLong(1);

    private final Reporter reporter;
    private final List<Observation> observations = new ArrayList<>();
    private String form = "energy-balance";
    private String county = "430102";
    private String division = "30";
    private UnitEntry.Scope scope = UnitEntry.Scope.SITE;
    private Period period = Period.year(2024);

    private Sheet(Reporter reporter) {
        this.reporter = reporter;
    }

    /** The card of an enterprise, by default a cement works (division 30) in 芙蓉区. */
    static Sheet card(String creditCode) {
        return new Sheet(new Reporter(Reporter.Kind.UNIT, creditCode, creditCode));
    }

    /** The balance of a region. */
    static Sheet balance(String region) {
        return new Sheet(new Reporter(Reporter.Kind.REGION, region, ""));
    }

    /** The industry matrix of a region. */
    static Sheet matrix(String region) {
        Sheet sheet = balance(region);
        sheet.form = "industry-matrix";
        return sheet;
    }

    Sheet in(String newCounty) {
        county = newCounty;
        return this;
    }

    Sheet ofDivision(String newDivision) {
        division = newDivision;
        return this;
    }

    Sheet reportingFor(UnitEntry.Scope newScope) {
        scope = newScope;
        return this;
    }

    /** A cell with a number, or with a notation such as {@code NE} or {@code BLANK}. */
    Sheet states(String item, String carrier, String what) {
        boolean number = what.matches("-?[0-9.]+");
        observations.add(new Observation(
                NUMBERS.getAndIncrement(),
                item,
                carrier,
                new CellAddress(reporter.code(), observations.size(), 2),
                what,
                number ? new BigDecimal(what) : null,
                number ? null : NotationKey.valueOf(what),
                unit(item, carrier)));
        return this;
    }

    private Unit unit(String item, String carrier) {
        if (item.startsWith("product.")) {
            return Shipped.units().get("吨");
        }
        if (item.endsWith("coefficient")) {
            return Unit.ONE;
        }
        return switch (form) {
            case "socio-economic" -> Shipped.units().get(item.equals("population") ? "万人" : "亿元");
            case "energy-balance", "industry-matrix" ->
                reporter.kind() == Reporter.Kind.REGION ? Shipped.balanceUnit(carrier) : Shipped.ledgerUnit(carrier);
            default -> Shipped.ledgerUnit(carrier);
        };
    }

    /** The district workbook of a county; in the ledger's units, as cards are. */
    static Sheet district(String region) {
        Sheet sheet = balance(region);
        sheet.form = "district-sectors";
        return sheet;
    }

    /** What the office of a county states of its people, in 万人, and its economy, in 亿元. */
    static Sheet indicators(String region) {
        Sheet sheet = balance(region);
        sheet.form = "socio-economic";
        return sheet;
    }

    /** One measure that the platform exported of a unit. */
    static Sheet export(String creditCode, String measure) {
        Sheet sheet = card(creditCode);
        sheet.form = PlatformExports.FORM + measure;
        return sheet;
    }

    /** A statement of January to that month. */
    Sheet toMonth(int month) {
        period = Period.toMonth(2024, month);
        return this;
    }

    String code() {
        return reporter.code();
    }

    /** The store's number of a cell. */
    long cell(String item, String carrier) {
        return observations.stream()
                .filter(o -> o.item().equals(item) && o.carrier().equals(carrier))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What it states, a cell a line: {@code STEEL consumption coke 12000}. */
    List<String> cells() {
        return observations.stream()
                .map(o -> reporter.code() + " " + o.item() + " " + o.carrier() + " " + o.raw())
                .toList();
    }

    Statement statement(int year) {
        return new Statement(
                NUMBERS.getAndIncrement(),
                form.startsWith(PlatformExports.FORM) || reporter.kind() == Reporter.Kind.REGION ? form : "205-1",
                reporter,
                period.isFullYear() ? Period.year(year) : period,
                new Statement.Origin(reporter.code() + ".xlsx", ""),
                observations);
    }

    PlacedCard placed(int year) {
        return new PlacedCard(
                statement(year),
                new UnitEntry(
                        0,
                        reporter.code(),
                        reporter.name(),
                        division + "11",
                        county,
                        scope,
                        null,
                        new CellAddress("名录", 1, 0)));
    }
}
