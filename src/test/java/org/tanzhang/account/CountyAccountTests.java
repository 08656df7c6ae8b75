package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.FURONG;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.code.Flow;

/** METHOD 2 for one county with its balance. Balances are in 万吨, cards in 吨; raw coal gives 2.2 t a tonne. */
@DisplayName("The account of a county")
class CountyAccountTests {

    private static World furong(Sheet... sheets) {
        return World.ofFurong().with(sheets);
    }

    private static LedgerEntry entry(World world, String sector, String carrier, Flow flow) {
        return world.account().entries().stream()
                .filter(e -> e.sector().equals(sector) && e.carrier().equals(carrier) && e.flow() == flow)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("is its enterprises, the rest of its industry row, and its other sectors")
    void enterprisesRestAndSectors() {
        World world = furong(
                card("A").states("consumption", "raw-coal", "30000"),
                balance(FURONG)
                        .states("final.industry", "raw-coal", "5")
                        .states("final.rural", "raw-coal", "0.2")
                        .states("final.trade", "raw-coal", "0"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 30000 -> 66000",
                        "430102/industry-rest/raw-coal/final 20000 -> 44000",
                        "430102/rural/raw-coal/final 2000 -> 4400");
    }

    @Test
    @DisplayName("takes raw material off the industry row, less what enterprises stated of it")
    void restAfterRawMaterial() {
        // (工业 10 - enterprises' final use incl. raw material 4) - (#用作原料 3 - raw material 1) = 4 万吨
        World world = furong(
                card("A").states("consumption", "raw-coal", "40000").states("raw-material", "raw-coal", "10000"),
                balance(FURONG).states("final.industry", "raw-coal", "10").states("final.non-energy", "raw-coal", "3"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 30000 -> 66000",
                        "430102/industry-rest/raw-coal/final 40000 -> 88000");
    }

    @Test
    @DisplayName("lists raw material of its row that is not stored as a process memo, beyond what enterprises list")
    void rawMaterialOfTheRowThatIsNotStored() {
        World world = furong(
                        card("A")
                                .ofDivision("26")
                                .states("consumption", "natural-gas", "300")
                                .states("raw-material", "natural-gas", "100"),
                        balance(FURONG)
                                .states("final.industry", "natural-gas", "0.05")
                                .states("final.non-energy", "natural-gas", "0.03"))
                .byMethod(m -> Methods.withStoredFraction(m, Methods.stored("natural-gas", "0.9", "26", "0.6")));
        // the works: 100 x 0.4; the row: (300 - 100) x 0.1, its division unknown
        assertThat(world.findings())
                .filteredOn(f -> f.startsWith("A-MEMO-02"))
                .containsExactly(
                        "A-MEMO-02 info 430102/26/natural-gas [A, 天然气, 40, 万立方米]",
                        "A-MEMO-02 info 430102/non-energy/natural-gas [芙蓉区, 天然气, 20, 万立方米]");
    }

    @Test
    @DisplayName("books the rest of power and heat under industry-rest, in the group power-and-heat")
    void restOfPowerAndHeat() {
        World world = furong(
                card("A")
                        .ofDivision("44")
                        .states("consumption", "raw-coal", "50000")
                        .states("input.power", "raw-coal", "40000")
                        .states("input.heat", "raw-coal", "10000"),
                balance(FURONG)
                        .states("transformation.power", "raw-coal", "-6")
                        .states("transformation.heat", "raw-coal", "-1.5")
                        .states("transformation.washing", "raw-coal", "-9"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/44/raw-coal/heat 10000 -> 22000",
                        "430102/44/raw-coal/power 40000 -> 88000",
                        "430102/industry-rest/raw-coal/heat 5000 -> 11000",
                        "430102/industry-rest/raw-coal/power 20000 -> 44000");
        assertThat(entry(world, "industry-rest", "raw-coal", Flow.POWER).sectorGroup())
                .isEqualTo("power-and-heat");
    }

    @Test
    @DisplayName("splits a column by carrier group: kinds of coal come off raw coal")
    void restByCarrierGroup() {
        World world = furong(
                card("A")
                        .states("consumption", "raw-coal", "30000")
                        .states("consumption", "anthracite", "10000")
                        .states("consumption", "lignite", "20000"),
                balance(FURONG).states("final.industry", "raw-coal", "5"));
        assertThat(world.lines()).contains("430102/industry-rest/raw-coal/final 20000 -> 44000");
    }

    @Test
    @DisplayName("sets off coal that works and district booked differently, and keeps the sum")
    void netting() {
        // works: final 3, power 2 万吨; district: all 6 as final use. Rests: final 3, power -2: 1 stays, in final
        World world = furong(
                card("A").states("consumption", "raw-coal", "50000").states("input.power", "raw-coal", "20000"),
                balance(FURONG).states("final.industry", "raw-coal", "6"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 30000 -> 66000",
                        "430102/30/raw-coal/power 20000 -> 44000",
                        "430102/industry-rest/raw-coal/final 10000 -> 22000");
        assertThat(world.findings()).contains("A-REST-01 info 430102/industry/raw-coal [芙蓉区, 原煤, 20000, 吨]");
    }

    @Test
    @DisplayName("sets a negative rest off against two positive ones pro rata")
    void nettingProRata() {
        // rests: final -3, power 4, heat 2 万吨: power gives 2, heat gives 1
        World world = furong(
                card("A").states("consumption", "raw-coal", "30000"),
                balance(FURONG)
                        .states("transformation.power", "raw-coal", "-4")
                        .states("transformation.heat", "raw-coal", "-2"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 30000 -> 66000",
                        "430102/industry-rest/raw-coal/heat 10000 -> 22000",
                        "430102/industry-rest/raw-coal/power 20000 -> 44000");
    }

    @Test
    @DisplayName("lets the enterprises stand over a row that is too small within the tolerance, with a warning")
    void negativeWithinTolerance() {
        // tolerance: max(2 % of 5 万吨, 2 x 0.005 万吨) = 1000 t
        World world = furong(
                card("A").states("consumption", "raw-coal", "51000"),
                balance(FURONG).states("final.industry", "raw-coal", "5"));
        assertThat(world.lines()).containsExactly("430102/30/raw-coal/final 51000 -> 112200");
        assertThat(world.findings())
                .contains("A-REST-02 warning 430102/industry/raw-coal/final [芙蓉区, 原煤, 50000, 51000, 吨]");
    }

    @Test
    @DisplayName("goes on over a row that is too small beyond the tolerance, with a finding of severity error")
    void negativeBeyondTolerance() {
        World world = furong(
                card("A").states("consumption", "raw-coal", "51001"),
                balance(FURONG).states("final.industry", "raw-coal", "5").states("final.rural", "raw-coal", "1"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/raw-coal/final 51001 -> 112202.2", "430102/rural/raw-coal/final 10000 -> 22000");
        assertThat(world.findings())
                .contains("A-REST-03 error 430102/industry/raw-coal/final [芙蓉区, 原煤, 50000, 51001, 吨]");
    }

    // the row is 0.10 万吨: max(2 % = 20 t, halves of the last printed unit: 50 t a cell)
    @ParameterizedTest(name = "a rest of {0} t has reason \"{1}\"")
    @CsvSource({"40, rounding", "100, rounding", "101, ''", "-100, A-REST-02", "-101, A-REST-03"})
    @DisplayName("calls a rest rounding up to half a printed unit for each of its cells")
    void roundingOfSmallRows(int rest, String expected) {
        World world = furong(
                card("A").states("consumption", "raw-coal", String.valueOf(1000 - rest)),
                balance(FURONG).states("final.industry", "raw-coal", "0.10"));
        if (rest > 0) {
            assertThat(entry(world, "industry-rest", "raw-coal", Flow.FINAL).reason())
                    .isEqualTo(expected);
        } else {
            assertThat(world.findings()).anyMatch(f -> f.startsWith(expected));
        }
    }

    @Test
    @DisplayName("lets a fifth of the district's lubricants oxidise and stores its naphtha")
    void products() {
        World world = furong(
                card("A").states("consumption", "lubricants", "100"),
                balance(FURONG)
                        .states("final.industry", "lubricants", "0.06")
                        .states("final.transport", "lubricants", "0.05")
                        .states("final.industry", "naphtha", "3"));
        // industry: 600 - 100 = 500 t, a fifth burns; transport 500 t, a fifth burns; 4.4 t a tonne
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/lubricants/final 20 -> 88",
                        "430102/industry-rest/lubricants/final 100 -> 440",
                        "430102/transport/lubricants/final 100 -> 440");
    }

    @Test
    @DisplayName("lets by-product gas of the balance's rows bear nothing either")
    void byProductGasOfTheRows() {
        World world = furong(balance(FURONG).states("final.industry", "blast-furnace-gas", "2"));
        assertThat(world.lines()).containsExactly("430102/industry-rest/blast-furnace-gas/final 20000 -> 0");
    }

    @Test
    @DisplayName("does not burn losses of fuel, and books losses of electricity in sector losses")
    void losses() {
        World world = furong(balance(FURONG)
                .states("losses.total", "natural-gas", "1")
                .states("losses.total", "electricity", "0.2")
                .states("final.urban", "electricity", "1"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/losses/electricity/consumption 2000 -> 10000",
                        "430102/total/electricity/net-import 12000 -> 60000",
                        "430102/urban/electricity/consumption 10000 -> 50000");
    }

    @Test
    @DisplayName("takes enterprises' electricity off its industry row")
    void restOfElectricity() {
        World world = furong(
                card("A").states("consumption", "electricity", "6000"),
                balance(FURONG).states("final.total", "electricity", "1").states("final.industry", "electricity", "1"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/30/electricity/consumption 6000 -> 30000",
                        "430102/industry-rest/electricity/consumption 4000 -> 20000",
                        "430102/total/electricity/net-import 10000 -> 50000");
    }

    @Test
    @DisplayName("without a balance is the sum of its enterprises, its other sectors not estimated")
    void withoutABalance() {
        World world = furong(card("A").states("consumption", "raw-coal", "10"));
        assertThat(world.lines())
                .filteredOn(line -> line.contains("/final "))
                .containsExactly(
                        "430102/30/raw-coal/final 10 -> 22",
                        "430102/agriculture/energy-total/final NE -> NE (county-not-reported)",
                        "430102/construction/energy-total/final NE -> NE (county-not-reported)",
                        "430102/other/energy-total/final NE -> NE (county-not-reported)",
                        "430102/rural/energy-total/final NE -> NE (county-not-reported)",
                        "430102/trade/energy-total/final NE -> NE (county-not-reported)",
                        "430102/transport/energy-total/final NE -> NE (county-not-reported)",
                        "430102/urban/energy-total/final NE -> NE (county-not-reported)");
        assertThat(world.lines())
                .filteredOn(line -> line.contains("/electricity/") || line.contains("/heat/"))
                .hasSize(16)
                .contains(
                        "430102/trade/electricity/consumption NE -> NE (county-not-reported)",
                        "430102/total/heat/net-import NE -> NE (county-not-reported)");
        assertThat(world.lines())
                .contains(
                        "430102/urban/electricity/consumption NE -> NE (county-not-reported)",
                        "430102/trade/heat/consumption NE -> NE (county-not-reported)",
                        "430102/total/electricity/net-import NE -> NE (county-not-reported)");
        assertThat(world.findings()).contains("A-COVERAGE-01 warning 430102 [芙蓉区]");
    }

    @Test
    @DisplayName("that shows aviation kerosene is a finding")
    void kerosene() {
        World world = furong(balance(FURONG).states("final.transport", "kerosene", "0.3"));
        assertThat(world.findings()).contains("A-COUNTY-01 warning 430102/transport/kerosene [芙蓉区, 3000]");
        assertThat(world.lines()).containsExactly("430102/transport/kerosene/final 3000 -> 9240");
    }

    @Test
    @DisplayName("keeps a total without parts as unspecified, with its tonnes, not estimated")
    void totalWithoutParts() {
        World world = furong(balance(FURONG).states("final.trade", "coal-total", "2"));
        assertThat(world.lines()).containsExactly("430102/trade/coal-unspecified/final 20000 -> NE");
        assertThat(world.findings()).contains("A-FACTOR-01 warning */*/coal-unspecified [未分品种煤, 2024, round]");
    }

    @Test
    @DisplayName("keeps what a total states above its parts as unspecified")
    void totalAboveItsParts() {
        World world = furong(
                balance(FURONG).states("final.trade", "coal-total", "2").states("final.trade", "raw-coal", "1.5"));
        assertThat(world.lines())
                .containsExactly(
                        "430102/trade/coal-unspecified/final 5000 -> NE", "430102/trade/raw-coal/final 15000 -> 33000");
    }

    @Test
    @DisplayName("adds nothing for a total that its parts explain within rounding")
    void totalOverItsParts() {
        World world = furong(
                balance(FURONG).states("final.trade", "coal-total", "1.52").states("final.trade", "raw-coal", "1.5"));
        assertThat(world.lines()).containsExactly("430102/trade/raw-coal/final 15000 -> 33000");
    }

    @Test
    @DisplayName("has no negative amount of unspecified coal where a total lies below its parts")
    void totalBelowItsParts() {
        World world = furong(
                balance(FURONG).states("final.trade", "coal-total", "1").states("final.trade", "raw-coal", "1.5"));
        assertThat(world.lines()).containsExactly("430102/trade/raw-coal/final 15000 -> 33000");
    }

    @Test
    @DisplayName("takes a blank, a dash, a zero and NO as none")
    void noneIsNone() {
        for (String none : List.of("BLANK", "DASH", "0", "NO")) {
            World world =
                    furong(balance(FURONG).states("final.trade", "diesel", none).states("final.rural", "diesel", "1"));
            assertThat(world.lines()).as(none).containsExactly("430102/rural/diesel/final 10000 -> 30800");
        }
    }

    @ParameterizedTest
    @CsvSource({"NE", "C"})
    @DisplayName("says not estimated where its balance says that something exists without stating it")
    void missingIsNotZero(String notation) {
        World world =
                furong(balance(FURONG).states("final.trade", "diesel", notation).states("final.rural", "diesel", "1"));
        assertThat(world.lines()).contains("430102/trade/diesel/final NE -> NE");
    }

    @Test
    @DisplayName("names the cells a rest was computed from")
    void restNamesItsCells() {
        Sheet balance =
                balance(FURONG).states("final.industry", "raw-coal", "10").states("final.non-energy", "raw-coal", "3");
        LedgerEntry rest = entry(furong(balance), "industry-rest", "raw-coal", Flow.FINAL);
        assertThat(rest.activity()).isEqualByComparingTo(new BigDecimal("70000"));
        assertThat(rest.sources())
                .containsExactlyInAnyOrder(
                        balance.cell("final.industry", "raw-coal"), balance.cell("final.non-energy", "raw-coal"));
    }
}
