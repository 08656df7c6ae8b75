package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.reference.ReferenceMaterial;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.observation.Statement;

/**
 * METHOD 6, reference approach. The city, in 万吨; raw coal is worth 2.2 t CO2 a tonne, coke 3.08, naphtha 4.4.
 *
 * <pre>
 *                        raw coal   coke
 * production                 10
 * inflow                    100        1
 * outflow                    -5
 * stock change               -3
 * supply, as printed        103        1              the rows of raw coal sum to 102
 * power                     -50
 * heat                       -5
 * coking                    -20       14
 * losses                      1
 * industry                   20       15
 *   of which raw material     2
 * urban                       4
 * apparent                  100        1              10 + 95 - 3 - 2
 * burnt                      77       15              18 + 4 + 50 + 5
 * gap                        23      -14
 *   transformation           20      -14
 *   losses                    1
 *   difference                3                      103 - 75 - 1 - 24
 *   supply rows              -1
 * </pre>
 */
@DisplayName("The reference approach")
class ReferenceApproachTests {

    private static Sheet city() {
        return balance(CHANGSHA)
                .states("supply.production", "raw-coal", "10")
                .states("supply.inflow", "raw-coal", "100")
                .states("supply.outflow", "raw-coal", "-5")
                .states("supply.stock-change", "raw-coal", "-3")
                .states("supply.total", "raw-coal", "103")
                .states("transformation.power", "raw-coal", "-50")
                .states("transformation.heat", "raw-coal", "-5")
                .states("transformation.coking", "raw-coal", "-20")
                .states("losses.total", "raw-coal", "1")
                .states("final.industry", "raw-coal", "20")
                .states("final.non-energy", "raw-coal", "2")
                .states("final.urban", "raw-coal", "4")
                .states("supply.inflow", "coke", "1")
                .states("supply.total", "coke", "1")
                .states("transformation.coking", "coke", "14")
                .states("final.industry", "coke", "15");
    }

    private static Map<String, String> lines(World world, String region, String subject) {
        String start = region + " " + subject + " ";
        return world.figures("reference").stream()
                .filter(f -> f.startsWith(start))
                .map(f -> f.substring(start.length()).split(" ", 2))
                .collect(Collectors.toMap(f -> f[0], f -> f[1]));
    }

    private static List<String> findings(World world) {
        return world.beside().findings().stream()
                .map(World::line)
                .filter(f -> f.startsWith("A-REFERENCE"))
                .toList();
    }

    @Test
    @DisplayName("of raw coal: supply, the gap and its parts")
    void rawCoal() {
        assertThat(lines(World.of().with(city()), CHANGSHA, "raw-coal"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("production", "220000 tCO2"),
                        Map.entry("net-inflow", "2090000 tCO2"),
                        Map.entry("stock-change", "-66000 tCO2"),
                        Map.entry("non-energy", "-44000 tCO2"),
                        Map.entry("apparent", "2200000 tCO2"),
                        Map.entry("sectoral", "1694000 tCO2"),
                        Map.entry("gap", "506000 tCO2"),
                        Map.entry("gap.transformation", "440000 tCO2"),
                        Map.entry("gap.losses", "22000 tCO2"),
                        Map.entry("gap.difference", "66000 tCO2"),
                        Map.entry("gap.supply-rows", "-22000 tCO2"),
                        Map.entry("gap.products", "0 tCO2"),
                        Map.entry("gap.activity", "0 tCO2"),
                        Map.entry("gap.factor", "0 tCO2")));
    }

    @Test
    @DisplayName("of coal: coke made here carries out what coking took in, less what was lost")
    void coalTogether() {
        // 440000 - 14 x 30800 = 8800; gap 506000 - 431200 = 74800 of 2230800, 3.4 %: within 5 %
        World world = World.of().with(city());
        assertThat(lines(world, CHANGSHA, "coal"))
                .containsEntry("apparent", "2230800 tCO2")
                .containsEntry("sectoral", "2156000 tCO2")
                .containsEntry("gap", "74800 tCO2")
                .containsEntry("gap.transformation", "8800 tCO2");
        assertThat(findings(world)).isEmpty();
    }

    @Test
    @DisplayName("a gap above 5 % is a finding that names its largest part")
    void largeGap() {
        // naphtha burns nowhere here: 2.5 x 44000 of apparent consumption is stored beyond the row of raw material
        World world = World.of()
                .with(city().states("supply.inflow", "naphtha", "3")
                        .states("supply.total", "naphtha", "3")
                        .states("final.industry", "naphtha", "3")
                        .states("final.non-energy", "naphtha", "0.5"));
        assertThat(lines(world, CHANGSHA, "oil"))
                .containsEntry("apparent", "110000 tCO2")
                .containsEntry("gap", "110000 tCO2")
                .containsEntry("gap.products", "110000 tCO2");
        assertThat(findings(world))
                .containsExactly(
                        "A-REFERENCE-02 warning 430100/oil [长沙市, 油品合计, 110000, 0, 110000, 产品固碳, 110000]",
                        "A-REFERENCE-02 warning 430100/total [长沙市, 合计, 2340800, 2156000, 184800, 产品固碳, 110000]");
    }

    @Test
    @DisplayName("opening and closing stocks are one stock change, the (-) of a caption printed or not")
    void stocksOfTheOtherDialect() {
        for (String closing : List.of("-12", "12")) {
            World world = World.of()
                    .with(balance(CHANGSHA)
                            .states("supply.opening-stock", "raw-coal", "10")
                            .states("supply.inflow", "raw-coal", "8")
                            .states("supply.closing-stock", "raw-coal", closing)
                            .states("final.industry", "raw-coal", "6"));
            assertThat(lines(world, CHANGSHA, "coal"))
                    .containsEntry("stock-change", "-44000 tCO2")
                    .containsEntry("apparent", "132000 tCO2")
                    .containsEntry("gap", "0 tCO2");
        }
    }

    @Test
    @DisplayName("a blank supply block is no check, and that is said")
    void blankSupply() {
        World world = World.of()
                .with(balance(CHANGSHA)
                        .states("supply.inflow", "raw-coal", "BLANK")
                        .states("final.industry", "raw-coal", "6"));
        assertThat(world.figures("reference")).isEmpty();
        assertThat(findings(world)).containsExactly("A-REFERENCE-01 info 430100 [长沙市]");
    }

    @Test
    @DisplayName("a fuel whose cell is not stated is in neither sum, which then says so")
    void missingCell() {
        World world = World.of()
                .with(city().states("supply.inflow", "natural-gas", "1")
                        .states("final.industry", "natural-gas", "1")
                        .states("losses.total", "coke", "NE"));
        assertThat(lines(world, CHANGSHA, "coal")).containsEntry("apparent", "2200000 tCO2 *");
        assertThat(lines(world, CHANGSHA, "total")).containsEntry("apparent", "2398000 tCO2 *");
        assertThat(findings(world)).contains("A-REFERENCE-03 info 430100 [长沙市, 焦炭]");
    }

    @Test
    @DisplayName("a county's gap by the heat values that its enterprises state is a gap of factors")
    void statedHeat() {
        // 0.6 x 29307.6 kJ/kg x 30 tC/TJ x 44/12 = 1.9343016 t/t, against 2.2
        World world = World.ofFurong()
                .with(
                        card("A")
                                .states("consumption", "raw-coal", "100000")
                                .states("industrial", "raw-coal", "100000")
                                .states("coefficient", "raw-coal", "0.6"),
                        balance(FURONG)
                                .states("supply.inflow", "raw-coal", "10")
                                .states("final.industry", "raw-coal", "10"));
        assertThat(lines(world, FURONG, "coal"))
                .containsEntry("sectoral", "193430.16 tCO2")
                .containsEntry("gap", "26569.84 tCO2")
                .containsEntry("gap.factor", "26569.84 tCO2")
                .containsEntry("gap.activity", "0 tCO2");
    }

    @Test
    @DisplayName("what enterprises burn beyond their county's row is a gap of activity")
    void beyondTheRow() {
        World world = World.ofFurong()
                .with(
                        card("A").states("consumption", "raw-coal", "120000"),
                        balance(FURONG)
                                .states("supply.inflow", "raw-coal", "10")
                                .states("final.industry", "raw-coal", "10"));
        assertThat(lines(world, FURONG, "coal"))
                .containsEntry("gap", "-44000 tCO2")
                .containsEntry("gap.activity", "-44000 tCO2");
    }

    @Test
    @DisplayName("is the same wherever the carbon of by-product gas is counted: what the gas bears, the coke does not")
    void carbonInGas() {
        World world = World.of()
                .with(balance(CHANGSHA)
                        .states("supply.inflow", "coke", "15")
                        .states("final.industry", "coke", "15")
                        .states("transformation.recovery", "blast-furnace-gas", "0.3")
                        .states("final.industry", "blast-furnace-gas", "0.3"));
        assertThat(lines(world, CHANGSHA, "coke")).containsEntry("sectoral", "462000 tCO2");
        assertThat(lines(world, CHANGSHA, "coal"))
                .containsEntry("apparent", "462000 tCO2")
                .containsEntry("gap", "0 tCO2");

        // 3000 of gas hold 8400 tC, as do 10000 t of coke: 30800 t CO2
        world.byMethod(Methods::withCarbonInGas);
        assertThat(lines(world, CHANGSHA, "coke"))
                .containsEntry("apparent", "462000 tCO2")
                .containsEntry("sectoral", "431200 tCO2")
                .containsEntry("gap.factor", "30800 tCO2");
        assertThat(lines(world, CHANGSHA, "blast-furnace-gas"))
                .containsEntry("sectoral", "30800 tCO2")
                .containsEntry("gap.transformation", "-30800 tCO2");
        assertThat(lines(world, CHANGSHA, "coal"))
                .containsEntry("apparent", "462000 tCO2")
                .containsEntry("sectoral", "462000 tCO2")
                .containsEntry("gap", "0 tCO2");
        assertThat(findings(world)).isEmpty();
    }

    @Test
    @DisplayName("the parts sum to the gap exactly in the published balance of Hunan 2007")
    void hunan2007() {
        Map<String, Map<String, BigDecimal>> bySubject = hunan().figures().stream()
                .filter(f -> f.table().equals("reference"))
                .collect(Collectors.groupingBy(Figure::subject, Collectors.toMap(Figure::item, f -> f.value())));
        assertThat(bySubject).containsKeys("coal", "oil", "gas", "total", "raw-coal");
        bySubject.forEach((subject, lines) -> {
            BigDecimal parts = lines.entrySet().stream()
                    .filter(e -> e.getKey().startsWith("gap."))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(parts).as(subject).isEqualByComparingTo(lines.get("gap"));
            assertThat(lines.get("gap.factor").abs()).as(subject).isLessThan(new BigDecimal("1e-9"));
        });
    }

    @Test
    @DisplayName("of Hunan 2007 lies within 3 %, and is of raw coal what its cells say")
    void hunan2007ByHand() {
        // D12 7279.33 + D14 3620 - D17 1300 - D20 272.99 - D34 281.58 = 9044.76 万吨, x 19002.988488 t CO2
        // burnt (D31 5746.63 - 281.58) + D22 2683.81 + D23 228.24 = 8377.1; gap 667.66
        // washing 717.43 + coking 29.86 + gas-making 21.55 + briquettes 180 = 948.84; losses 21
        // rows 9326.34 against the printed supply 9628.52: -302.18
        assertThat(of("raw-coal"))
                .containsEntry("apparent", "171877470.16")
                .containsEntry("sectoral", "159189934.86")
                .containsEntry("gap", "12687535.29")
                .containsEntry("gap.transformation", "18030795.60")
                .containsEntry("gap.losses", "399062.76")
                .containsEntry("gap.supply-rows", "-5742323.06")
                .containsEntry("gap.difference", "0.00");
        // coal 0.85 %, oil 1.99 %, natural gas 2.59 % (its losses, 0.15 of 5.79 亿立方米), together 1.00 %
        assertThat(share("coal")).isEqualTo("0.0085");
        assertThat(share("oil")).isEqualTo("0.0199");
        assertThat(share("gas")).isEqualTo("0.0259");
        assertThat(share("total")).isEqualTo("0.0100");
        assertThat(hunan().findings())
                .filteredOn(f -> f.rule().startsWith("A-REFERENCE"))
                .extracting(World::line)
                .containsExactly("A-REFERENCE-03 info 430000 [湖南省, 其他煤气（22栏，未拆分）]");
    }

    private static Map<String, String> of(String subject) {
        return hunan().figures().stream()
                .filter(f -> f.table().equals("reference") && f.subject().equals(subject))
                .collect(Collectors.toMap(
                        Figure::item,
                        f -> f.value().setScale(2, RoundingMode.HALF_EVEN).toPlainString()));
    }

    private static String share(String subject) {
        Map<String, String> lines = of(subject);
        return new BigDecimal(lines.get("gap"))
                .divide(new BigDecimal(lines.get("apparent")), 4, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static Figures.Beside hunan() {
        Statement balance = new Stored()
                .read(ReferenceMaterial.at("balances/hunan-balance-2007.xls"))
                .statements("energy-balance")
                .get(0);
        AccountInput input = new AccountInput(
                2007, Shipped.region("430000"), List.of(), List.of(), List.of(), Map.of("430000", balance));
        return new Accounting(Shipped.codes(), Shipped.units(), Shipped.factors(), Shipped.method())
                .account(input)
                .beside();
    }
}
