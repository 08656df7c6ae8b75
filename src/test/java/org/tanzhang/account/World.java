package org.tanzhang.account;

import static org.tanzhang.account.Sheet.card;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Name;
import org.tanzhang.code.Region;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quantity.Unit;

/**
 * A small city, 长沙市 with some of its counties, and its account for 2024 by the shipped method, without its composite check,
 * and round factors.
 *
 * <p>Round factors, so that results can be checked in the head (t CO2 per ledger unit):
 *
 * <pre>
 * raw coal     20000 kJ/kg x 30 tC/TJ x 1   = 0.6  tC/t  = 2.2  t/t
 * anthracite   24000       x 30             = 0.72       = 2.64
 * lignite      10000       x 30             = 0.3        = 1.1
 * coke         28000       x 30             = 0.84       = 3.08
 * diesel       42000       x 20             = 0.84       = 3.08
 * lubricants, naphtha 40000 x 30            = 1.2        = 4.4
 * natural gas  36000 kJ/m3 x 15             = 5.4 tC per 10^4 m3 = 19.8 per 10^4 m3
 * electricity  0.5 kgCO2/kWh                             = 5 per 10^4 kWh
 * heat         0.11 tCO2/GJ                              = 0.11 per 10^6 kJ
 * </pre>
 */
final class World {

    static final String FURONG = "430102";
    static final String TIANXIN = "430103";
    static final String CHANGSHA = "430100";

    private int year = 2024;
    private final List<Region> children = new ArrayList<>();
    private final List<PlacedCard> cards = new ArrayList<>();
    private final List<Statement> unplaced = new ArrayList<>();
    private final Map<String, Statement> balances = new HashMap<>();
    private final Map<String, Statement> matrices = new HashMap<>();
    private final List<PlacedCard> products = new ArrayList<>();
    private final List<Statement> nowhere = new ArrayList<>();
    private final Map<String, Statement> outputs = new HashMap<>();
    private final Map<String, Statement> districts = new HashMap<>();
    private final Map<String, Statement> exports = new HashMap<>();
    private final Map<String, Statement> indicators = new HashMap<>();
    private final List<PlacedCard> within = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>(roundFactors());
    private KnownResiduals known = KnownResiduals.none();
    private Method method = Methods.withComposite(Shipped.method(), null);

    static World of(String... counties) {
        World world = new World();
        Arrays.stream(counties).map(Shipped::region).forEach(world.children::add);
        return world;
    }

    /** A city of one county, 芙蓉区. */
    static World ofFurong() {
        return of(FURONG);
    }

    World inYear(int newYear) {
        year = newYear;
        return this;
    }

    World with(Sheet... sheets) {
        for (Sheet sheet : sheets) {
            if (Shipped.codes().regions().find(sheet.code()).isPresent()) {
                Statement table = sheet.statement(year);
                tables(table.form()).put(sheet.code(), table);
            } else {
                cards.add(sheet.placed(year));
            }
        }
        return this;
    }

    /** Statements of output: of enterprises, placed as their cards, and of regions. */
    World making(Sheet... sheets) {
        for (Sheet sheet : sheets) {
            if (Shipped.codes().regions().find(sheet.code()).isPresent()) {
                outputs.put(sheet.code(), sheet.statement(year));
            } else {
                products.add(sheet.placed(year));
            }
        }
        return this;
    }

    /** A statement of output by a unit that no register names. */
    World makingNowhere(Sheet unit) {
        nowhere.add(unit.statement(year));
        return this;
    }

    private Map<String, Statement> tables(String form) {
        return switch (form) {
            case "industry-matrix" -> matrices;
            case "district-sectors" -> districts;
            case "socio-economic" -> indicators;
            default -> balances;
        };
    }

    /** Statements that are placed by registers rather than by a line of their own. */
    World placed(Placement placement) {
        cards.addAll(placement.cards());
        unplaced.addAll(placement.unplaced());
        remarks.addAll(placement.findings());
        return this;
    }

    /** Units inside their district's rows (205-5). */
    World withWithin(Sheet... units) {
        Arrays.stream(units).map(u -> u.placed(year)).forEach(within::add);
        return this;
    }

    /** Exports of the platform, placed like the cards. */
    World exported(PlatformExports platform, String county) {
        platform.alone()
                .forEach(s -> cards.add(new PlacedCard(
                        s, card(s.reporter().code()).in(county).placed(year).place())));
        exports.putAll(platform.besideCards());
        remarks.addAll(platform.findings());
        return this;
    }

    World withUnplaced(Sheet card) {
        unplaced.add(card.statement(year));
        return this;
    }

    /** With what the bureau assigned and what was there the year before. */
    World knowing(KnownResiduals residuals) {
        known = residuals;
        return this;
    }

    World byMethod(UnaryOperator<Method> change) {
        method = change.apply(method);
        return this;
    }

    World withFactor(
            String carrier, FactorQuantity quantity, String value, String unit, @Nullable String region, int ofYear) {
        factors.add(new Factor(
                "extra-" + factors.size(),
                carrier,
                quantity,
                new BigDecimal(value),
                Unit.parse(unit),
                null,
                region,
                ofYear,
                ofYear,
                "a document",
                "",
                "read",
                ""));
        return this;
    }

    /** An electricity factor of a series, in kgCO2/kWh. */
    World withElectricity(ElectricitySeries series, String region, int ofYear, String value) {
        factors.add(new Factor(
                series.code() + "-" + region + "-" + ofYear,
                "",
                "electricity",
                FactorQuantity.CO2_DIRECT,
                new BigDecimal(value),
                Unit.parse("kgCO2/kWh"),
                null,
                region,
                series,
                null,
                ofYear,
                ofYear,
                "a document",
                "",
                "read",
                ""));
        return this;
    }

    /** A value measured at one enterprise. */
    World withMeasured(String enterprise, String carrier, FactorQuantity quantity, String value, String unit) {
        factors.add(new Factor(
                "measured-" + factors.size(),
                "",
                carrier,
                quantity,
                new BigDecimal(value),
                Unit.parse(unit),
                null,
                null,
                null,
                enterprise,
                null,
                null,
                "a document",
                "",
                "read",
                ""));
        return this;
    }

    World without(String carrier) {
        factors.removeIf(f -> f.carrier().equals(carrier));
        return this;
    }

    AccountInput input() {
        return new AccountInput(
                year,
                Shipped.region(CHANGSHA),
                children,
                cards,
                unplaced,
                balances,
                matrices,
                new AccountInput.Products(products, nowhere, outputs),
                new Beside(districts, within, exports, indicators, remarks));
    }

    Account account() {
        return account(input());
    }

    Account account(AccountInput input) {
        return new Accounting(Shipped.codes(), Shipped.units(), set(), method).account(input, known);
    }

    private FactorSet set() {
        return new FactorSet("round", new Name("整数", "round"), "", factors);
    }

    /** What stands beside the account. */
    Figures.Beside beside() {
        return account().beside();
    }

    /** The figures of a table in lines: {@code 430100 coal gap 74800 tCO2}; {@code *} where something is lacking. */
    List<String> figures(String table) {
        return beside().figures().stream()
                .filter(f -> f.table().equals(table))
                .map(f -> f.region() + " " + f.subject() + " " + f.item() + " " + plain(f.value()) + " " + f.unit()
                        + (f.complete() ? "" : " *"))
                .toList();
    }

    /** The ledger in lines: {@code 430102/30/raw-coal/final 400 -> 880}. */
    List<String> lines() {
        return lines(account().entries());
    }

    /** The lines of one basis. */
    List<String> lines(Basis basis) {
        return lines(
                account().entries().stream().filter(e -> e.basis() == basis).toList());
    }

    private static List<String> lines(List<LedgerEntry> entries) {
        return entries.stream().map(World::line).toList();
    }

    static String line(LedgerEntry e) {
        String basis = e.basis() == Basis.BOTTOM_UP ? "" : " " + e.basis().code();
        String reason = e.reason().isEmpty() ? "" : " (" + e.reason() + ")";
        return e.region() + "/" + e.sector() + "/" + e.carrier() + "/"
                + e.flow().code() + basis + " " + plain(e.activity()) + " -> " + plain(e.co2T()) + reason;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "NE" : value.stripTrailingZeros().toPlainString();
    }

    /** The findings in lines: {@code A-REST-03 error 430102/industry/raw-coal/final [...]}. */
    List<String> findings() {
        return account().findings().stream().map(World::line).toList();
    }

    static String line(Finding f) {
        String about = f.cell() == null ? f.subject() : f.cell().toString();
        return f.rule() + " " + f.severity().code() + " " + about + " " + f.arguments();
    }

    /** A check printed beside the account. */
    BigDecimal check(String name) {
        return account().checks().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<Factor> roundFactors() {
        List<Factor> all = new ArrayList<>();
        fuel(all, "raw-coal", "20000", "kJ/kg", "30");
        fuel(all, "anthracite", "24000", "kJ/kg", "30");
        fuel(all, "lignite", "10000", "kJ/kg", "30");
        fuel(all, "coke", "28000", "kJ/kg", "30");
        fuel(all, "blast-furnace-gas", "4000", "kJ/m3", "70");
        fuel(all, "diesel", "42000", "kJ/kg", "20");
        fuel(all, "kerosene", "42000", "kJ/kg", "20");
        fuel(all, "lubricants", "40000", "kJ/kg", "30");
        fuel(all, "naphtha", "40000", "kJ/kg", "30");
        fuel(all, "natural-gas", "36000", "kJ/m3", "15");
        all.add(Factors.general("electricity", FactorQuantity.CO2_DIRECT, "0.5", "kgCO2/kWh"));
        all.add(Factors.general("heat", FactorQuantity.CO2_DIRECT, "0.11", "tCO2/GJ"));
        all.add(Factors.general("raw-coal", FactorQuantity.COAL_EQUIVALENT, "0.7143", "kgce/kg"));
        return all;
    }

    private static void fuel(List<Factor> all, String carrier, String ncv, String per, String carbon) {
        all.add(Factors.general(carrier, FactorQuantity.NCV, ncv, per));
        all.add(Factors.general(carrier, FactorQuantity.CARBON_CONTENT, carbon, "tC/TJ"));
        all.add(Factors.general(carrier, FactorQuantity.OXIDATION, "1", "1"));
    }
}
