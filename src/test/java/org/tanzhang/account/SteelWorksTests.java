package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Flow;
import org.tanzhang.factor.FactorQuantity;

/**
 * A steel works with its whole carbon: coke, injected coal, gas burnt, sold and flared. Worked by hand:
 *
 * <pre>
 *                     amount           tC each           tC      oxidation   x 44/12 = t CO2
 * coke                12000 t          0.84          10 080       0.9        33 264
 * injected anthracite  2000 t          0.72           1 440       0.9         4 752
 * gas recovered        3000 x 10^4 m3  2.8            8 400       1          30 800
 *   burnt by the works 2400                           6 720                  24 640   (final 1900: 19 506.667; power 500: 5 133.333)
 *   sold to a glass works 600                         1 680                   6 160
 * gas flared            300            2.8              840, part of the coke's, never recovered
 *
 * in-coke  33 264 + 4 752 + 0                           = 38 016
 * in-gas   (10 080 - 8 400) x 0.9 x 44/12 + 4 752 + 30 800 = 5 544 + 4 752 + 30 800 = 41 096
 * difference  8 400 tC x (1 - 0.9) x 44/12               =  3 080
 * carbon      10 080 + 1 440 = 11 520 tC by either choice
 * </pre>
 */
@DisplayName("A steel works")
class SteelWorksTests {

    private static final String WORKS = "STEEL";
    private static final String GLASS = "GLASS";

    private static Sheet steelWorks(String recovered) {
        return card(WORKS)
                .in(FURONG)
                .ofDivision("31")
                .states("consumption", "coke", "12000")
                .states("consumption", "anthracite", "2000")
                .states("consumption", "blast-furnace-gas", "2400")
                .states("input.power", "blast-furnace-gas", "500")
                .states("recovery", "blast-furnace-gas", recovered);
    }

    private static Sheet glassWorks() {
        return card(GLASS)
                .in(TIANXIN)
                .states("purchase", "blast-furnace-gas", "600")
                .states("consumption", "blast-furnace-gas", "600");
    }

    private static World city(Sheet... sheets) {
        return World.of(FURONG, TIANXIN)
                .without("coke")
                .without("anthracite")
                .withFactor("coke", FactorQuantity.NCV, "28000", "kJ/kg", null, 2024)
                .withFactor("coke", FactorQuantity.CARBON_CONTENT, "30", "tC/TJ", null, 2024)
                .withFactor("coke", FactorQuantity.OXIDATION, "0.9", "1", null, 2024)
                .withFactor("anthracite", FactorQuantity.NCV, "24000", "kJ/kg", null, 2024)
                .withFactor("anthracite", FactorQuantity.CARBON_CONTENT, "30", "tC/TJ", null, 2024)
                .withFactor("anthracite", FactorQuantity.OXIDATION, "0.9", "1", null, 2024)
                .with(sheets);
    }

    private static World inGas(Sheet... sheets) {
        return city(sheets).byMethod(Methods::withCarbonInGas);
    }

    /** Cards alone leave a county's other sectors NE; those lines say nothing of the works. */
    private static List<String> fuels(World world) {
        return world.lines().stream()
                .filter(line -> line.matches(".*/(coke|raw-coal|anthracite|blast-furnace-gas)/.*"))
                .toList();
    }

    private static List<String> aboutGas(World world) {
        return world.findings().stream().filter(f -> f.startsWith("A-GAS")).toList();
    }

    private static BigDecimal scope1(World world) {
        return world.account().entries().stream()
                .filter(e -> e.flow().scope() == 1 && e.basis() != Basis.TOP_DOWN)
                .flatMap(e -> Optional.ofNullable(e.co2T()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @DisplayName("bears all its carbon in coke and coal, and the gas none, by default")
    void inCoke() {
        World world = city(steelWorks("3000"), glassWorks());
        assertThat(fuels(world))
                .containsExactly(
                        "430102/31/anthracite/final 2000 -> 4752",
                        "430102/31/blast-furnace-gas/final 1900 -> 0",
                        "430102/31/blast-furnace-gas/power 500 -> 0",
                        "430102/31/coke/final 12000 -> 33264",
                        "430103/30/blast-furnace-gas/final 600 -> 0");
        assertThat(aboutGas(world)).isEmpty();
    }

    @Test
    @DisplayName("bears carbon in the gas where it burns, and its coke less by as much")
    void inGas() {
        World world = inGas(steelWorks("3000"), glassWorks());
        assertThat(fuels(world))
                .containsExactly(
                        "430102/31/anthracite/final 2000 -> 4752",
                        "430102/31/blast-furnace-gas/final 1900 -> 19506.666666666667",
                        "430102/31/blast-furnace-gas/power 500 -> 5133.333333333333",
                        "430102/31/coke/final 12000 -> 33264",
                        "430102/31/coke/final 0 -> -27720 (carbon-in-gas)",
                        "430103/30/blast-furnace-gas/final 600 -> 6160");
        assertThat(scope1(world)).isEqualByComparingTo("41096");
        assertThat(aboutGas(world)).isEmpty();
    }

    @Test
    @DisplayName(
            "uses the same amounts by either choice; the difference of CO2 is that of the oxidation rates, printed beside both")
    void differsByOxidation() {
        World coke = city(steelWorks("3000"), glassWorks());
        World gas = inGas(steelWorks("3000"), glassWorks());
        assertThat(activities(gas)).isEqualTo(activities(coke));
        assertThat(scope1(gas).subtract(scope1(coke))).isEqualByComparingTo("3080");
        for (World world : List.of(coke, gas)) {
            assertThat(world.check("by-product-gases.in-coke")).isEqualByComparingTo("33264");
            assertThat(world.check("by-product-gases.in-gas")).isEqualByComparingTo("36344");
        }
    }

    /** The amounts that an account counts, without entries of none. */
    private static List<String> activities(World world) {
        return world.account().entries().stream()
                .filter(e -> e.activity() != null && e.activity().signum() != 0)
                .map(World::line)
                .map(line -> line.substring(0, line.indexOf(" ->")))
                .toList();
    }

    @Test
    @DisplayName("says in the entry which gas took how much carbon, and by what factors")
    void explainsWhatWasTaken() {
        Sheet works = steelWorks("3000");
        LedgerEntry taken = inGas(works, glassWorks()).account().entries().stream()
                .filter(e -> e.reason().equals("carbon-in-gas"))
                .findFirst()
                .orElseThrow();
        assertThat(taken.factors())
                .extracting(f -> f.role() + " " + f.value().stripTrailingZeros().toPlainString() + " " + f.unit())
                .containsExactly(
                        "recovered-gas 3000 万立方米",
                        "ncv 4000 kJ/m3",
                        "carbon-content 70 tC/TJ",
                        "carbon-moved 8400 tC",
                        "oxidation 0.9 1");
        assertThat(taken.sources()).containsExactly(works.cell("recovery", "blast-furnace-gas"));
    }

    @Test
    @DisplayName(
            "takes carbon off coke first, then off injected coal, never below nothing, and names what is left over")
    void neverBelowZero() {
        // 5000 x 2.8 = 14 000 tC; coke has 10 080, anthracite 1 440: 2 480 are left
        World world = inGas(steelWorks("5000"), glassWorks());
        assertThat(fuels(world))
                .contains(
                        "430102/31/coke/final 0 -> -33264 (carbon-in-gas)",
                        "430102/31/anthracite/final 0 -> -4752 (carbon-in-gas)");
        assertThat(aboutGas(world))
                .anyMatch(f -> f.startsWith("A-GAS-01 warning 430102/31/blast-furnace-gas")
                        && f.contains("5000")
                        && f.matches(".*2480(\\.0+)?].*"));
    }

    @Test
    @DisplayName("takes the carbon of two gases off the same coke")
    void twoGases() {
        // converter gas 8000 kJ/m3 x 50 = 4 tC per 10^4 m3; 8400 + 400 x 4 = 10 000 of the coke's 10 080
        World world = inGas(
                        steelWorks("3000")
                                .states("consumption", "converter-gas", "400")
                                .states("recovery", "converter-gas", "400"),
                        glassWorks())
                .withFactor("converter-gas", FactorQuantity.NCV, "8000", "kJ/m3", null, 2024)
                .withFactor("converter-gas", FactorQuantity.CARBON_CONTENT, "50", "tC/TJ", null, 2024)
                .withFactor("converter-gas", FactorQuantity.OXIDATION, "1", "1", null, 2024);
        assertThat(fuels(world))
                .contains(
                        "430102/31/coke/final 0 -> -27720 (carbon-in-gas)",
                        "430102/31/coke/final 0 -> -5280 (carbon-in-gas)");
        assertThat(aboutGas(world)).isEmpty();
    }

    @Nested
    @DisplayName("whose gas does not stay")
    class Boundary {

        @Test
        @DisplayName("is asked when it recovers more than is used here: sold outside, or flared")
        void recoveredMoreThanUsed() {
            assertThat(aboutGas(city(steelWorks("3000"))))
                    .singleElement()
                    .asString()
                    .startsWith("A-GAS-03 warning 430100/industry/blast-furnace-gas")
                    .contains("3000", "2400", "600");
        }

        @Test
        @DisplayName("is asked when more is used here than anybody recovers")
        void usedMoreThanRecovered() {
            assertThat(aboutGas(city(glassWorks())))
                    .singleElement()
                    .asString()
                    .startsWith("A-GAS-04 warning 430100/industry/blast-furnace-gas")
                    .contains("600");
        }

        @Test
        @DisplayName("is asked when the city's balance shows it going out, by either choice")
        void crossing() {
            Sheet balance = balance(CHANGSHA)
                    .states("supply.outflow", "blast-furnace-gas", "-0.06")
                    .states("final.industry", "blast-furnace-gas", "0.19")
                    .states("transformation.power", "blast-furnace-gas", "-0.05");
            for (World world : List.of(city(steelWorks("3000"), balance), inGas(steelWorks("3000"), balance))) {
                assertThat(aboutGas(world))
                        .anyMatch(f -> f.startsWith("A-GAS-02 warning 430100/supply.outflow/blast-furnace-gas"));
            }
        }
    }

    @Nested
    @DisplayName("below a county and a city with balances")
    class TwoLevels {

        /** 芙蓉区 has 1000 t of coke and 100 x 10^4 m3 of gas (280 tC) beside the works; 天心区 the glass works alone. */
        private final Sheet furong = balance(FURONG)
                .states("final.industry", "coke", "1.3")
                .states("final.industry", "raw-coal", "0.2")
                .states("final.industry", "blast-furnace-gas", "0.2")
                .states("transformation.power", "blast-furnace-gas", "-0.05")
                .states("transformation.recovery", "blast-furnace-gas", "0.31");

        private final Sheet tianxin = balance(TIANXIN).states("final.industry", "blast-furnace-gas", "0.06");

        /** The city has 3000 t of coke more, and recovers and burns 500 x 10^4 m3 (1400 tC) more. */
        private final Sheet changsha = balance(CHANGSHA)
                .states("final.industry", "coke", "1.6")
                .states("final.industry", "raw-coal", "0.2")
                .states("final.industry", "blast-furnace-gas", "0.31")
                .states("transformation.power", "blast-furnace-gas", "-0.05")
                .states("transformation.recovery", "blast-furnace-gas", "0.36");

        private Sheet[] sheets() {
            return new Sheet[] {steelWorks("3000"), glassWorks(), furong, tianxin, changsha};
        }

        @Test
        @DisplayName("each level gives up what it recovers beyond the level below, each amount once")
        void onceALevel() {
            World world = inGas(sheets());
            assertThat(fuels(world))
                    .containsOnlyOnce(
                            "430102/31/coke/final 0 -> -27720 (carbon-in-gas)",
                            // 100 x 2.8 = 280 tC x 0.9 x 44/12
                            "430102/industry-rest/coke/final 0 -> -924 (carbon-in-gas)",
                            // 500 x 2.8 = 1400 tC x 0.9 x 44/12
                            "430100/industry/coke/final residual 0 -> -4620 (carbon-in-gas)",
                            "430100/industry/coke/final residual 3000 -> 8316 (unexplained)");
            assertThat(fuels(world))
                    .filteredOn(line -> line.contains("carbon-in-gas"))
                    .hasSize(3);
            assertThat(aboutGas(world)).isEmpty();
        }

        @Test
        @DisplayName("city and counties close in activity and CO2 by either choice")
        void closes() {
            for (World world : List.of(city(sheets()), inGas(sheets()))) {
                List<LedgerEntry> entries = world.account().entries();
                for (LedgerEntry city : entries) {
                    if (city.basis() == Basis.TOP_DOWN) {
                        assertThat(below(entries, city, LedgerEntry::activity))
                                .as(World.line(city))
                                .isEqualByComparingTo(city.activity());
                        assertThat(below(entries, city, LedgerEntry::co2T))
                                .as(World.line(city))
                                .isEqualByComparingTo(city.co2T());
                    }
                }
            }
            // coke 33 264 + 2 772 + 8 316 less 27 720, 924, 4 620
            assertThat(inGas(sheets()).lines(Basis.TOP_DOWN))
                    .contains("430100/industry/coke/final top_down 16000 -> 11088");
        }

        private BigDecimal below(
                List<LedgerEntry> entries, LedgerEntry city, Function<LedgerEntry, BigDecimal> column) {
            return entries.stream()
                    .filter(e -> e.basis() != Basis.TOP_DOWN && e.cell().equals(city.cell()))
                    .map(column)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Test
        @DisplayName(
                "what the residual bears is priced by the fuel's own factor, for the counties' mean is short of carbon")
        void residualByOwnFactor() {
            LedgerEntry residual = inGas(sheets()).account().entries().stream()
                    .filter(e -> e.basis() == Basis.RESIDUAL
                            && e.carrier().equals("coke")
                            && e.reason().equals("unexplained"))
                    .findFirst()
                    .orElseThrow();
            assertThat(residual.factors())
                    .extracting(LedgerEntry.FactorUse::role)
                    .contains("ncv")
                    .doesNotContain("county-mean");
        }

        @Test
        @DisplayName("a region without children gives up what its own row states")
        void oneLevel() {
            World world = World.of().with(changsha).byMethod(Methods::withCarbonInGas);
            // 3600 x 2.8 = 10 080 tC of the coke's 13 440
            assertThat(world.lines())
                    .contains(
                            "430100/industry/coke/final top_down 16000 -> 49280",
                            "430100/industry/coke/final top_down 0 -> -36960 (carbon-in-gas)",
                            "430100/industry/blast-furnace-gas/final top_down 3100 -> 31826.666666666667",
                            "430100/power-and-heat/blast-furnace-gas/power top_down 500 -> 5133.333333333333");
        }
    }

    @Nested
    @DisplayName("in a balance of 22 columns")
    class MixedGasColumn {

        private final Sheet balance = balance(CHANGSHA)
                .states("final.industry", "coke", "1.6")
                .states("final.industry", "mixed-gas", "0.4")
                .states("supply.recovery", "mixed-gas", "0.36");

        @Test
        @DisplayName("stays not estimated while nobody states what 其他煤气 is made of")
        void withoutShares() {
            World world = World.of().with(balance);
            assertThat(world.lines()).contains("430100/industry/mixed-gas/final top_down 4000 -> NE");
            assertThat(world.findings()).anyMatch(f -> f.startsWith("A-FACTOR-01") && f.contains("mixed-gas"));
        }

        @Test
        @DisplayName("is read as its gases by the shares stated, and only by-product gases were recovered")
        void withShares() {
            // 4000 = 3600 blast-furnace gas + 400 producer gas; all 3600 recovered are blast-furnace gas
            World world = World.of()
                    .with(balance)
                    .withFactor("other-gas", FactorQuantity.NCV, "5000", "kJ/m3", null, 2024)
                    .withFactor("other-gas", FactorQuantity.CARBON_CONTENT, "12", "tC/TJ", null, 2024)
                    .withFactor("other-gas", FactorQuantity.OXIDATION, "1", "1", null, 2024)
                    .byMethod(m -> Methods.withMixedGas(m, "blast-furnace-gas", "0.9", "other-gas", "0.1"));
            assertThat(world.lines())
                    .containsExactly(
                            "430100/industry/blast-furnace-gas/final top_down 3600 -> 0",
                            "430100/industry/coke/final top_down 16000 -> 49280",
                            "430100/industry/other-gas/final top_down 400 -> 880");
            assertThat(world.byMethod(Methods::withCarbonInGas).lines())
                    .contains(
                            "430100/industry/blast-furnace-gas/final top_down 3600 -> 36960",
                            "430100/industry/coke/final top_down 0 -> -36960 (carbon-in-gas)");
            assertThat(aboutGas(world)).isEmpty();
        }
    }

    @Test
    @DisplayName("keeps its flow: gas used for power counts with power and heat by either choice")
    void powerStaysPower() {
        assertThat(inGas(steelWorks("3000"), glassWorks()).account().entries())
                .filteredOn(e -> e.flow() == Flow.POWER)
                .singleElement()
                .satisfies(e -> assertThat(e.sectorGroup()).isEqualTo("power-and-heat"));
    }
}
