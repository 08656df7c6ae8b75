package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.Sheet.district;
import static org.tanzhang.account.Sheet.export;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.factor.FactorQuantity;

/** The same tonnes stated twice, in every way that is known: the account does not move, and the finding stands. */
@DisplayName("A planted double count")
class DoubleCountTests {

    /** Entries are rounded at 1e-12 t. */
    private static final BigDecimal TINY = new BigDecimal("1e-9");

    private final List<Sheet> tables = new ArrayList<>();
    private final List<Sheet> works = new ArrayList<>();
    private final Register register = new Register();

    /** Two counties whose rows hold their works: nothing is stated twice. */
    private void sound(long seed) {
        Random random = new Random(seed);
        for (String county : List.of(FURONG, TIANXIN)) {
            Sheet balance = balance(county)
                    .states("final.trade", "anthracite", 1 + random.nextInt(9) + ".25")
                    .states("final.transport", "diesel", 1 + random.nextInt(9) + ".5");
            int coal = 0;
            for (int i = 0; i < 3; i++) {
                int tonnes = 1000 + random.nextInt(9000);
                coal += tonnes;
                String unit = county + "-" + i;
                works.add(card(unit)
                        .states("consumption", "raw-coal", String.valueOf(tonnes))
                        .states("consumption", "coke", String.valueOf(random.nextInt(5000))));
                register.line(county + ".xlsx", unit, county, 1, 12);
            }
            tables.add(balance.states("final.industry", "raw-coal", String.valueOf(1 + coal / 10_000))
                    .states("final.industry", "coke", "2"));
        }
    }

    private World world(Sheet... more) {
        Placement placement = register.placement();
        works.forEach(card -> placement.place(card.statement(2024), List.of()));
        return World.of(FURONG, TIANXIN)
                .placed(placement)
                .with(tables.toArray(Sheet[]::new))
                .with(more);
    }

    private static BigDecimal co2(World world) {
        return world.account().entries().stream()
                .filter(e -> e.flow().scope() == 1)
                .map(LedgerEntry::co2T)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> rules(World world) {
        return world.account().findings().stream().map(f -> f.rule()).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("is found, whichever it is, and the city's CO2 stays as it was")
    void isFound(long seed) {
        sound(seed);
        BigDecimal before = co2(world());
        assertThat(rules(world()))
                .doesNotContain("A-DOUBLE-01", "A-DISTRICT-02", "A-EXPORT-01", "A-WITHIN-01", "A-GAS-04");

        // the district's total beside its enterprises: the workbook repeats, and exceeds, what the balance states
        World workbook = world(district(FURONG)
                .states("final.industry-small", "raw-coal", "999999")
                .states("final.transport", "diesel", "999999"));
        assertThat(co2(workbook)).isEqualByComparingTo(before);
        assertThat(rules(workbook)).contains("A-DISTRICT-02");

        // the platform's export of a unit that sent its card
        String unit = works.get(0).code();
        PlatformExports exports = new PlatformExports(
                List.of(export(unit, "consumption")
                        .states("consumption", "raw-coal", "999999")
                        .statement(2024)),
                Set.of(unit));
        World exported = world().exported(exports, FURONG);
        assertThat(co2(exported)).isEqualByComparingTo(before);
        assertThat(rules(exported)).contains("A-EXPORT-01");

        // a unit of 205-5 inside its district's rows
        World within = world().withWithin(card("BUS").states("consumption", "diesel", "999999"));
        assertThat(co2(within)).isEqualByComparingTo(before);
        assertThat(rules(within)).contains("A-WITHIN-01");

        // 原煤 beside its kinds: the total states what the kinds state
        Sheet kinds = tables.get(0);
        String anthracite = world().account().entries().stream()
                .filter(e -> e.region().equals(FURONG) && e.sector().equals("trade"))
                .map(e -> Objects.requireNonNull(e.activity()).movePointLeft(4).toPlainString())
                .findFirst()
                .orElseThrow();
        kinds.states("final.trade", "raw-coal", anthracite).states("final.trade", "coal-total", anthracite);
        assertThat(co2(world())).isEqualByComparingTo(before);

        // gas of the blast furnace beside the coke that it came from
        works.get(0).states("consumption", "blast-furnace-gas", "5000");
        assertThat(co2(world())).isEqualByComparingTo(before);
        assertThat(rules(world())).contains("A-GAS-04");

        // an enterprise in the registers of two districts
        register.line("乙.xlsx", unit, TIANXIN, 1, 12);
        World twice = world();
        assertThat(rules(twice)).contains("A-DOUBLE-01");
        assertThat(co2(twice)).isEqualByComparingTo(before);
        assertThat(twice.account().entries().stream()
                        .filter(e -> e.reporter().equals(unit))
                        .map(LedgerEntry::region)
                        .distinct())
                .containsExactly(FURONG);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("of enterprises above their district's row is an error, and the enterprises count once")
    void enterprisesAboveTheRow(long seed) {
        sound(seed);
        works.add(card("BIG").states("consumption", "raw-coal", "90000"));
        register.line("芙蓉.xlsx", "BIG", FURONG, 1, 12);
        World world = world();
        assertThat(rules(world)).contains("A-REST-03");
        assertThat(world.lines(Basis.BOTTOM_UP))
                .contains("430102/30/raw-coal/final 90000 -> 198000")
                .noneMatch(l -> l.startsWith("430102/industry-rest/raw-coal/final"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName(
            "of coke and the gas that its furnace gave is found by either choice, and gone where the works states what it recovered")
    void cokeAndBlastFurnaceGas(long seed) {
        sound(seed);
        int gas = 1 + new Random(seed).nextInt(300);
        Sheet steel = card("STEEL").states("consumption", "coke", "3000");
        works.add(steel);
        register.line("芙蓉.xlsx", "STEEL", FURONG, 1, 12);
        BigDecimal before = co2(world());
        assertThat(co2(world().byMethod(Methods::withCarbonInGas))).isEqualByComparingTo(before);

        // 2.8 tC in 10^4 m3 of gas, which the coke brought in: nobody says that a furnace of the city gave it
        steel.states("consumption", "blast-furnace-gas", String.valueOf(gas));
        World inGas = world().byMethod(Methods::withCarbonInGas);
        BigDecimal twice = new BigDecimal("2.8").multiply(BigDecimal.valueOf(44L * gas));
        assertThat(co2(inGas).subtract(before).multiply(BigDecimal.valueOf(12))).isCloseTo(twice, within(TINY));
        assertThat(rules(inGas)).contains("A-GAS-04");
        assertThat(co2(world())).isEqualByComparingTo(before);
        assertThat(rules(world())).contains("A-GAS-04");

        steel.states("recovery", "blast-furnace-gas", String.valueOf(gas));
        assertThat(co2(world())).isEqualByComparingTo(before);
        assertThat(co2(world().byMethod(Methods::withCarbonInGas))).isCloseTo(before, within(TINY));
        assertThat(rules(world())).doesNotContain("A-GAS-01", "A-GAS-03", "A-GAS-04");
        assertThat(rules(world().byMethod(Methods::withCarbonInGas)))
                .doesNotContain("A-GAS-01", "A-GAS-03", "A-GAS-04");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("of the ovens' coal beside their coke and gas is found: more carbon came out than went in")
    void cokeAndCokeOvenGas(long seed) {
        int amount = 1 + new Random(seed).nextInt(90);
        World sound = ofOvens(amount, "transformation.coking", "-");
        assertThat(rules(sound)).doesNotContain("A-CARBON-01");

        // the coal stands where it burns, and not in the ovens, which burn nothing
        World twice = ofOvens(amount, "final.trade", "");
        assertThat(rules(twice)).contains("A-CARBON-01");
        assertThat(co2(twice).subtract(co2(sound))).isEqualByComparingTo(BigDecimal.valueOf(22_000L * amount));
    }

    /** Coke 0.6 x 0.84 and gas 0.02 x 2.16 of the 0.6 tC in a tonne of coal: 8.8 % is lost. Amounts in 万吨 and 亿立方米. */
    private static World ofOvens(int coal, String row, String sign) {
        String coke = new BigDecimal("0.6").multiply(BigDecimal.valueOf(coal)).toPlainString();
        String gas = new BigDecimal("0.02").multiply(BigDecimal.valueOf(coal)).toPlainString();
        return World.of(FURONG)
                .withFactor("coke-oven-gas", FactorQuantity.NCV, "18000", "kJ/m3", null, 2024)
                .withFactor("coke-oven-gas", FactorQuantity.CARBON_CONTENT, "12", "tC/TJ", null, 2024)
                .withFactor("coke-oven-gas", FactorQuantity.OXIDATION, "1", "1", null, 2024)
                .with(balance(FURONG)
                        .states(row, "raw-coal", sign + coal)
                        .states("transformation.coking", "coke", coke)
                        .states("transformation.coking", "coke-oven-gas", gas)
                        .states("final.industry", "coke", coke)
                        .states("final.industry", "coke-oven-gas", gas));
    }
}
