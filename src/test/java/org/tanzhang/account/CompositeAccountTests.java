package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.World.CHANGSHA;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Name;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.method.Composite;
import org.tanzhang.method.Composite.Feedstock;
import org.tanzhang.method.Composite.Parameter;

/**
 * METHOD 6, composite: a city with a coal washery, a coking plant, a steel works, a refinery and a power station.
 *
 * <pre>
 * 万吨, 亿立方米      raw   cleaned washed coke  coke gas BF gas | crude gasoline diesel | natural gas
 * washing           -20    +12     +4                          |                      |
 * coking                   -10           +7    +0.3            |                      |
 * refining                                                     | -10    +3      +4    |
 * recovery                                            +2       |                      |
 * power             -50                               -0.5     |                      | -0.5
 * losses                                       0.05            |                      | 0.1
 * final use          30      5      4     9    0.25   1.5      |         8       6    | 3, of which 1 raw material
 * used net of made  100      3      0     2    0      0        |  10     5       2    | 3.6
 * kgce/kg, /m3      0.7    0.9          1.0                    | 1.4    1.5     1.5   | 1.3
 * 万吨标准煤          70     2.7          2.0                    | 14     7.5     3     | 46.8
 * </pre>
 *
 * <p>The coal that was washed and coked counts as raw coal; of cleaned coal and coke only what came from outside. Coal 74.7,
 * oil 24.5, gas 46.8.
 */
@DisplayName("The composite check")
class CompositeAccountTests {

    private static final Sheet CITY = balance(CHANGSHA)
            .states("transformation.washing", "raw-coal", "-20")
            .states("transformation.power", "raw-coal", "-50")
            .states("final.total", "raw-coal", "30")
            .states("transformation.washing", "cleaned-coal", "12")
            .states("transformation.coking", "cleaned-coal", "-10")
            .states("final.total", "cleaned-coal", "5")
            .states("transformation.washing", "other-washed-coal", "4")
            .states("final.total", "other-washed-coal", "4")
            .states("transformation.coking", "coke", "7")
            .states("final.total", "coke", "9")
            .states("transformation.coking", "coke-oven-gas", "0.3")
            .states("losses.total", "coke-oven-gas", "0.05")
            .states("final.total", "coke-oven-gas", "0.25")
            .states("transformation.recovery", "blast-furnace-gas", "2")
            .states("transformation.power", "blast-furnace-gas", "-0.5")
            .states("final.total", "blast-furnace-gas", "1.5")
            .states("transformation.refining", "crude-oil", "-10")
            .states("transformation.refining", "gasoline", "3")
            .states("final.total", "gasoline", "8")
            .states("transformation.refining", "diesel", "4")
            .states("final.total", "diesel", "6")
            .states("transformation.power", "natural-gas", "-0.5")
            .states("losses.total", "natural-gas", "0.1")
            .states("final.non-energy", "natural-gas", "1")
            .states("final.total", "natural-gas", "3")
            .states("transformation.power", "electricity", "20")
            .states("supply.production", "electricity", "5")
            .states("losses.total", "electricity", "2")
            .states("final.total", "electricity", "33");

    private static Composite composite(Feedstock feedstock) {
        return new Composite(
                "assessment",
                new Name("考核", "assessment"),
                feedstock,
                Map.of("coal", parameter("2.66"), "oil", parameter("1.73"), "gas", parameter("1.56")));
    }

    private static Parameter parameter(String value) {
        return new Parameter("assessment/co2", new BigDecimal(value), "a guide", "unverified");
    }

    private static World world(Sheet city, Composite composite) {
        World world = World.ofFurong().with(city).byMethod(m -> Methods.withComposite(m, composite));
        coefficient(world.without("raw-coal"), "raw-coal", "0.7", "kgce/kg");
        coefficient(world, "cleaned-coal", "0.9", "kgce/kg");
        coefficient(world, "coke", "1", "kgce/kg");
        coefficient(world, "crude-oil", "1.4", "kgce/kg");
        coefficient(world, "gasoline", "1.5", "kgce/kg");
        coefficient(world, "diesel", "1.5", "kgce/kg");
        coefficient(world, "natural-gas", "1.3", "kgce/m3");
        return world;
    }

    private static void coefficient(World world, String carrier, String value, String unit) {
        world.withFactor(carrier, FactorQuantity.COAL_EQUIVALENT, value, unit, null, 2024);
    }

    private static List<String> checks(World world) {
        return world.account().checks().stream()
                .filter(c -> c.name().startsWith("composite."))
                .map(c -> c.name().substring("composite.".length()) + " "
                        + c.value().stripTrailingZeros().toPlainString() + " " + c.unit())
                .toList();
    }

    private static List<String> findings(World world) {
        return world.findings().stream().filter(f -> f.startsWith("A-COMPOSITE")).toList();
    }

    @Test
    @DisplayName("counts no secondary fuel beside what it was made of, and raw material with the rest")
    void handWorked() {
        // 747000 x 2.66 = 1987020; 245000 x 1.73 = 423850; 468000 x 1.56 = 730080
        // net import (33 + 2 - 20 - 5) = 10 亿千瓦时 = 100000 万千瓦时 x 0.5 kg = 500000 t
        World world = world(CITY, composite(Feedstock.INCLUDED));
        assertThat(checks(world))
                .containsExactly(
                        "coal.with-feedstock 747000 tce",
                        "coal.factor 2.66 tCO2/tce",
                        "coal.co2 1987020 tCO2",
                        "oil.with-feedstock 245000 tce",
                        "oil.factor 1.73 tCO2/tce",
                        "oil.co2 423850 tCO2",
                        "gas.with-feedstock 468000 tce",
                        "gas.factor 1.56 tCO2/tce",
                        "gas.co2 730080 tCO2",
                        "electricity.net-import 100000 万千瓦时",
                        "electricity.factor 0.5 kgCO2/kWh",
                        "electricity.co2 500000 tCO2",
                        "total 3640950 tCO2");
        assertThat(findings(world)).isEmpty();
    }

    @Test
    @DisplayName("names its parameter set and how far each factor was verified")
    void namesItsSource() {
        List<Account.Check> checks =
                world(CITY, composite(Feedstock.INCLUDED)).account().checks();
        assertThat(checks)
                .filteredOn(c -> c.name().equals("composite.oil.factor") || c.name().equals("composite.total"))
                .extracting(Account.Check::source)
                .containsExactly(
                        new Account.Source("assessment/co2", "a guide", "unverified"),
                        new Account.Source("assessment", "考核", ""));
    }

    @Test
    @DisplayName("takes raw material out where that is the rule of its factors")
    void feedstockDeducted() {
        // 1 亿立方米 x 1.3 kgce/m3 = 130000 tce less
        assertThat(checks(world(CITY, composite(Feedstock.DEDUCTED))))
                .contains("gas.without-feedstock 338000 tce", "gas.co2 527280 tCO2", "total 3438150 tCO2");
    }

    @Test
    @DisplayName("counts coke sold to others out of the coal")
    void exportedCoke() {
        // 9 万吨 of coke made from 12 of cleaned coal, 2 used here: 12 x 0.9 - 7 x 1 = 3.8 万吨标准煤
        Sheet city = balance(CHANGSHA)
                .states("transformation.coking", "cleaned-coal", "-12")
                .states("transformation.coking", "coke", "9")
                .states("final.total", "coke", "2");
        assertThat(checks(world(city, composite(Feedstock.INCLUDED)))).contains("coal.with-feedstock 38000 tce");
    }

    @Test
    @DisplayName("sets gas recovered in the supply block off against its use, with no need of a coefficient")
    void recoveredGasInTheSupplyBlock() {
        Sheet city = balance(CHANGSHA)
                .states("supply.recovery", "mixed-gas", "3")
                .states("final.total", "mixed-gas", "2")
                .states("transformation.power", "mixed-gas", "-1")
                .states("final.total", "coke", "1");
        assertThat(checks(world(city, composite(Feedstock.INCLUDED))))
                .contains("coal.with-feedstock 10000 tce", "total 26600 tCO2");
    }

    @Test
    @DisplayName("has no figure where a cell is not stated, and no total: missing is not zero")
    void missingCell() {
        World world = world(
                balance(CHANGSHA)
                        .states("final.total", "coke", "NE")
                        .states("final.total", "diesel", "1")
                        .states("final.total", "natural-gas", "1"),
                composite(Feedstock.INCLUDED));
        assertThat(checks(world))
                .contains("oil.co2 25950 tCO2", "gas.co2 202800 tCO2")
                .noneMatch(c -> c.startsWith("coal") || c.startsWith("total"));
        assertThat(findings(world)).containsExactly("A-COMPOSITE-02 warning 430100 [长沙市, assessment, 焦炭]");
    }

    @Test
    @DisplayName("has no figure where a fuel has no coal equivalent")
    void withoutCoefficient() {
        World world = world(
                balance(CHANGSHA).states("final.total", "kerosene", "1").states("final.total", "lpg", "1"),
                composite(Feedstock.INCLUDED));
        assertThat(checks(world)).noneMatch(c -> c.startsWith("oil") || c.startsWith("total"));
        assertThat(findings(world)).containsExactly("A-COMPOSITE-03 warning 430100 [长沙市, assessment, 煤油、液化石油气]");
    }

    @Test
    @DisplayName("is left out, and that is said, where the parameter set is not there")
    void withoutTheSet() {
        World world = world(
                CITY, new Composite("assessment", new Name("考核", "assessment"), Feedstock.INCLUDED, Map.of()));
        assertThat(checks(world)).isEmpty();
        assertThat(findings(world)).containsExactly("A-COMPOSITE-01 warning 430100 [长沙市, assessment]");
    }

    @Test
    @DisplayName("changes no entry")
    void changesNothing() {
        World plain = World.ofFurong().with(CITY).withFactor("coke", FactorQuantity.COAL_EQUIVALENT, "1", "kgce/kg", null, 2024);
        List<String> without = plain.lines();
        assertThat(plain.byMethod(m -> Methods.withComposite(m, composite(Feedstock.INCLUDED)))
                        .lines())
                .isEqualTo(without)
                .isNotEmpty();
    }
}
