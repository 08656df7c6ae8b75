package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.World.CHANGSHA;
import static org.tanzhang.account.World.FURONG;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Name;

/** METHOD 4: each residual has a reason from the bureau's list. Diesel gives 3.08 t a tonne; balances are in 万吨. */
@DisplayName("A residual")
class ResidualReasonsTests {

    /** A city of one county: 10 万吨 of diesel in transport above 7. */
    private static World world(String county, String city, Reasons reasons) {
        return World.ofFurong()
                .with(
                        balance(FURONG).states("final.transport", "diesel", county),
                        balance(CHANGSHA).states("final.transport", "diesel", city))
                .knowing(reasons.known());
    }

    private static BigDecimal sum(World world, Function<LedgerEntry, BigDecimal> column) {
        return world.account().entries().stream()
                .filter(e -> e.basis() == Basis.RESIDUAL)
                .map(column)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @DisplayName("bears the reason that the bureau assigned, and nobody asks for one")
    void isExplained() {
        World world = world("7", "10", Reasons.of().explain("aviation-and-rail", null));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly("430100/transport/diesel/final residual 30000 -> 92400 (aviation-and-rail)");
        assertThat(world.findings()).isEmpty();
        assertThat(world.account().residuals()).singleElement().satisfies(note -> {
            assertThat(note.name()).isEqualTo(new Name("空铁", "aviation-and-rail"));
            // 2 % of 100,000 t
            assertThat(note.tolerance()).isEqualByComparingTo("2000");
            assertThat(note.note()).isEqualTo("aviation-and-rail!");
        });
    }

    @Test
    @DisplayName("may have several reasons with amounts; what is left is unexplained and said")
    void isSplit() {
        World world = world("7", "10", Reasons.of().explain("aviation-and-rail", "12000"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/transport/diesel/final residual 12000 -> 36960 (aviation-and-rail)",
                        "430100/transport/diesel/final residual 18000 -> 55440 (unexplained)");
        assertThat(world.findings())
                .containsExactly("A-RESIDUAL-01 info 430100/transport/diesel/final [柴油, 100000, 70000, 18000, 吨]");
    }

    @Test
    @DisplayName("leaves what no amount takes to the reason without one")
    void leavesTheRestToAReason() {
        World world = world(
                "7", "10", Reasons.of().explain("statistical-difference", null).explain("aviation-and-rail", "12000"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/transport/diesel/final residual 12000 -> 36960 (aviation-and-rail)",
                        "430100/transport/diesel/final residual 18000 -> 55440 (statistical-difference)");
        assertThat(world.findings()).isEmpty();
    }

    @Test
    @DisplayName("may be explained beyond what it is, and the rest then has the other sign")
    void isOverexplained() {
        World world = world("7", "10", Reasons.of().explain("aviation-and-rail", "31000"));
        assertThat(world.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/transport/diesel/final residual 31000 -> 95480 (aviation-and-rail)",
                        "430100/transport/diesel/final residual -1000 -> -3080 (rounding)");
    }

    @Test
    @DisplayName("has one amount and one CO2 to the last digit, however it is split")
    void keepsItsSum() {
        // three parts of a price that no third divides
        World whole = world("6.9997", "10.0004", Reasons.of());
        World split = world(
                "6.9997",
                "10.0004",
                Reasons.of().explain("aviation-and-rail", "10002.3333333").explain("statistical-difference", "0.1"));
        assertThat(split.lines(Basis.RESIDUAL)).hasSize(3);
        for (Function<LedgerEntry, BigDecimal> column : List.<Function<LedgerEntry, BigDecimal>>of(
                LedgerEntry::activity, LedgerEntry::co2T, LedgerEntry::energyTj)) {
            assertThat(sum(split, column)).isEqualByComparingTo(sum(whole, column));
        }
    }

    @Test
    @DisplayName("within the tolerance stays rounding, whatever is assigned")
    void staysRounding() {
        assertThat(world("9.9", "10", Reasons.of().explain("aviation-and-rail", null))
                        .lines(Basis.RESIDUAL))
                .containsExactly("430100/transport/diesel/final residual 1000 -> 3080 (rounding)");
    }

    @Test
    @DisplayName("may have a tolerance of its own, narrower or wider than the method's 2 %")
    void hasItsOwnTolerance() {
        assertThat(world("9.9", "10", Reasons.of().tolerating("0.005").explain("aviation-and-rail", null))
                        .lines(Basis.RESIDUAL))
                .containsExactly("430100/transport/diesel/final residual 1000 -> 3080 (aviation-and-rail)");
        assertThat(world("7", "10", Reasons.of().tolerating("0.3").explain("aviation-and-rail", null))
                        .lines(Basis.RESIDUAL))
                .containsExactly("430100/transport/diesel/final residual 30000 -> 92400 (rounding)");
    }

    @Test
    @DisplayName("that moved by more than five points of the city since the year before is found")
    void jumps() {
        assertThat(world("7", "10", Reasons.of().before("0.24").explain("aviation-and-rail", null))
                        .findings())
                .containsExactly("A-RESIDUAL-03 warning 430100/transport/diesel/final [柴油, 24, 30, 6, 5]");
        assertThat(world("7", "10", Reasons.of().before("0.25").explain("aviation-and-rail", null))
                        .findings())
                .isEmpty();
        assertThat(world("7", "10", Reasons.of().before("0.36").explain("aviation-and-rail", null))
                        .findings())
                .containsExactly("A-RESIDUAL-03 warning 430100/transport/diesel/final [柴油, 36, 30, -6, 5]");
    }

    @Test
    @DisplayName("may move as far as its own line allows, and within the tolerance as it likes")
    void mayMove() {
        assertThat(world(
                                "7",
                                "10",
                                Reasons.of()
                                        .allowingChange("0.1")
                                        .before("0.21")
                                        .explain("aviation-and-rail", null))
                        .findings())
                .isEmpty();
        assertThat(world("9.9", "10", Reasons.of().before("0.5")).findings()).isEmpty();
    }

    @Test
    @DisplayName("makes other inputs of an account when its assignment or the year before changed, and only then")
    void makesOtherInputs() {
        KnownResiduals known =
                Reasons.of().before("0.2").explain("aviation-and-rail", "12000").known();
        assertThat(known.lines())
                .containsExactly(
                        "residual-before|transport/diesel/final|0.2",
                        "residual|transport/diesel/final|aviation-and-rail|12000|||aviation-and-rail!|"
                                + known.reasons().get("aviation-and-rail"));
        assertThat(Reasons.of()
                        .before("0.2")
                        .explain("aviation-and-rail", "12000.0")
                        .known()
                        .lines())
                .isEqualTo(known.lines());
        assertThat(Reasons.of().explain("aviation-and-rail", null).known().lines())
                .isNotEqualTo(Reasons.of()
                        .explain("statistical-difference", null)
                        .known()
                        .lines());
    }
}
