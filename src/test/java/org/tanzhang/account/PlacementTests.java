package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.Sheet.export;
import static org.tanzhang.account.World.FURONG;
import static org.tanzhang.account.World.TIANXIN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;

@DisplayName("A unit")
class PlacementTests {

    private static Statement coalCard(String unit, String tonnes) {
        return card(unit).states("consumption", "raw-coal", tonnes).statement(2024);
    }

    private static List<String> rules(Placement placement) {
        return placement.findings().stream().map(Finding::rule).toList();
    }

    @Test
    @DisplayName("counts where the register says it works, whatever the digits of its credit code")
    void neverByTheCreditCode() {
        // 91430104 is a code given out in 岳麓区
        Placement placement = new Register()
                .line("名录.xlsx", "91430104MA4L3XYZ1A", TIANXIN, 1, 12)
                .placement();
        placement.place(coalCard("91430104MA4L3XYZ1A", "100"), List.of());
        assertThat(Register.places(placement)).containsExactly("430103 whole");
        assertThat(World.of(FURONG, TIANXIN, "430104").placed(placement).lines())
                .filteredOn(l -> l.contains("raw-coal"))
                .containsExactly("430103/30/raw-coal/final 100 -> 220");
    }

    @Test
    @DisplayName("that two districts' registers name counts once, and both cells are named")
    void inTwoRegisters() {
        Placement placement = new Register()
                .line("天心名录.xlsx", "A", TIANXIN, 1, 12)
                .line("芙蓉名录.xlsx", "A", FURONG, 1, 12)
                .placement();
        placement.place(coalCard("A", "100"), List.of());
        assertThat(Register.places(placement)).containsExactly("430102 whole");
        assertThat(placement.findings().stream().map(World::line))
                .containsExactly("A-DOUBLE-01 error A [A厂, 430102/30, 芙蓉名录.xlsx!名录!A6, 430103/30, 天心名录.xlsx!名录!A5]");
    }

    @Test
    @DisplayName("that two registers place alike is no double")
    void alikeInTwoRegisters() {
        Placement placement = new Register()
                .line("市名录.xlsx", "A", FURONG, 1, 12)
                .line("芙蓉名录.xlsx", "A", FURONG, 1, 12)
                .placement();
        placement.place(coalCard("A", "100"), List.of());
        assertThat(Register.places(placement)).containsExactly("430102 whole");
        assertThat(rules(placement)).isEmpty();
    }

    @Test
    @DisplayName("whose months overlap at two places counts every month once")
    void overlappingMonths() {
        Placement placement = new Register()
                .line("芙蓉名录.xlsx", "A", FURONG, 1, 8)
                .line("天心名录.xlsx", "A", TIANXIN, 6, 12)
                .placement();
        placement.place(coalCard("A", "1200"), List.of());
        assertThat(Register.places(placement)).containsExactly("430102 0-8/12", "430103 8-12/12");
        assertThat(rules(placement)).containsExactly("A-DOUBLE-01", "A-MOVE-01");
        assertThat(World.of(FURONG, TIANXIN).placed(placement).lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("raw-coal"))
                .containsExactly("430102/30/raw-coal/final 800 -> 1760", "430103/30/raw-coal/final 400 -> 880");
    }

    @Test
    @DisplayName("that moved is shared by months in force, to the last digit of its statement")
    void movedByMonths() {
        Placement placement = new Register()
                .line("名录.xlsx", "A", FURONG, 1, 5)
                .line("名录.xlsx", "A", TIANXIN, 6, 12)
                .placement();
        placement.place(coalCard("A", "100"), List.of());
        // 100 x 5/12 = 41.666667, the rest to the last place
        assertThat(World.of(FURONG, TIANXIN).placed(placement).lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("raw-coal"))
                .containsExactly(
                        "430102/30/raw-coal/final 41.666667 -> 91.6666674",
                        "430103/30/raw-coal/final 58.333333 -> 128.3333326");
        assertThat(placement.findings().stream().map(World::line))
                .containsExactly("A-MOVE-01 info A [A厂, 芙蓉区 1—5 月；天心区 6—12 月]");
    }

    @Test
    @DisplayName("that moved and sent its months up to then is divided by them")
    void movedByStatements() {
        Placement placement = new Register()
                .line("名录.xlsx", "A", FURONG, 1, 5)
                .line("名录.xlsx", "A", TIANXIN, 6, 12)
                .placement();
        Statement toMay = card("A")
                .toMonth(5)
                .states("consumption", "raw-coal", "70")
                .states("input.power", "raw-coal", "20")
                .statement(2024);
        Statement year = card("A")
                .states("consumption", "raw-coal", "100")
                .states("input.power", "raw-coal", "50")
                .statement(2024);
        placement.place(year, List.of(toMay));
        assertThat(Register.places(placement)).containsExactly("430102 whole", "430103 since 2024-01..05");
        assertThat(placement.parts()).containsExactly(toMay);
        assertThat(rules(placement)).containsExactly("A-MOVE-02");
        assertThat(World.of(FURONG, TIANXIN).placed(placement).lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("raw-coal"))
                .containsExactly(
                        "430102/30/raw-coal/final 50 -> 110",
                        "430102/30/raw-coal/power 20 -> 44",
                        "430103/30/raw-coal/power 30 -> 66");
    }

    @Test
    @DisplayName("that moved is not divided by months that it sent to another month than that of the move")
    void statementsToAnotherMonth() {
        Placement placement = new Register()
                .line("名录.xlsx", "A", FURONG, 1, 5)
                .line("名录.xlsx", "A", TIANXIN, 6, 12)
                .placement();
        placement.place(
                coalCard("A", "100"),
                List.of(card("A")
                        .toMonth(6)
                        .states("consumption", "raw-coal", "70")
                        .statement(2024)));
        assertThat(Register.places(placement)).containsExactly("430102 0-5/12", "430103 5-12/12");
        assertThat(placement.parts()).isEmpty();
    }

    @Test
    @DisplayName("that opened or closed within the year counts wholly where it was")
    void openedAndClosed() {
        Placement placement = new Register()
                .line("名录.xlsx", "OPENED", FURONG, 4, 12)
                .line("名录.xlsx", "CLOSED", FURONG, 1, 6)
                .placement();
        placement.place(coalCard("OPENED", "90"), List.of());
        placement.place(coalCard("CLOSED", "60"), List.of());
        assertThat(Register.places(placement)).containsExactly("430102 whole", "430102 whole");
        assertThat(rules(placement)).isEmpty();
    }

    @Test
    @DisplayName("that moved out of the city counts in it for its months there alone")
    void movedOut() {
        Placement placement = new Register()
                .line("名录.xlsx", "A", FURONG, 1, 3)
                .line("名录.xlsx", "A", "110000", 4, 12)
                .placement();
        placement.place(coalCard("A", "120"), List.of());
        assertThat(Register.places(placement)).containsExactly("430102 0-3/12");
    }

    @Test
    @DisplayName(
            "that reports for all the city stays at the city level, listed, and its district's row is not reduced by it")
    void reportsForTheCity() {
        Placement placement = new Register()
                .line("名录.xlsx", "GRID", FURONG, null, 1, 12, "4420", UnitEntry.Scope.CITY, Map.of())
                .placement();
        placement.place(coalCard("GRID", "4000"), List.of());
        World world = World.ofFurong()
                .placed(placement)
                .with(
                        balance(FURONG).states("final.industry", "raw-coal", "1"),
                        balance(World.CHANGSHA).states("final.industry", "raw-coal", "1.4"));
        assertThat(world.lines())
                .containsExactly(
                        "430100/industry/raw-coal/final residual 4000 -> 8800 (unexplained)",
                        "430100/industry/raw-coal/final top_down 14000 -> 30800",
                        "430102/industry-rest/raw-coal/final 10000 -> 22000");
        assertThat(world.findings()).contains("A-CARD-04 warning GRID [GRID厂]");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("counts once however often it moves, and alike whatever the order of registers")
    void countsOnce(long seed) {
        Random random = new Random(seed);
        List<String> counties = List.of(FURONG, TIANXIN, "430104", "430105");
        Register register = new Register();
        int month = 1;
        while (month <= 12) {
            int last = Math.min(12, month + random.nextInt(5));
            register.line("甲.xlsx", "A", counties.get(random.nextInt(4)), month, last);
            month = last + 1;
        }
        // a second register claims some months for another place
        register.line("乙.xlsx", "A", counties.get(random.nextInt(4)), 1 + random.nextInt(6), 7 + random.nextInt(6));
        String tonnes = random.nextInt(100_000) + "." + random.nextInt(1000) + "1";
        List<String> expected = null;
        for (int order = 0; order < 4; order++) {
            List<Placement.Line> lines = new ArrayList<>(register.lines());
            Collections.shuffle(lines, random);
            Placement placement = new Placement(register.placement().partition(), lines);
            placement.place(coalCard("A", tonnes), List.of());
            World world = World.of(counties.toArray(String[]::new)).placed(placement);
            BigDecimal sum = world.account().entries().stream()
                    .filter(e -> e.reporter().equals("A"))
                    .map(LedgerEntry::activity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(tonnes);
            List<String> account = new ArrayList<>(world.lines());
            account.addAll(world.findings());
            assertThat(account).isEqualTo(expected == null ? account : expected);
            expected = account;
        }
    }

    @Test
    @DisplayName("with a card and an export counts by its card; the export says where it differs")
    void cardAndExport() {
        Sheet card = card("A").states("consumption", "diesel", "100").states("consumption", "raw-coal", "50");
        PlatformExports exports = new PlatformExports(
                List.of(export("A", "consumption")
                        .states("consumption", "diesel", "1000")
                        .states("consumption", "raw-coal", "50")
                        .statement(2024)),
                Set.of("A"));
        World world = World.ofFurong().with(card).exported(exports, FURONG);
        assertThat(world.lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("/30/"))
                .containsExactly("430102/30/diesel/final 100 -> 308", "430102/30/raw-coal/final 50 -> 110");
        assertThat(world.findings())
                .filteredOn(f -> f.startsWith("A-EXPORT"))
                .containsExactly("A-EXPORT-01 warning A/consumption/diesel [A, 柴油, 100, 1000, 吨, A.xlsx, A.xlsx!A!C1]");
    }

    @Test
    @DisplayName("with an export of consumption alone burns all of it, which is said")
    void exportOfConsumption() {
        PlatformExports exports = new PlatformExports(
                List.of(export("A", "consumption")
                        .states("consumption", "raw-coal", "50")
                        .statement(2024)),
                Set.of());
        World world = World.ofFurong().exported(exports, FURONG);
        assertThat(world.lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("/30/"))
                .containsExactly("430102/30/raw-coal/final 50 -> 110");
        assertThat(world.findings()).contains("A-EXPORT-02 warning A [A, A.xlsx, consumption]");
    }

    @Test
    @DisplayName("with exports of several measures counts as by a card")
    void exportsOfSeveralMeasures() {
        PlatformExports exports = new PlatformExports(
                List.of(
                        export("A", "input.power")
                                .states("input.power", "raw-coal", "30")
                                .statement(2024),
                        export("A", "consumption")
                                .states("consumption", "raw-coal", "50")
                                .statement(2024)),
                Set.of());
        World world = World.ofFurong().exported(exports, FURONG);
        assertThat(world.lines(Basis.BOTTOM_UP))
                .filteredOn(l -> l.contains("/30/"))
                .containsExactly("430102/30/raw-coal/final 20 -> 44", "430102/30/raw-coal/power 30 -> 66");
        assertThat(world.findings()).contains("A-EXPORT-04 info A [A, A.xlsx, consumption, input.power]");
    }

    @Test
    @DisplayName("with an export of purchases alone does not count, which is said")
    void exportOfPurchases() {
        PlatformExports exports = new PlatformExports(
                List.of(export("A", "purchase")
                        .states("purchase", "raw-coal", "50")
                        .statement(2024)),
                Set.of());
        assertThat(exports.alone()).isEmpty();
        assertThat(exports.findings().stream().map(World::line))
                .containsExactly("A-EXPORT-03 warning A [A, A.xlsx, purchase]");
    }

    @Test
    @DisplayName("of 205-5 lies inside its district's rows: it is not added, and more than the rows is said")
    void inside() {
        World world = World.ofFurong()
                .with(balance(FURONG).states("final.transport", "diesel", "0.01"))
                .withWithin(card("BUS").states("consumption", "diesel", "400"));
        assertThat(world.lines(Basis.BOTTOM_UP)).containsExactly("430102/transport/diesel/final 100 -> 308");
        assertThat(world.findings()).contains("A-WITHIN-01 warning 430102/diesel [芙蓉区, 柴油, 400, 100, 吨, BUS.xlsx]");
    }
}
