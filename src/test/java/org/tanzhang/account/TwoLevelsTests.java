package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;
import static org.tanzhang.code.ElectricitySeries.EMISSIONS_TRADING;
import static org.tanzhang.code.ElectricitySeries.NATIONAL_AVERAGE;
import static org.tanzhang.code.ElectricitySeries.PROVINCIAL_AVERAGE;
import static org.tanzhang.code.ElectricitySeries.REGIONAL_AVERAGE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Flow;

/** METHOD 4: a city above its counties. Balances in 万吨; diesel gives 3.08 t a tonne, raw coal 2.2. */
@DisplayName("A city and its counties")
class TwoLevelsTests {

    private static final BigDecimal DIESEL = new BigDecimal("3.08");

    private static Sheet transport(String region, String carrier, String amount) {
        return balance(region).states("final.transport", carrier, amount);
    }

    private static LedgerEntry residual(World world) {
        return world.account().entries().stream()
                .filter(e -> e.basis() == Basis.RESIDUAL)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> roles(LedgerEntry entry) {
        return entry.factors().stream().map(LedgerEntry.FactorUse::role).toList();
    }

    @Test
    @DisplayName("close with a named residual")
    void close() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        transport(FURONG, "diesel", "3"),
                        transport(TIANXIN, "diesel", "4"),
                        transport(CHANGSHA, "diesel", "10"));
        assertThat(world.lines())
                .containsExactly(
                        "430100/transport/diesel/final residual 30000 -> 92400 (unexplained)",
                        "430100/transport/diesel/final top_down 100000 -> 308000",
                        "430102/transport/diesel/final 30000 -> 92400",
                        "430103/transport/diesel/final 40000 -> 123200");
        assertThat(world.findings())
                .containsExactly("A-RESIDUAL-01 info 430100/transport/diesel/final [柴油, 100000, 70000, 30000, 吨]");
    }

    @Test
    @DisplayName("have no residual where they agree")
    void agree() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        transport(FURONG, "diesel", "3"),
                        transport(TIANXIN, "diesel", "4"),
                        transport(CHANGSHA, "diesel", "7"));
        assertThat(world.lines(Basis.RESIDUAL)).isEmpty();
        assertThat(world.lines(Basis.TOP_DOWN))
                .containsExactly("430100/transport/diesel/final top_down 70000 -> 215600");
    }

    @Test
    @DisplayName("have a negative residual where the counties state more")
    void negativeResidual() {
        World world = World.ofFurong().with(transport(FURONG, "diesel", "12"), transport(CHANGSHA, "diesel", "10"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly("430100/transport/diesel/final residual -20000 -> -61600 (unexplained)");
        assertThat(world.lines(Basis.TOP_DOWN))
                .containsExactly("430100/transport/diesel/final top_down 100000 -> 308000");
    }

    @Test
    @DisplayName("close industry undivided, enterprises and rests together, at the balance's column")
    void closeIndustryUndivided() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        card("A")
                                .states("consumption", "raw-coal", "20000")
                                .states("consumption", "anthracite", "20000"),
                        card("B").in(TIANXIN).states("consumption", "raw-coal", "30000"),
                        balance(FURONG).states("final.industry", "raw-coal", "5"),
                        balance(TIANXIN).states("final.industry", "raw-coal", "3"),
                        balance(CHANGSHA)
                                .states("final.industry", "raw-coal", "9")
                                .states("final.non-energy", "raw-coal", "0.5"));
        // city: 9 - 0.5 = 8.5; counties: 2 + 3 + 3 = 8; residual 0.5 万吨
        // counties' CO2: 20000 x 2.64 + 30000 x 2.2 + 30000 x 2.2 = 184800, 2.31 a tonne: 5 % above 2.2
        assertThat(world.lines())
                .containsExactly(
                        "430100/industry/raw-coal/final residual 5000 -> 11550 (unexplained)",
                        "430100/industry/raw-coal/final top_down 85000 -> 196350",
                        "430102/30/anthracite/final 20000 -> 52800",
                        "430102/industry-rest/raw-coal/final 30000 -> 66000",
                        "430103/30/raw-coal/final 30000 -> 66000");
    }

    @Test
    @DisplayName("close alike whichever division the works' own power belongs to")
    void closeWithAutoproducersInEitherDivision() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        card("A")
                                .ofDivision("22")
                                .states("consumption", "raw-coal", "50000")
                                .states("input.power", "raw-coal", "30000")
                                .states("input.heat", "raw-coal", "10000"),
                        balance(FURONG)
                                .states("final.industry", "raw-coal", "2")
                                .states("transformation.power", "raw-coal", "-4")
                                .states("transformation.heat", "raw-coal", "-1"),
                        balance(CHANGSHA)
                                .states("final.industry", "raw-coal", "2")
                                .states("transformation.power", "raw-coal", "-5")
                                .states("transformation.heat", "raw-coal", "-1"));
        List<String> own = world.lines();
        List<String> in44 = world.byMethod(Methods::withAutoproducersIn44).lines();
        assertThat(own)
                .contains(
                        "430100/power-and-heat/raw-coal/power residual 10000 -> 22000 (unexplained)",
                        "430102/22/raw-coal/power 30000 -> 66000",
                        "430102/22/raw-coal/heat 10000 -> 22000",
                        "430102/industry-rest/raw-coal/power 10000 -> 22000");
        assertThat(in44)
                .containsExactlyInAnyOrderElementsOf(own.stream()
                        .map(l -> l.matches(".*/22/raw-coal/(power|heat) .*") ? l.replace("/22/", "/44/") : l)
                        .toList());
    }

    @Test
    @DisplayName("list each tonne of raw material that is not stored once: works, county, city")
    void rawMaterialThatIsNotStored() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        card("A")
                                .ofDivision("26")
                                .states("consumption", "natural-gas", "300")
                                .states("raw-material", "natural-gas", "100"),
                        card("B")
                                .in(TIANXIN)
                                .states("consumption", "natural-gas", "50")
                                .states("raw-material", "natural-gas", "50"),
                        balance(FURONG)
                                .states("final.industry", "natural-gas", "0.05")
                                .states("final.non-energy", "natural-gas", "0.03"),
                        balance(CHANGSHA)
                                .states("final.industry", "natural-gas", "0.1")
                                .states("final.non-energy", "natural-gas", "0.06"))
                .byMethod(m -> Methods.withStoredFraction(m, Methods.stored("natural-gas", "0.9", "26", "0.6")));
        // 100 x 0.4; (300 - 100) x 0.1; 50 x 0.1 (division 30); the city: (600 - 300 - 50) x 0.1
        assertThat(world.findings())
                .filteredOn(f -> f.startsWith("A-MEMO-02"))
                .containsExactlyInAnyOrder(
                        "A-MEMO-02 info 430102/26/natural-gas [A, 天然气, 40, 万立方米]",
                        "A-MEMO-02 info 430102/non-energy/natural-gas [芙蓉区, 天然气, 20, 万立方米]",
                        "A-MEMO-02 info 430103/30/natural-gas [B, 天然气, 5, 万立方米]",
                        "A-MEMO-02 info 430100/non-energy/natural-gas [长沙市, 天然气, 25, 万立方米]");
    }

    @Test
    @DisplayName("without counties: the whole row of raw material that is not stored is a memo")
    void rawMaterialOfACityAlone() {
        World world = World.ofFurong()
                .with(balance(CHANGSHA)
                        .states("final.industry", "natural-gas", "0.1")
                        .states("final.non-energy", "natural-gas", "0.06"))
                .byMethod(m -> Methods.withStoredFraction(m, Methods.stored("natural-gas", "0.9", "26", "0.6")));
        assertThat(world.findings())
                .containsExactly("A-MEMO-02 info 430100/non-energy/natural-gas [长沙市, 天然气, 60, 万立方米]");
    }

    // the city's own factor is 2.2 a tonne; the card's stated heat value makes its coal r x 2.2
    @ParameterizedTest(name = "coefficient {0}: the residual of 10000 t is priced at {1} t")
    @CsvSource({
        // 0.75 x 29307.6 = 21980.7 kJ/kg, 9.9 % above 20000: the mean 2.417877 holds
        "0.75, 24178.77",
        // 0.78479 x 29307.6 = 23000.31 kJ/kg, 15.002 % above: the group's own factor
        "0.78479, 22000",
        // 0.6 x 29307.6 = 17584.56 kJ/kg, 12.1 % below: the mean 1.9343016 holds; 0.58 lies 15.01 % below
        "0.6, 19343.016",
        "0.58, 22000"
    })
    @DisplayName("price a residual by the counties' mean where it lies near the group's own factor")
    void priceByTheCountiesMean(String coefficient, BigDecimal expected) {
        World world = World.ofFurong()
                .with(
                        card("A")
                                .states("consumption", "raw-coal", "50000")
                                .states("coefficient", "raw-coal", coefficient),
                        balance(FURONG).states("final.industry", "raw-coal", "5"),
                        balance(CHANGSHA).states("final.industry", "raw-coal", "6"));
        assertThat(residual(world).co2T()).isEqualByComparingTo(expected);
        assertThat(roles(residual(world)).contains("county-mean"))
                .isEqualTo(expected.compareTo(new BigDecimal("22000")) != 0);
    }

    @ParameterizedTest(name = "{0} of 10 万吨 covered: {1} t")
    @CsvSource({
        // half is enough: 5 x 2.417877; below half the own factor 2.2
        "5, 120893.85",
        "4.99, 110220"
    })
    @DisplayName("price a residual by the counties' mean only where they cover half of the city's cell")
    void priceByCoverage(BigDecimal covered, BigDecimal expected) {
        World world = World.ofFurong()
                .with(
                        card("A")
                                .states(
                                        "consumption",
                                        "raw-coal",
                                        covered.movePointRight(4).toPlainString())
                                .states("coefficient", "raw-coal", "0.75"),
                        balance(FURONG).states("final.industry", "raw-coal", covered.toPlainString()),
                        balance(CHANGSHA).states("final.industry", "raw-coal", "10"));
        assertThat(residual(world).co2T()).isEqualByComparingTo(expected);
    }

    @Test
    @DisplayName("price a residual by the group's own factor where a county's cell holds something not estimated")
    void priceBesideNotEstimated() {
        World world = World.ofFurong()
                .with(
                        card("A").states("consumption", "lignite", "30000"),
                        card("B").states("consumption", "anthracite", "20000"),
                        balance(FURONG).states("final.industry", "raw-coal", "5"),
                        balance(CHANGSHA).states("final.industry", "raw-coal", "6"))
                .without("lignite");
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly("430100/industry/raw-coal/final residual 10000 -> 22000 (unexplained)");
        assertThat(world.lines(Basis.TOP_DOWN))
                .as("a sum over something missing says that it is incomplete")
                .containsExactly("430100/industry/raw-coal/final top_down 60000 -> NE");
    }

    @Test
    @DisplayName("let a residual of by-product gas bear nothing")
    void residualOfByProductGas() {
        World world = World.ofFurong()
                .with(
                        balance(FURONG).states("final.industry", "blast-furnace-gas", "2"),
                        balance(CHANGSHA).states("final.industry", "blast-furnace-gas", "3"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly("430100/industry/blast-furnace-gas/final residual 10000 -> 0 (unexplained)");
    }

    // tolerance: max(2 % of the city's cell, (counties + 1) x half a printed unit)
    @ParameterizedTest(name = "city {0}, counties {1} 万吨: {2}")
    @CsvSource({
        "10, 9.8, rounding",
        "10, 9.79, unexplained",
        "10, 10.2, rounding",
        "0.2, 0.19, rounding",
        "0.2, 0.18, unexplained"
    })
    @DisplayName("call a residual rounding inside the tolerance")
    void reasonRounding(String city, String county, String reason) {
        World world = World.ofFurong().with(transport(FURONG, "diesel", county), transport(CHANGSHA, "diesel", city));
        assertThat(residual(world).reason()).isEqualTo(reason);
    }

    @Test
    @DisplayName("give a county that sent no balance as the reason outside industry")
    void reasonNotReported() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        transport(FURONG, "diesel", "3"),
                        card("B").in(TIANXIN).states("consumption", "diesel", "10000"),
                        transport(CHANGSHA, "diesel", "10").states("final.industry", "diesel", "2"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/industry/diesel/final residual 10000 -> 30800 (unexplained)",
                        "430100/transport/diesel/final residual 70000 -> 215600 (county-not-reported)");
    }

    @Test
    @DisplayName("take the counties' sum where the city's cell is blank, with a finding")
    void blankCityCell() {
        World world = World.ofFurong()
                .with(
                        transport(FURONG, "diesel", "3"),
                        transport(CHANGSHA, "diesel", "BLANK").states("final.rural", "diesel", "1"));
        assertThat(world.lines())
                .containsExactly(
                        "430100/rural/diesel/final residual 10000 -> 30800 (unexplained)",
                        "430100/rural/diesel/final top_down 10000 -> 30800",
                        "430102/transport/diesel/final 30000 -> 92400");
        assertThat(world.findings())
                .contains("A-CITY-01 warning 430100/transport/diesel/final [transport, diesel, 30000]");
    }

    @Test
    @DisplayName("take a stated zero of the city for a zero")
    void zeroCityCell() {
        World world = World.ofFurong().with(transport(FURONG, "diesel", "3"), transport(CHANGSHA, "diesel", "0"));
        assertThat(world.lines())
                .containsExactly(
                        "430100/transport/diesel/final residual -30000 -> -92400 (unexplained)",
                        "430100/transport/diesel/final top_down 0 -> 0",
                        "430102/transport/diesel/final 30000 -> 92400");
    }

    @ParameterizedTest
    @CsvSource({"NE", "C"})
    @DisplayName("do not take a city's cell that is not stated for a zero")
    void notStatedCityCell(String notation) {
        World world = World.ofFurong().with(transport(FURONG, "diesel", "3"), transport(CHANGSHA, "diesel", notation));
        assertThat(world.lines(Basis.RESIDUAL)).isEmpty();
        assertThat(world.lines(Basis.BOTTOM_UP)).containsExactly("430102/transport/diesel/final 30000 -> 92400");
    }

    @Test
    @DisplayName("are the counties' sum without a city balance, and say so")
    void noCityBalance() {
        World world = World.ofFurong().with(transport(FURONG, "diesel", "3"));
        assertThat(world.lines()).containsExactly("430102/transport/diesel/final 30000 -> 92400");
        assertThat(world.findings()).containsExactly("A-CITY-02 info 430100 [长沙市]");
    }

    @Test
    @DisplayName("are the city's own balance alone where no county reports")
    void ownBalanceOnly() {
        World world = World.of(FURONG, TIANXIN)
                .with(transport(CHANGSHA, "diesel", "10")
                        .states("final.industry", "raw-coal", "6")
                        .states("final.non-energy", "raw-coal", "1")
                        .states("transformation.power", "raw-coal", "-2")
                        .states("final.total", "electricity", "1"));
        assertThat(world.lines())
                .containsExactly(
                        "430100/industry/raw-coal/final top_down 50000 -> 110000",
                        "430100/power-and-heat/raw-coal/power top_down 20000 -> 44000",
                        "430100/transport/diesel/final top_down 100000 -> 308000",
                        "430100/total/electricity/net-import top_down 10000 -> 50000");
    }

    @Test
    @DisplayName("have nothing to account where nobody reports, which is an error")
    void nothingAtAll() {
        assertThat(World.ofFurong().lines()).isEmpty();
        assertThat(World.ofFurong().findings()).containsExactly("A-COVERAGE-02 error 430100 [长沙市, 2024]");
    }

    @Test
    @DisplayName("print the difference to the city's own factors as a check, never as an entry")
    void factorEffect() {
        World world = World.ofFurong()
                .with(
                        card("A").states("consumption", "raw-coal", "50000").states("coefficient", "raw-coal", "0.75"),
                        balance(FURONG).states("final.industry", "raw-coal", "5"),
                        balance(CHANGSHA).states("final.industry", "raw-coal", "6"));
        // city 60000 x 2.2 = 132000; its CO2 is 60000 x 2.417877 = 145072.62
        assertThat(world.check("factor-effect")).isEqualByComparingTo("-13072.62");
    }

    @Test
    @DisplayName(
            "net-import consumption with losses less generation of all kinds, apart from scope 1 and never closing")
    void netImport() {
        // city: 10 + 1 (losses) - 4 (thermal) - 1 (hydro) - 0.5 (recovered) = 5.5 亿千瓦时; counties do not add up to it
        World world = World.ofFurong()
                .with(
                        balance(FURONG)
                                .states("final.total", "electricity", "3")
                                .states("final.urban", "electricity", "3")
                                .states("transformation.power", "electricity", "4"),
                        balance(CHANGSHA)
                                .states("final.total", "electricity", "10")
                                .states("final.urban", "electricity", "10")
                                .states("losses.total", "electricity", "1")
                                .states("supply.production", "electricity", "1")
                                .states("transformation.power", "electricity", "4")
                                .states("transformation.recovery", "electricity", "0.5"));
        assertThat(world.lines().stream().filter(l -> l.contains("net-import")))
                .containsExactly(
                        "430100/total/electricity/net-import top_down 55000 -> 275000",
                        "430102/total/electricity/net-import -10000 -> -50000");
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/losses/electricity/consumption residual 10000 -> 50000 (unexplained)",
                        "430100/urban/electricity/consumption residual 70000 -> 350000 (unexplained)");
    }

    @Test
    @DisplayName("net-import heat at 0.11 t a GJ")
    void netImportOfHeat() {
        World world = World.ofFurong()
                .with(balance(CHANGSHA)
                        .states("final.total", "heat", "5")
                        .states("transformation.heat", "heat", "4.4"));
        // 0.6 百亿千焦 = 6000 百万千焦 (GJ)
        assertThat(world.lines()).containsExactly("430100/total/heat/net-import top_down 6000 -> 660");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2022, 44000", "2023, 46000", "2024, 46000", "2021, NE"})
    @DisplayName("price electricity by the year's average, else by the latest before it, else not at all")
    void electricitySeries(int year, String co2) {
        World world = World.ofFurong()
                .inYear(year)
                .with(balance(CHANGSHA).states("final.total", "electricity", "1"))
                .without("electricity")
                .withFactor(
                        "electricity",
                        org.tanzhang.factor.FactorQuantity.CO2_DIRECT,
                        "0.44",
                        "kgCO2/kWh",
                        "430000",
                        2022)
                .withFactor(
                        "electricity",
                        org.tanzhang.factor.FactorQuantity.CO2_DIRECT,
                        "0.46",
                        "kgCO2/kWh",
                        "430000",
                        2023);
        assertThat(world.lines()).containsExactly("430100/total/electricity/net-import top_down 10000 -> " + co2);
        assertThat(world.findings().stream().map(f -> f.substring(0, 11)).toList())
                .isEqualTo(year == 2024 ? List.of("A-FACTOR-02") : year == 2021 ? List.of("A-FACTOR-01") : List.of());
    }

    private static World importing1E4MWhIn(int year) {
        return World.ofFurong()
                .inYear(year)
                .with(balance(CHANGSHA).states("final.total", "electricity", "1"))
                .without("electricity")
                .withElectricity(PROVINCIAL_AVERAGE, "430000", 2022, "0.44")
                .withElectricity(REGIONAL_AVERAGE, "430000", 2012, "0.52")
                .withElectricity(REGIONAL_AVERAGE, "430000", 2023, "0.53")
                .withElectricity(REGIONAL_AVERAGE, "420000", 2024, "0.99")
                .withElectricity(NATIONAL_AVERAGE, "000000", 2024, "0.55")
                .withElectricity(EMISSIONS_TRADING, "000000", 2022, "0.57");
    }

    // 10000 万千瓦时
    @ParameterizedTest(name = "{0} in {1}: {2} t")
    @CsvSource({
        "PROVINCIAL_AVERAGE, 2022, 44000, ''",
        "PROVINCIAL_AVERAGE, 2024, 44000, 'A-FACTOR-02 warning */*/electricity [电力, 2024, provincial-average-430000-2022, 2022]'",
        "PROVINCIAL_AVERAGE, 2021, NE, 'A-FACTOR-01 warning */*/electricity [电力, 2021, round provincial-average]'",
        "REGIONAL_AVERAGE, 2023, 53000, ''",
        "REGIONAL_AVERAGE, 2022, 52000, 'A-FACTOR-02 warning */*/electricity [电力, 2022, regional-average-430000-2012, 2012]'",
        "REGIONAL_AVERAGE, 2024, 53000, 'A-FACTOR-02 warning */*/electricity [电力, 2024, regional-average-430000-2023, 2023]'",
        "NATIONAL_AVERAGE, 2024, 55000, ''",
        "NATIONAL_AVERAGE, 2023, NE, 'A-FACTOR-01 warning */*/electricity [电力, 2023, round national-average]'"
    })
    @DisplayName("price electricity by the series that the method chooses, never by another, however near its year")
    void oneSeries(ElectricitySeries series, int year, String co2, String finding) {
        World world = importing1E4MWhIn(year).byMethod(m -> Methods.withElectricity(m, series));
        assertThat(world.lines()).containsExactly("430100/total/electricity/net-import top_down 10000 -> " + co2);
        assertThat(world.findings()).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    @DisplayName("leave electricity not estimated where the method takes no earlier average")
    void electricityWithoutFallback() {
        World world = World.ofFurong()
                .inYear(2024)
                .byMethod(Methods::withoutEarlierElectricity)
                .with(balance(CHANGSHA).states("final.total", "electricity", "1"))
                .without("electricity")
                .withFactor(
                        "electricity",
                        org.tanzhang.factor.FactorQuantity.CO2_DIRECT,
                        "0.46",
                        "kgCO2/kWh",
                        "430000",
                        2023);
        assertThat(world.lines()).containsExactly("430100/total/electricity/net-import top_down 10000 -> NE");
    }

    @Test
    @DisplayName("give the same account whatever the order in which statements come")
    void orderDoesNotMatter() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        card("C").states("consumption", "diesel", "7"),
                        card("A").states("consumption", "diesel", "3"),
                        card("B").in(TIANXIN).states("consumption", "raw-coal", "30000"),
                        balance(FURONG).states("final.industry", "diesel", "5"),
                        balance(TIANXIN).states("final.industry", "raw-coal", "3"),
                        balance(CHANGSHA).states("final.industry", "raw-coal", "9"));
        AccountInput input = world.input();
        Account expected = world.account(input);
        List<AccountInput.PlacedCard> cards = new ArrayList<>(input.cards());
        for (int i = 0; i < cards.size(); i++) {
            Collections.rotate(cards, 1);
            assertThat(world.account(new AccountInput(
                            input.year(), input.parent(), input.children(), cards, input.unplaced(), input.balances())))
                    .isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("define the city's CO2 as the counties' and the residual's, cell by cell")
    void cityCo2IsDefined() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        transport(FURONG, "diesel", "3.33"),
                        transport(TIANXIN, "diesel", "4.44"),
                        transport(CHANGSHA, "diesel", "9.99"));
        LedgerEntry city = world.account().entries().stream()
                .filter(e -> e.basis() == Basis.TOP_DOWN && e.flow() == Flow.FINAL)
                .findFirst()
                .orElseThrow();
        assertThat(city.co2T()).isEqualByComparingTo(new BigDecimal("99900").multiply(DIESEL));
    }
}
