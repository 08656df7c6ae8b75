package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.Sheet.indicators;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.account.Account.BalancedCell;
import org.tanzhang.method.Balancing;
import org.tanzhang.method.Balancing.Indicator;
import org.tanzhang.method.Balancing.Rule;
import org.tanzhang.method.Balancing.Source;

/** A balanced account beside the raw one. Diesel gives 3.08 t a tonne, raw coal 2.2; balances are in 万吨. */
@DisplayName("A balanced account")
class BalancedAccountTests {

    private static final String YUELU = "430104";

    private static Balancing by(Indicator indicator) {
        return new Balancing(Rule.INDICATOR, indicator, Map.of());
    }

    private static Balancing leastSquares(String card, String balance, String city) {
        Map<Source, BigDecimal> deviations = new EnumMap<>(Source.class);
        deviations.put(Source.CARD, new BigDecimal(card));
        deviations.put(Source.COUNTY_BALANCE, new BigDecimal(balance));
        deviations.put(Source.CITY_BALANCE, new BigDecimal(city));
        return new Balancing(Rule.LEAST_SQUARES, Indicator.OWN_ACTIVITY, deviations);
    }

    private static Balancing withCountyTotals(Balancing balancing, String deviation) {
        Map<Source, BigDecimal> deviations = new EnumMap<>(balancing.deviations());
        deviations.put(Source.COUNTY_TOTAL, new BigDecimal(deviation));
        return new Balancing(balancing.rule(), balancing.indicator(), deviations);
    }

    private static Sheet transport(String region, String amount) {
        return balance(region).states("final.transport", "diesel", amount);
    }

    private static List<String> lines(World world, Balancing balancing) {
        return world.byMethod(m -> Methods.withBalancing(m, balancing)).account().balanced().stream()
                .map(BalancedAccountTests::line)
                .toList();
    }

    private static String line(BalancedCell c) {
        String kept = c.atCity().signum() == 0 ? "" : " + " + plain(c.atCity());
        return c.region() + "/" + c.sectorGroup() + "/" + c.carrierGroup() + " " + plain(c.raw()) + " -> "
                + plain(c.balanced()) + kept + "; " + plain(c.balancedCo2()) + " t";
    }

    private static String plain(BigDecimal value) {
        return value == null ? "NE" : value.stripTrailingZeros().toPlainString();
    }

    private static World twoCounties() {
        return World.of(FURONG, TIANXIN)
                .with(transport(FURONG, "3"), transport(TIANXIN, "4.5"), transport(CHANGSHA, "10"));
    }

    @Test
    @DisplayName("is not made by default")
    void isNotMadeByDefault() {
        assertThat(twoCounties().account().balanced()).isEmpty();
    }

    @Test
    @DisplayName("leaves the raw account as it is")
    void leavesTheRawAccount() {
        List<String> raw = twoCounties().lines();
        assertThat(twoCounties()
                        .byMethod(m -> Methods.withBalancing(m, by(Indicator.EQUAL)))
                        .lines())
                .isEqualTo(raw);
    }

    @Test
    @DisplayName("spreads a residual in proportion to what the counties state")
    void spreadsByOwnActivity() {
        assertThat(lines(twoCounties(), by(Indicator.OWN_ACTIVITY)))
                .containsExactly(
                        "430102/transport/diesel 30000 -> 40000; 123200 t",
                        "430103/transport/diesel 45000 -> 60000; 184800 t",
                        "430100/transport/diesel 100000 -> 100000; 308000 t");
    }

    @Test
    @DisplayName("or as much to each, one that states nothing included")
    void spreadsEqually() {
        World world = World.of(FURONG, TIANXIN, YUELU)
                .with(
                        transport(FURONG, "3"),
                        transport(TIANXIN, "4"),
                        transport(YUELU, "0"),
                        transport(CHANGSHA, "10"));
        assertThat(lines(world, by(Indicator.EQUAL)))
                .containsExactly(
                        "430102/transport/diesel 30000 -> 40000; 123200 t",
                        "430103/transport/diesel 40000 -> 50000; 154000 t",
                        "430104/transport/diesel 0 -> 10000; 30800 t",
                        "430100/transport/diesel 100000 -> 100000; 308000 t");
    }

    /** 芙蓉区 has 60 and 天心区 40 of the 100 0000 people, and 300 and 900 of the 1200 10^8 CNY. */
    private static World ofPeopleAndMoney() {
        return twoCounties()
                .with(
                        indicators(FURONG).states("population", "", "60").states("gdp-current", "", "300"),
                        indicators(TIANXIN).states("population", "", "40").states("gdp-current", "", "900"));
    }

    @Test
    @DisplayName("or by the people that live in each: 25000 t as 60 to 40")
    void spreadsByPopulation() {
        assertThat(lines(ofPeopleAndMoney(), by(Indicator.POPULATION)))
                .containsExactly(
                        "430102/transport/diesel 30000 -> 45000; 138600 t",
                        "430103/transport/diesel 45000 -> 55000; 169400 t",
                        "430100/transport/diesel 100000 -> 100000; 308000 t");
    }

    @Test
    @DisplayName("or by their GDP at current prices: 25000 t as 1 to 3; the weights are persons and yuan")
    void spreadsByGdp() {
        assertThat(lines(ofPeopleAndMoney(), by(Indicator.GDP_CURRENT)))
                .containsExactly(
                        "430102/transport/diesel 30000 -> 36250; 111650 t",
                        "430103/transport/diesel 45000 -> 63750; 196350 t",
                        "430100/transport/diesel 100000 -> 100000; 308000 t");
        assertThat(weights(ofPeopleAndMoney(), by(Indicator.GDP_CURRENT)))
                .containsExactly(
                        "430102 gdp-current 30000000000", "430103 gdp-current 90000000000", "430100 gdp-current 0");
        assertThat(weights(ofPeopleAndMoney(), by(Indicator.POPULATION)))
                .containsExactly("430102 population 600000", "430103 population 400000", "430100 population 0");
    }

    private static List<String> weights(World world, Balancing balancing) {
        return world.byMethod(m -> Methods.withBalancing(m, balancing)).account().balanced().stream()
                .map(c -> c.region() + " " + c.weightOf() + " " + plain(c.weight()))
                .toList();
    }

    @Test
    @DisplayName(
            "spreads by own activity, and says so, where one county does not state the indicator: it is no county of nobody")
    void fallsBackOnOwnActivity() {
        World world = twoCounties().with(indicators(FURONG).states("population", "", "60"));
        assertThat(weights(world, by(Indicator.POPULATION)))
                .containsExactly("430102 own-activity 30000", "430103 own-activity 45000", "430100 own-activity 0");
        assertThat(lines(world, by(Indicator.POPULATION))).isEqualTo(lines(world, by(Indicator.OWN_ACTIVITY)));
        assertThat(world.byMethod(m -> Methods.withBalancing(m, by(Indicator.POPULATION)))
                        .findings())
                .contains("A-BALANCE-02 warning 430103/population [天心区, 2024, population]")
                .noneMatch(f -> f.contains("430102/population"));
    }

    @Test
    @DisplayName("gives a county whose indicator is stated as zero nothing, and a blank one is not stated")
    void zeroIsNotMissing() {
        World zero = twoCounties()
                .with(
                        indicators(FURONG).states("population", "", "0"),
                        indicators(TIANXIN).states("population", "", "40"));
        assertThat(lines(zero, by(Indicator.POPULATION)))
                .contains(
                        "430102/transport/diesel 30000 -> 30000; 92400 t",
                        "430103/transport/diesel 45000 -> 70000; 215600 t");
        World blank = twoCounties()
                .with(
                        indicators(FURONG).states("population", "", "BLANK"),
                        indicators(TIANXIN).states("population", "", "40"));
        assertThat(weights(blank, by(Indicator.POPULATION))).contains("430102 own-activity 30000");
    }

    @Test
    @DisplayName("lets no county fall below zero: the others bear what it cannot")
    void staysAboveZero() {
        World world = World.of(FURONG, TIANXIN)
                .with(transport(FURONG, "0.5"), transport(TIANXIN, "9"), transport(CHANGSHA, "6"));
        // -35000 in equal shares would leave -12500 and 72500
        assertThat(lines(world, by(Indicator.EQUAL)))
                .containsExactly(
                        "430102/transport/diesel 5000 -> 0; 0 t",
                        "430103/transport/diesel 90000 -> 60000; 184800 t",
                        "430100/transport/diesel 60000 -> 60000; 184800 t");
    }

    @Test
    @DisplayName("holds to the last digit where a third does not end")
    void holdsToTheLastDigit() {
        World world = World.of(FURONG, TIANXIN, YUELU)
                .with(transport(FURONG, "1"), transport(TIANXIN, "1"), transport(YUELU, "1"), transport(CHANGSHA, "4"));
        assertThat(lines(world, by(Indicator.OWN_ACTIVITY)))
                .containsExactly(
                        "430102/transport/diesel 10000 -> 13333.333334; 41066.66666872 t",
                        "430103/transport/diesel 10000 -> 13333.333333; 41066.66666564 t",
                        "430104/transport/diesel 10000 -> 13333.333333; 41066.66666564 t",
                        "430100/transport/diesel 40000 -> 40000; 123200 t");
    }

    @Test
    @DisplayName("moves by least squares what is known less well: cards little, balances more")
    void movesByReliability() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        card("A").states("consumption", "raw-coal", "50000"),
                        balance(FURONG).states("final.industry", "raw-coal", "5"),
                        balance(TIANXIN).states("final.industry", "raw-coal", "5"),
                        balance(CHANGSHA).states("final.industry", "raw-coal", "11.7"));
        // variances (0.1 x 50000)^2 and (0.4 x 50000)^2 are 1 : 16, and the gap is 17000
        assertThat(lines(world, leastSquares("0.1", "0.4", "0")))
                .containsExactly(
                        "430102/industry/raw-coal 50000 -> 51000; 112200 t",
                        "430103/industry/raw-coal 50000 -> 66000; 145200 t",
                        "430100/industry/raw-coal 117000 -> 117000; 257400 t");
    }

    @Test
    @DisplayName("moves the city too, where its balance is no more certain than the counties'")
    void movesTheCity() {
        World world = World.of(FURONG, TIANXIN)
                .with(transport(FURONG, "4"), transport(TIANXIN, "4"), transport(CHANGSHA, "9.32"));
        // variances 4000^2, 4000^2, 4660^2 at 5 %: 16 + 16 + 21.7156 of a gap of 13200
        List<BalancedCell> cells = world.byMethod(m -> Methods.withBalancing(m, leastSquares("0", "0.1", "0.05")))
                .account()
                .balanced();
        BigDecimal first = cells.get(0).balanced();
        assertThat(first).isEqualByComparingTo(cells.get(1).balanced());
        // 40000 + 13200 x 16 / 53.7156
        assertThat(first.setScale(3, RoundingMode.HALF_EVEN)).isEqualByComparingTo("43931.819");
        assertThat(cells.get(2).balanced()).isEqualByComparingTo(first.multiply(BigDecimal.valueOf(2)));
        assertThat(cells.get(2).raw()).isEqualByComparingTo("93200");
    }

    @Test
    @DisplayName("leaves at the city what belongs to no county")
    void leavesAviationAtTheCity() {
        Reasons reasons = Reasons.of().explain("aviation-and-rail", "15000").explain("statistical-difference", null);
        assertThat(lines(twoCounties().knowing(reasons.known()), by(Indicator.OWN_ACTIVITY)))
                .containsExactly(
                        "430102/transport/diesel 30000 -> 34000; 104720 t",
                        "430103/transport/diesel 45000 -> 51000; 157080 t",
                        "430100/transport/diesel 85000 -> 85000 + 15000; 261800 t");
    }

    @Test
    @DisplayName("says where a residual cannot be spread, and leaves it at the city")
    void saysWhatCannotBeSpread() {
        World world = World.of(FURONG, TIANXIN)
                .with(transport(FURONG, "0"), transport(TIANXIN, "0"), transport(CHANGSHA, "10"))
                .byMethod(m -> Methods.withBalancing(m, by(Indicator.OWN_ACTIVITY)));
        assertThat(world.account().balanced())
                .extracting(BalancedAccountTests::line)
                .containsExactly("430100/transport/diesel 0 -> 0 + 100000; 0 t");
        assertThat(world.findings())
                .contains("A-BALANCE-01 info 430100/transport/diesel/final [transport, diesel, 100000, 吨]");
    }

    @Test
    @DisplayName("gives nobody what a county that did not report may have used")
    void leavesWhatIsMissing() {
        World world = World.of(FURONG, TIANXIN).with(transport(FURONG, "3"), transport(CHANGSHA, "10"));
        assertThat(lines(world, by(Indicator.OWN_ACTIVITY)))
                .containsExactly(
                        "430102/transport/diesel 30000 -> 30000; 92400 t",
                        "430100/transport/diesel 30000 -> 30000 + 70000; 92400 t");
    }

    @Test
    @DisplayName("keeps a cell that the city leaves blank")
    void keepsBlankCells() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        transport(FURONG, "3").states("final.trade", "diesel", "1"),
                        transport(TIANXIN, "4.5"),
                        transport(CHANGSHA, "10"));
        assertThat(lines(world, by(Indicator.OWN_ACTIVITY)))
                .hasSize(4)
                .contains("430102/trade/diesel 10000 -> 10000; 30800 t");
    }

    @Test
    @DisplayName("ties a county's sectors by its total, where that is an estimate of its own")
    void tiesTheSectorsOfACounty() {
        World world = World.of(FURONG, TIANXIN)
                .with(
                        transport(FURONG, "4").states("final.trade", "diesel", "4"),
                        transport(TIANXIN, "4").states("final.trade", "diesel", "0"),
                        transport(CHANGSHA, "9").states("final.trade", "diesel", "4"));
        Balancing loose = leastSquares("0", "0.1", "0");
        assertThat(lines(world, loose)).contains("430102/transport/diesel 40000 -> 45000; 138600 t");
        // 芙蓉区 has two sectors and a total of 80000 +- 800, 天心区 one: 芙蓉区 takes less.
        // x = 40000 + a, y = 40000 + b, a + b = 10000; minimise a^2/16e6 + b^2/16e6 + a^2/0.64e6: a : b = 1/26 : 1
        List<String> tied = lines(world, withCountyTotals(loose, "0.01"));
        assertThat(tied)
                .contains(
                        "430102/transport/diesel 40000 -> 40370.37037; 124340.7407396 t",
                        "430103/transport/diesel 40000 -> 49629.62963; 152859.2592604 t",
                        "430102/trade/diesel 40000 -> 40000; 123200 t");
    }
}
