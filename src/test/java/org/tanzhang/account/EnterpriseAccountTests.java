package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.code.Flow;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.method.StoredFraction;
import org.tanzhang.observation.UnitEntry;

/** METHOD 2 and 3 for one enterprise, without any balance. */
@DisplayName("The account of an enterprise")
class EnterpriseAccountTests {

    private static final StoredFraction GAS_STORED = Methods.stored("natural-gas", "0.9", "26", "0.6");

    private static World worldOf(Sheet... cards) {
        return World.ofFurong().with(cards);
    }

    /** What the enterprises burn or use, without the sectors that the county does not report. */
    private static List<String> uses(World world) {
        return world.lines().stream().filter(l -> !l.contains("NE -> NE")).toList();
    }

    private static LedgerEntry entry(World world, String carrier, Flow flow) {
        return world.account().entries().stream()
                .filter(e -> e.carrier().equals(carrier) && e.flow() == flow)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("burns as final use what is left of consumption after inputs and raw material")
    void finalUse() {
        // 1000 - 300 (power) - 100 (heat) - 50 (washing) - 150 (raw material) = 400; 2.2 t a tonne
        World world = worldOf(card("A")
                .states("consumption", "raw-coal", "1000")
                .states("raw-material", "raw-coal", "150")
                .states("input.power", "raw-coal", "300")
                .states("input.heat", "raw-coal", "100")
                .states("input.washing", "raw-coal", "50"));
        assertThat(uses(world))
                .containsExactly(
                        "430102/30/raw-coal/final 400 -> 880",
                        "430102/30/raw-coal/heat 100 -> 220",
                        "430102/30/raw-coal/power 300 -> 660");
    }

    @Test
    @DisplayName("whose edition states no total consumes what industry and the rest of it use together (4 = 5 + 7)")
    void editionWithoutATotal() {
        World world = worldOf(card("A")
                .states("industrial", "raw-coal", "380")
                .states("non-industrial", "raw-coal", "20")
                .states("input.power", "raw-coal", "300"));
        assertThat(uses(world))
                .containsExactly("430102/30/raw-coal/final 100 -> 220", "430102/30/raw-coal/power 300 -> 660");
        World stated = worldOf(card("A")
                .states("consumption", "raw-coal", "400")
                .states("industrial", "raw-coal", "380")
                .states("non-industrial", "raw-coal", "20"));
        assertThat(uses(stated))
                .as("parts beside their total add nothing")
                .containsExactly("430102/30/raw-coal/final 400 -> 880");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input.washing",
                "input.coking",
                "input.refining",
                "input.gas-making",
                "input.liquefaction",
                "input.briquetting"
            })
    @DisplayName("does not burn what goes into washing, coking, refining, gas-making, liquefaction or briquetting")
    void inputsThatDoNotCombust(String input) {
        World world =
                worldOf(card("A").states("consumption", "raw-coal", "1000").states(input, "raw-coal", "990"));
        assertThat(uses(world)).containsExactly("430102/30/raw-coal/final 10 -> 22");
    }

    @Test
    @DisplayName("places fuel for own power in its own division and the group power-and-heat")
    void autoproducers() {
        World world = worldOf(card("A")
                .ofDivision("22")
                .states("consumption", "natural-gas", "100")
                .states("input.power", "natural-gas", "40"));
        LedgerEntry power = entry(world, "natural-gas", Flow.POWER);
        assertThat(World.line(power)).isEqualTo("430102/22/natural-gas/power 40 -> 792");
        assertThat(power.sectorGroup()).isEqualTo("power-and-heat");
        assertThat(entry(world, "natural-gas", Flow.FINAL).sectorGroup()).isEqualTo("industry");
    }

    @Test
    @DisplayName("places fuel for own power and heat in division 44 where the method says so, under its own name")
    void autoproducersInPowerAndHeatDivision() {
        Sheet card = card("A")
                .ofDivision("22")
                .states("consumption", "natural-gas", "100")
                .states("input.power", "natural-gas", "40")
                .states("input.heat", "natural-gas", "10");
        World world = worldOf(card).byMethod(Methods::withAutoproducersIn44);
        assertThat(uses(world))
                .containsExactly(
                        "430102/22/natural-gas/final 50 -> 990",
                        "430102/44/natural-gas/heat 10 -> 198",
                        "430102/44/natural-gas/power 40 -> 792");
        LedgerEntry power = entry(world, "natural-gas", Flow.POWER);
        assertThat(power.sectorGroup()).isEqualTo("power-and-heat");
        assertThat(power.reporter()).isEqualTo("A");
        assertThat(power.sources()).containsExactly(card.cell("input.power", "natural-gas"));
    }

    @Test
    @DisplayName("takes raw coal as it is where its kinds are not stated")
    void totalWithoutParts() {
        assertThat(uses(worldOf(card("A").states("consumption", "raw-coal", "10"))))
                .containsExactly("430102/30/raw-coal/final 10 -> 22");
    }

    @Test
    @DisplayName("takes the kinds of coal, never raw coal beside them")
    void totalBesideItsParts() {
        World world = worldOf(card("A")
                .states("consumption", "raw-coal", "30")
                .states("consumption", "anthracite", "10")
                .states("consumption", "lignite", "20"));
        assertThat(uses(world))
                .containsExactly("430102/30/anthracite/final 10 -> 26.4", "430102/30/lignite/final 20 -> 22");
    }

    @Test
    @DisplayName("carries an input stated on raw coal only to the one kind that was used")
    void inputOnATotalGoesToThePart() {
        Sheet card = card("A")
                .states("consumption", "raw-coal", "1000")
                .states("consumption", "anthracite", "1000")
                .states("input.power", "raw-coal", "900");
        World world = worldOf(card);
        assertThat(uses(world))
                .containsExactly("430102/30/anthracite/final 100 -> 264", "430102/30/anthracite/power 900 -> 2376");
        assertThat(entry(world, "anthracite", Flow.POWER).sources()).contains(card.cell("input.power", "raw-coal"));
        assertThat(world.findings()).noneMatch(f -> f.startsWith("A-CARD-01"));
    }

    @Test
    @DisplayName(
            "shares an input stated on raw coal only over several kinds pro rata, with a warning, to the last gram")
    void inputOnATotalIsShared() {
        World world = worldOf(card("A")
                .states("consumption", "raw-coal", "300")
                .states("consumption", "anthracite", "100")
                .states("consumption", "bituminous-coal", "100")
                .states("consumption", "lignite", "100")
                .states("input.power", "raw-coal", "100"));
        // 100 / 3 to six decimals; the last kind takes what is left
        assertThat(entry(world, "anthracite", Flow.POWER).activity()).isEqualByComparingTo("33.333333");
        assertThat(entry(world, "bituminous-coal", Flow.POWER).activity()).isEqualByComparingTo("33.333333");
        assertThat(entry(world, "lignite", Flow.POWER).activity()).isEqualByComparingTo("33.333334");
        assertThat(entry(world, "lignite", Flow.FINAL).activity()).isEqualByComparingTo("66.666666");
        assertThat(world.findings()).contains("A-CARD-01 warning A!C5 [100, 原煤, 3]");
    }

    @Test
    @DisplayName("keeps an input where a kind states it itself")
    void inputOnAPartStays() {
        World world = worldOf(card("A")
                .states("consumption", "raw-coal", "300")
                .states("consumption", "anthracite", "100")
                .states("consumption", "lignite", "200")
                .states("input.power", "raw-coal", "50")
                .states("input.power", "lignite", "50"));
        assertThat(uses(world))
                .containsExactly(
                        "430102/30/anthracite/final 100 -> 264",
                        "430102/30/lignite/final 150 -> 165",
                        "430102/30/lignite/power 50 -> 55");
    }

    @Test
    @DisplayName("names the cell of raw material that stands on raw coal only")
    void rawMaterialOnATotalNamesItsCell() {
        Sheet card = card("A")
                .states("consumption", "raw-coal", "1000")
                .states("consumption", "anthracite", "1000")
                .states("raw-material", "raw-coal", "400");
        LedgerEntry entry = entry(worldOf(card), "anthracite", Flow.FINAL);
        assertThat(World.line(entry)).isEqualTo("430102/30/anthracite/final 600 -> 1584");
        assertThat(entry.sources())
                .containsExactlyInAnyOrder(
                        card.cell("consumption", "anthracite"), card.cell("raw-material", "raw-coal"));
    }

    @Test
    @DisplayName(
            "stores products that are not fuel, lets a fifth of the lubricants oxidise, and burns what goes into power")
    void products() {
        World world = worldOf(card("A")
                .states("consumption", "naphtha", "100")
                .states("input.power", "naphtha", "10")
                .states("consumption", "lubricants", "50"));
        // lubricants: 50 x 0.2 = 10 t burn, at 4.4
        assertThat(uses(world))
                .containsExactly("430102/30/lubricants/final 10 -> 44", "430102/30/naphtha/power 10 -> 44");
    }

    @Test
    @DisplayName("lets by-product gas bear nothing: its carbon came with the coke")
    void byProductGas() {
        World world = worldOf(card("A")
                .ofDivision("31")
                .states("consumption", "coke", "10")
                .states("consumption", "blast-furnace-gas", "1000")
                .states("input.power", "blast-furnace-gas", "400"));
        assertThat(uses(world))
                .containsExactly(
                        "430102/31/blast-furnace-gas/final 600 -> 0",
                        "430102/31/blast-furnace-gas/power 400 -> 0",
                        "430102/31/coke/final 10 -> 30.8");
        assertThat(entry(world, "blast-furnace-gas", Flow.POWER).factors())
                .extracting(LedgerEntry.FactorUse::role)
                .contains("in-coke");
    }

    @Test
    @DisplayName("lists waste heat, biomass and municipal waste as memos, outside the ledger")
    void memos() {
        World world = worldOf(card("A")
                .states("consumption", "waste-heat", "7")
                .states("consumption", "biomass", "8")
                .states("consumption", "municipal-waste", "9"));
        assertThat(uses(world)).isEmpty();
        assertThat(world.findings())
                .contains(
                        "A-MEMO-01 info 430102/30/waste-heat [A, 余热余压, 7, 百万千焦]",
                        "A-MEMO-01 info 430102/30/biomass [A, 生物燃料, 8, 吨标准煤]",
                        "A-MEMO-01 info 430102/30/municipal-waste [A, 城市生活垃圾, 9, 吨]");
    }

    @Test
    @DisplayName("lists raw material whose carbon the method does not store as a process memo, never silently as zero")
    void rawMaterialThatIsNotStored() {
        Sheet card = card("A").states("consumption", "natural-gas", "100").states("raw-material", "natural-gas", "60");
        assertThat(worldOf(card).findings()).noneMatch(f -> f.startsWith("A-MEMO"));
        World world = worldOf(card).byMethod(m -> Methods.withStoredFraction(m, StoredFraction.of("0.75")));
        assertThat(uses(world)).containsExactly("430102/30/natural-gas/final 40 -> 792");
        // a quarter of 60
        assertThat(world.findings()).contains("A-MEMO-02 info 430102/30/natural-gas [A, 天然气, 15, 万立方米]");
    }

    @Test
    @DisplayName("stores raw material by its carrier's share in its own division")
    void rawMaterialByCarrierAndDivision() {
        World world = worldOf(
                        card("ammonia")
                                .ofDivision("26")
                                .states("consumption", "natural-gas", "100")
                                .states("raw-material", "natural-gas", "60"),
                        card("refinery")
                                .ofDivision("25")
                                .states("consumption", "natural-gas", "100")
                                .states("raw-material", "natural-gas", "20")
                                .states("consumption", "coke", "5")
                                .states("raw-material", "coke", "5"))
                .byMethod(m -> Methods.withStoredFraction(m, GAS_STORED));
        // 60 x 0.4, 20 x 0.1; coke stays wholly
        assertThat(world.findings())
                .filteredOn(f -> f.startsWith("A-MEMO-02"))
                .containsExactly(
                        "A-MEMO-02 info 430102/26/natural-gas [ammonia, 天然气, 24, 万立方米]",
                        "A-MEMO-02 info 430102/25/natural-gas [refinery, 天然气, 2, 万立方米]");
        assertThat(uses(world))
                .containsExactly("430102/25/natural-gas/final 80 -> 1584", "430102/26/natural-gas/final 40 -> 792");
    }

    @Test
    @DisplayName("keeps a fuel without a factor with its tonnes, not estimated")
    void fuelWithoutAFactor() {
        World world = worldOf(card("A").states("consumption", "industrial-waste", "12"));
        assertThat(world.lines()).contains("430102/30/industrial-waste/final 12 -> NE");
        assertThat(world.findings()).contains("A-FACTOR-01 warning */*/industrial-waste [其他工业废料, 2024, round]");
    }

    @Test
    @DisplayName(
            "uses neither in an account that leaves purchased energy out, nor is a county that stated nothing NE in it")
    void purchasedEnergyLeftOut() {
        World world = World.of(World.FURONG, World.TIANXIN)
                .with(card("A").states("consumption", "electricity", "200").states("consumption", "diesel", "100"))
                .byMethod(Methods::withoutPurchasedEnergy);
        assertThat(world.lines()).contains("430102/30/diesel/final 100 -> 308").hasSize(15);
        assertThat(world.account().entries()).extracting(e -> e.flow().scope()).containsOnly(1);
    }

    @Test
    @DisplayName("uses electricity and heat in scope 2, at its own division")
    void purchasedEnergy() {
        World world =
                worldOf(card("A").states("consumption", "electricity", "200").states("consumption", "heat", "1000"));
        assertThat(uses(world))
                .containsExactly(
                        "430102/30/electricity/consumption 200 -> 1000", "430102/30/heat/consumption 1000 -> 110");
        assertThat(entry(world, "electricity", Flow.CONSUMPTION).flow().scope()).isEqualTo(2);
    }

    @Test
    @DisplayName("takes coal's heat value from a believed coefficient that is not the reference")
    void statedHeatValue() {
        Sheet card = card("A")
                .states("consumption", "raw-coal", "1000")
                .states("coefficient", "raw-coal", "0.8")
                .states("reference-coefficient", "raw-coal", "0.7143");
        World world = worldOf(card);
        // 0.8 x 29307.6 = 23446.08 kJ/kg; 23.44608 TJ x 30 tC/TJ x 44/12 = 2579.0688 t; by the set 2200
        assertThat(uses(world)).containsExactly("430102/30/raw-coal/final 1000 -> 2579.0688");
        LedgerEntry entry = entry(world, "raw-coal", Flow.FINAL);
        assertThat(entry.energyTj()).isEqualByComparingTo("23.44608");
        assertThat(entry.coalEquivalentT()).isEqualByComparingTo("800");
        assertThat(entry.factors())
                .anyMatch(f -> f.role().equals("stated-ncv") && f.value().compareTo(new BigDecimal("23446.08")) == 0);
        assertThat(world.check("coal-ncv.stated")).isEqualByComparingTo("2579.0688");
        assertThat(world.check("coal-ncv.set")).isEqualByComparingTo("2200");
    }

    @Test
    @DisplayName("names the cell of the coefficient that gave the heat value")
    void statedHeatValueNamesItsCell() {
        Sheet card = card("A")
                .states("consumption", "raw-coal", "1000")
                .states("coefficient", "raw-coal", "0.8")
                .states("reference-coefficient", "raw-coal", "0.7143");
        assertThat(entry(worldOf(card), "raw-coal", Flow.FINAL).sources())
                .contains(card.cell("consumption", "raw-coal"), card.cell("coefficient", "raw-coal"));
    }

    @Test
    @DisplayName("takes coal's heat value from the set where the coefficient is the reference")
    void referenceCoefficient() {
        World world = worldOf(card("A")
                .states("consumption", "raw-coal", "1000")
                .states("coefficient", "raw-coal", "0.7143")
                .states("reference-coefficient", "raw-coal", "0.71430"));
        assertThat(uses(world)).containsExactly("430102/30/raw-coal/final 1000 -> 2200");
        assertThat(world.check("coal-ncv.stated")).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("takes coal's heat value from the set where the coefficient is not believed, and says so once")
    void coefficientOutsideItsBand() {
        World world = worldOf(card("A")
                .states("consumption", "raw-coal", "1000")
                .states("input.power", "raw-coal", "600")
                .states("coefficient", "raw-coal", "1.2")
                .states("reference-coefficient", "raw-coal", "0.7143"));
        assertThat(uses(world))
                .containsExactly("430102/30/raw-coal/final 400 -> 880", "430102/30/raw-coal/power 600 -> 1320");
        assertThat(world.findings().stream().filter(f -> f.startsWith("A-CARD-03")))
                .containsExactly("A-CARD-03 warning A!C3 [A, 原煤, 1.2, 0.2, 1]");
    }

    @Test
    @DisplayName("takes coal's heat value from the set where the method says so")
    void heatValueBySet() {
        World world = worldOf(
                        card("A").states("consumption", "raw-coal", "1000").states("coefficient", "raw-coal", "0.8"))
                .byMethod(Methods::withCoalHeatOfTheSet);
        assertThat(uses(world)).containsExactly("430102/30/raw-coal/final 1000 -> 2200");
    }

    @Test
    @DisplayName("takes the stated coefficient of gas as its coal equivalent only, never as its heat value")
    void coefficientOfGas() {
        World world = worldOf(
                card("A").states("consumption", "natural-gas", "10").states("coefficient", "natural-gas", "12.15"));
        LedgerEntry gas = entry(world, "natural-gas", Flow.FINAL);
        assertThat(gas.co2T()).isEqualByComparingTo("198");
        assertThat(gas.energyTj()).isEqualByComparingTo("3.6");
        assertThat(gas.coalEquivalentT()).isEqualByComparingTo("121.5");
    }

    @Test
    @DisplayName("takes the set's coal equivalent where the card states none")
    void coalEquivalentOfTheSet() {
        World world = worldOf(card("A").states("consumption", "raw-coal", "1000"));
        assertThat(entry(world, "raw-coal", Flow.FINAL).coalEquivalentT()).isEqualByComparingTo("714.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY", "WIDER"})
    @DisplayName("is left to the city level, listed, where it reports for more than its district")
    void widerThanItsDistrict(String scope) {
        World world =
                worldOf(card("A").reportingFor(UnitEntry.Scope.valueOf(scope)).states("consumption", "diesel", "1000"));
        assertThat(uses(world)).isEmpty();
        assertThat(world.findings()).contains("A-CARD-04 warning A [A]");
    }

    @Test
    @DisplayName("takes the factor that was measured at it, and no other does")
    void measuredFactor() {
        World world = worldOf(
                        card("A").states("consumption", "diesel", "1000"),
                        card("B").states("consumption", "diesel", "1000"))
                .withMeasured("A", "diesel", FactorQuantity.OXIDATION, "0.5", "1");
        assertThat(uses(world))
                .containsExactlyInAnyOrder(
                        "430102/30/diesel/final 1000 -> 1540", "430102/30/diesel/final 1000 -> 3080");
    }

    @Test
    @DisplayName("waits, named, while no register places it")
    void withoutARegisterEntry() {
        World world = worldOf(card("A").states("consumption", "diesel", "1"))
                .withUnplaced(card("B").states("consumption", "diesel", "1000"));
        assertThat(uses(world)).containsExactly("430102/30/diesel/final 1 -> 3.08");
        assertThat(world.findings()).contains("A-COVERAGE-03 warning B [B, B, 2024]");
    }

    @Test
    @DisplayName("is not lost in silence where the register places it in the city itself and in no county")
    void placedInNoCounty() {
        World world = worldOf(
                card("A").states("consumption", "diesel", "1"),
                card("B").in(World.CHANGSHA).states("consumption", "diesel", "1000"));
        assertThat(world.findings()).anyMatch(f -> f.contains("[B") || f.contains(" B "));
    }

    @Test
    @DisplayName("with negative final use is a finding of severity error that does not stop the run")
    void negativeFinalUse() {
        World world = worldOf(
                card("A").states("consumption", "diesel", "10").states("input.power", "diesel", "30"),
                card("B").states("consumption", "diesel", "5"));
        assertThat(world.findings()).contains("A-CARD-02 error 430102/30/diesel [A, 柴油, -20]");
        assertThat(uses(world)).contains("430102/30/diesel/final 5 -> 15.4");
    }

    @Test
    @DisplayName("says not estimated where the card says that consumption exists without stating it")
    void statedAsNotEstimated() {
        World world = worldOf(
                card("A").states("consumption", "diesel", "NE"), card("B").states("consumption", "coke", "1"));
        assertThat(world.lines())
                .as("missing is not zero: NE on a card is an entry without a number")
                .contains("430102/30/diesel/final NE -> NE");
    }

    @Test
    @DisplayName("rounds an entry once, at 1e-12 t, to the even neighbour")
    void roundsOnce() {
        // 1 t x 0.02 TJ x 30 x 44 / 12 = 2.2; with 1/3 of a tonne: 0.733333333333
        World world = worldOf(card("A").states("consumption", "raw-coal", "0.333333333333333"));
        assertThat(entry(world, "raw-coal", Flow.FINAL).co2T()).isEqualTo(new BigDecimal("0.733333333333"));
        // with a ratio of 1/2, a tonne gives 0.3: 5e-12 t give 1.5e-12, whose even neighbour is 2e-12; 15e-12 t give
        // 4.5e-12, whose even neighbour is 4e-12
        assertThat(halvedCo2Of("0.000000000005")).isEqualByComparingTo("0.000000000002");
        assertThat(halvedCo2Of("0.000000000015")).isEqualByComparingTo("0.000000000004");
    }

    private static @Nullable BigDecimal halvedCo2Of(String tonnes) {
        World world = worldOf(card("A").states("consumption", "raw-coal", tonnes))
                .byMethod(m -> Methods.withRatio(m, "1", "2"));
        return entry(world, "raw-coal", Flow.FINAL).co2T();
    }

    @Test
    @DisplayName("names the factors it used with their role")
    void namesItsFactors() {
        World world = worldOf(card("A").states("consumption", "diesel", "1"));
        assertThat(entry(world, "diesel", Flow.FINAL).factors().stream().map(f -> Map.entry(f.role(), f.factor())))
                .containsExactly(
                        Map.entry("ncv", "ncv-diesel"),
                        Map.entry("carbon-content", "carbon-content-diesel"),
                        Map.entry("oxidation", "oxidation-diesel"));
    }
}
