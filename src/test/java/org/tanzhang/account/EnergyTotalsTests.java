package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.factor.FactorQuantity;

/**
 * METHOD 6, energy totals, in tce; coefficients: raw coal 0.7143 kgce/kg, natural gas 1.2 kgce/m3, electricity 0.1229 by heat
 * and 0.3 by the coal of its generation, kgce/kWh.
 *
 * <pre>
 * 万吨, 亿立方米, 亿千瓦时   coal    gas   electricity
 * primary production                  5
 * power                    -50            12
 * losses                          0.1      2
 * final use                 30      3     33
 *   of which raw material           1
 * consumption               80    3.1     23     33 + 2 - 12: primary 5, net import 18
 * </pre>
 */
@DisplayName("Energy totals")
class EnergyTotalsTests {

    private static World world(Sheet... sheets) {
        return World.ofFurong()
                .with(sheets)
                .withFactor("natural-gas", FactorQuantity.COAL_EQUIVALENT, "1.2", "kgce/m3", null, 2024)
                .withFactor("electricity", FactorQuantity.COAL_EQUIVALENT, "0.1229", "kgce/kWh", null, 2024)
                .withFactor("electricity", FactorQuantity.COAL_EQUIVALENT_BY_FUEL, "0.3", "kgce/kWh", null, 2024)
                .withFactor("electricity", FactorQuantity.NON_FOSSIL_SHARE, "0.35", "1", null, 2024);
    }

    private static Sheet city() {
        return balance(CHANGSHA)
                .states("transformation.power", "raw-coal", "-50")
                .states("final.total", "raw-coal", "30")
                .states("losses.total", "natural-gas", "0.1")
                .states("final.total", "natural-gas", "3")
                .states("final.non-energy", "natural-gas", "1")
                .states("supply.production", "electricity", "5")
                .states("transformation.power", "electricity", "12")
                .states("losses.total", "electricity", "2")
                .states("final.total", "electricity", "33");
    }

    @Test
    @DisplayName("count the coal of a power station and not its electricity again")
    void noDoubleCount() {
        // 80 x 7143 = 571440; 3.1 x 120000 = 372000; 23 亿千瓦时 = 230000 万千瓦时 x 1.229 = 282670
        assertThat(world(city()).figures("energy"))
                .contains(
                        "430100 coal calorific.final 214290 tce",
                        "430100 coal calorific.transformation 357150 tce",
                        "430100 coal calorific.consumption 571440 tce",
                        "430100 gas calorific.losses 12000 tce",
                        "430100 gas calorific.consumption 372000 tce",
                        "430100 gas calorific.feedstock 120000 tce",
                        "430100 electricity calorific.transformation -147480 tce",
                        "430100 electricity calorific.consumption 282670 tce",
                        "430100 total calorific.consumption 1226110 tce");
    }

    @Test
    @DisplayName("in 等价 take electricity at the coal of its generation, on either side")
    void equivalent() {
        // 230000 万千瓦时 x 3 = 690000; output 120000 x 3 = 360000
        assertThat(world(city()).figures("energy"))
                .contains(
                        "430100 coal equivalent.consumption 571440 tce",
                        "430100 electricity equivalent.transformation -360000 tce",
                        "430100 electricity equivalent.consumption 690000 tce",
                        "430100 total equivalent.consumption 1633440 tce",
                        "430100 electricity equivalent.coefficient 0.3 kgce/kWh");
    }

    @Test
    @DisplayName("set recovered energy off in either dialect")
    void recovered() {
        for (String row : new String[] {"supply.recovery", "transformation.recovery"}) {
            assertThat(world(balance(CHANGSHA)
                                    .states(row, "other-energy", "2")
                                    .states("final.total", "other-energy", "3"))
                            .figures("energy"))
                    .contains("430100 other calorific.consumption 10000 tce");
        }
    }

    @Test
    @DisplayName("are incomplete, never smaller, where a cell or a coefficient lacks")
    void lacking() {
        assertThat(world(city().states("losses.total", "raw-coal", "NE").states("final.total", "diesel", "1"))
                        .figures("energy"))
                .contains(
                        "430100 coal calorific.losses NE tce *",
                        "430100 coal calorific.final 214290 tce",
                        "430100 oil calorific.consumption NE tce *",
                        "430100 total calorific.consumption 654670 tce *");
    }

    @Test
    @DisplayName("of an enterprise are industrial use less output and recovery, at the coefficients it states")
    void enterprise() {
        // 1000 x 0.6 + 200 x 1.229 - 400 x 1.229 - 50 = 304.2; 等价 1000 x 0.6 + 200 x 3 - 400 x 3 - 50 = -50
        World world = world(
                card("A")
                        .states("industrial", "raw-coal", "1000")
                        .states("coefficient", "raw-coal", "0.6")
                        .states("industrial", "electricity", "200")
                        .states("output", "electricity", "400")
                        .states("recovery", "other-fuels", "50"),
                card("B")
                        .states("industrial", "anthracite", "100")
                        .states("industrial", "raw-coal", "100")
                        .states("coefficient", "anthracite", "0.9"),
                card("C").ofDivision("44").states("industrial", "electricity", "10"));
        assertThat(world.figures("enterprise-energy"))
                .containsExactly(
                        "430102 30 calorific.consumption 394.2 tce",
                        "430102 30 equivalent.consumption 40 tce",
                        "430102 44 calorific.consumption 12.29 tce",
                        "430102 44 equivalent.consumption 30 tce",
                        "430102 A calorific.consumption 304.2 tce",
                        "430102 A equivalent.consumption -50 tce",
                        "430102 B calorific.consumption 90 tce",
                        "430102 B equivalent.consumption 90 tce",
                        "430102 C calorific.consumption 12.29 tce",
                        "430102 C equivalent.consumption 30 tce",
                        "430102 total calorific.consumption 406.49 tce",
                        "430102 total equivalent.consumption 70 tce");
    }

    @Test
    @DisplayName("give the non-fossil share: primary electricity and the share of net import, at 等价")
    void nonFossil() {
        // 50000 x 3 = 150000; 180000 x 0.35 x 3 = 189000; 339000 / 1633440 = 0.207537
        assertThat(world(city()).figures("non-fossil"))
                .containsExactly(
                        "430100 total primary-electricity 150000 tce",
                        "430100 total biomass-power 0 tce",
                        "430100 total waste-power 0 tce",
                        "430100 total net-import.share 0.35 1",
                        "430100 total net-import 189000 tce",
                        "430100 total other 0 tce",
                        "430100 total of-which.hydro NE tce *",
                        "430100 total of-which.wind NE tce *",
                        "430100 total of-which.solar NE tce *",
                        "430100 total of-which.nuclear NE tce *",
                        "430100 total sum 339000 tce",
                        "430100 total share 0.207537 1");
    }

    @Test
    @DisplayName("tell the power of waste and biomass apart by what a station burns")
    void wastePower() {
        // waste 3000 t x 0.2 = 600 tce of 600 + 1000 x 0.3 = 900: two thirds of 600 万千瓦时, x 3
        World world = world(
                        city(),
                        card("W")
                                .ofDivision("44")
                                .states("consumption", "municipal-waste", "3000")
                                .states("input.power", "municipal-waste", "3000")
                                .states("consumption", "biomass", "350")
                                .states("input.power", "biomass", "300")
                                .states("output", "electricity", "600"))
                .withFactor("municipal-waste", FactorQuantity.COAL_EQUIVALENT, "0.2", "kgce/kg", null, 2024);
        assertThat(world.figures("non-fossil"))
                .contains(
                        "430100 total waste-power 1200 tce",
                        "430100 total biomass-power 600 tce",
                        "430100 total other 50 tce",
                        "430100 total sum 340850 tce");
    }

    @Test
    @DisplayName("say of a blank supply block that primary electricity is not known: the share is incomplete")
    void unknownPrimary() {
        assertThat(world(balance(CHANGSHA).states("final.total", "electricity", "10"))
                        .figures("non-fossil"))
                .contains(
                        "430100 total primary-electricity NE tce *",
                        "430100 total net-import 105000 tce",
                        "430100 total share 0.35 1 *");
    }

    @Test
    @DisplayName("have no 等价 of electricity without its coefficient, and that is said")
    void withoutCoefficient() {
        World world = World.ofFurong().with(balance(FURONG).states("final.total", "electricity", "10"));
        assertThat(world.figures("energy")).contains("430102 total equivalent.consumption NE tce *");
        assertThat(world.beside().findings().stream().map(World::line))
                .contains("A-ENERGY-01 warning 430100 [长沙市, 2024, round]");
    }
}
