package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An item that is a sum")
class ItemSumTests {

    private static ItemSum sum(boolean evenIfBlank, String total, String... terms) {
        return new ItemSum(
                total,
                List.of(terms),
                new BigDecimal("0.005"),
                evenIfBlank,
                new Carriers(List.of("-energy-total")),
                List.of());
    }

    private final Check check = sum(true, "consumption", "industrial", "non-industrial");

    @Test
    @DisplayName("holds where the sum is met")
    void holds() {
        assertThat(cells().states("consumption", "diesel", "30")
                        .states("industrial", "diesel", "28.5")
                        .states("non-industrial", "diesel", "1.5")
                        .violating(check))
                .isEmpty();
    }

    @Test
    @DisplayName("names the total's cell, what stands there, the sum and the difference")
    void namesTheCell() {
        assertThat(cells().states("industrial", "diesel", "28.5")
                        .states("consumption", "diesel", "130")
                        .states("non-industrial", "diesel", "1.5")
                        .violating(check))
                .containsExactly("表!B2 [130, 30, 100]");
    }

    // (two terms + 1) x 0.005 = 0.015
    @ParameterizedTest(name = "30 against 30 and {0} off: violated {1}")
    @CsvSource({"0.01, false", "0.015, false", "0.016, true", "-0.015, false", "-0.016, true"})
    @DisplayName("tolerates half a printed unit for each of its cells, in both directions")
    void toleratesRounding(BigDecimal off, boolean violated) {
        List<String> found = cells().states(
                        "consumption", "diesel", new BigDecimal("30").add(off).toPlainString())
                .states("industrial", "diesel", "28.5")
                .states("non-industrial", "diesel", "1.5")
                .violating(check);
        assertThat(found.isEmpty()).isEqualTo(!violated);
    }

    @Test
    @DisplayName("takes a blank part as none")
    void takesABlankPartAsNone() {
        assertThat(cells().states("consumption", "diesel", "30")
                        .states("industrial", "diesel", "30")
                        .states("non-industrial", "diesel", "BLANK")
                        .violating(check))
                .isEmpty();
    }

    @Test
    @DisplayName("is violated by parts without their total where the form asks for it")
    void missesABlankTotal() {
        Cells partOnly = cells().states("industrial", "diesel", "30");
        assertThat(partOnly.violating(check)).containsExactly("表!B1 [0, 30, -30]");
        assertThat(partOnly.violating(sum(false, "consumption", "industrial", "non-industrial")))
                .isEmpty();
    }

    @Test
    @DisplayName("is made for every carrier but those it leaves out")
    void isMadeForEveryCarrier() {
        assertThat(cells().states("consumption", "energy-total", "9")
                        .states("consumption", "diesel", "9")
                        .states("industrial", "diesel", "1")
                        .states("consumption", "coke", "9")
                        .violating(check))
                .containsExactly("表!B4 [9, 0, 9]", "表!B2 [9, 1, 8]");
    }

    @Test
    @DisplayName("can be made for named carriers only")
    void isMadeForNamedCarriers() {
        Check dieselOnly = new ItemSum(
                "consumption",
                List.of("industrial"),
                BigDecimal.ZERO,
                false,
                new Carriers(List.of("diesel")),
                List.of());
        assertThat(cells().states("consumption", "diesel", "9")
                        .states("consumption", "coke", "9")
                        .violating(dieselOnly))
                .containsExactly("表!B1 [9, 0, 9]");
    }

    @Test
    @DisplayName("takes off what is taken off and adds only what goes in")
    void takesOffAndGoesIn() {
        // 五 = 一 + 二 - 三 - 四; 六 = 四 + 三 + inputs, an output is no input
        Cells balance = cells().states("supply", "raw-coal", "100")
                .states("power", "raw-coal", "-40")
                .states("washing", "raw-coal", "5")
                .states("losses", "raw-coal", "1")
                .states("final", "raw-coal", "60")
                .states("difference", "raw-coal", "4")
                .states("total", "raw-coal", "101");
        assertThat(balance.violating(sum(false, "difference", "supply", "power", "washing", "-losses", "-final")))
                .isEmpty();
        assertThat(balance.violating(sum(false, "total", "final", "losses", "in(power)", "in(washing)")))
                .isEmpty();
    }

    @Test
    @DisplayName("compares quantities, not digits: 1 万吨 is 4000 吨 and 6000 吨")
    void comparesQuantities() {
        assertThat(cells().in("10^4 t")
                        .states("consumption", "raw-coal", "1")
                        .in("t")
                        .states("industrial", "raw-coal", "4000")
                        .states("non-industrial", "raw-coal", "6000")
                        .violating(check))
                .isEmpty();
    }

    @Test
    @DisplayName("leaves out carriers of which the unit makes some itself")
    void leavesOutProducers() {
        ItemSum stock = new ItemSum(
                "closing-stock",
                List.of("opening-stock", "purchase", "-consumption"),
                new BigDecimal("0.005"),
                false,
                Carriers.ALL,
                List.of("output", "recovery"));
        assertThat(cells().states("closing-stock", "coke", "30")
                        .states("output", "coke", "1000")
                        .states("closing-stock", "diesel", "30")
                        .states("output", "diesel", "0")
                        .violating(stock))
                .containsExactly("表!B3 [30, 0, 30]");
    }

    @Test
    @DisplayName("stands at all its cells: the total's first, then each term's that states a number")
    void standsAtAllItsCells() {
        assertThat(cells().states("consumption", "diesel", "30")
                        .states("industrial", "diesel", "20")
                        .states("non-industrial", "diesel", "1.5")
                        .relatedBy(check))
                .containsExactly("industrial@diesel", "non-industrial@diesel");
    }

    // three terms and their total, each rounded to a whole 万吨: (3 + 1) x 0.5 = 2
    @ParameterizedTest(name = "{0} for 10 + 20 + 30: violated {1}")
    @CsvSource({"61, false", "62, false", "63, true", "58, false", "57, true"})
    @DisplayName("tolerates half of the last place that the table shows, where its figures are whole")
    void toleratesThePlaceShown(String total, boolean violated) {
        Cells balance = whole(total);
        assertThat(balance.violating(threeTerms()).isEmpty()).isEqualTo(!violated);
    }

    @Test
    @DisplayName("takes 61 for 61.00 where another figure of the unit shows two decimals")
    void takesTheFinestPlace() {
        assertThat(whole("61").states("losses", "coke", "0.25").violating(threeTerms()))
                .containsExactly("表!B1 [61, 60, 1]");
        // (3 + 1) x 0.05 = 0.2
        assertThat(whole("61").states("losses", "coke", "0.5").violating(threeTerms()))
                .containsExactly("表!B1 [61, 60, 1]");
    }

    @Test
    @DisplayName("does not ask the figures of another unit: electricity in two decimals leaves coal whole")
    void asksItsOwnUnit() {
        assertThat(whole("61")
                        .in("10^8 kWh")
                        .states("losses", "electricity", "0.25")
                        .violating(threeTerms()))
                .isEmpty();
    }

    @Test
    @DisplayName("never asks for more decimals than the form prints: a float residue of 14 leaves two")
    void isNoFinerThanTheForm() {
        assertThat(whole("60.01").states("losses", "coke", "96.20999999999984").violating(threeTerms()))
                .isEmpty();
    }

    @Test
    @DisplayName("is exact where one term alone is stated, or the total is blank: nothing was rounded apart")
    void oneTermIsExact() {
        assertThat(cells().states("consumption", "diesel", "31")
                        .states("industrial", "diesel", "30")
                        .violating(check))
                .containsExactly("表!B1 [31, 30, 1]");
        assertThat(cells().states("industrial", "diesel", "1")
                        .states("non-industrial", "diesel", "0")
                        .violating(check))
                .containsExactly("表!B1 [0, 1, -1]");
    }

    @Test
    @DisplayName("takes 61 for 61.00 where few figures are stated, for a few are whole by themselves")
    void fewFiguresShowNothing() {
        assertThat(fewWhole("61").violating(threeTerms())).containsExactly("表!B1 [61, 60, 1]");
        Cells nineteen = fewWhole("61");
        for (int n = 1; n <= 15; n++) {
            nineteen.states("production", "carrier-" + n, String.valueOf(100 + n));
        }
        // noughts say nothing
        nineteen.states("production", "carrier-16", "0");
        assertThat(nineteen.violating(threeTerms())).containsExactly("表!B1 [61, 60, 1]");
        assertThat(nineteen.states("production", "carrier-17", "1").violating(threeTerms()))
                .isEmpty();
    }

    private static Cells fewWhole(String total) {
        return cells().in("10^4 t")
                .states("final", "raw-coal", total)
                .states("agriculture", "raw-coal", "10")
                .states("industry", "raw-coal", "20")
                .states("trade", "raw-coal", "30");
    }

    /** With other figures enough to show that the table is printed in whole units. */
    private static Cells whole(String total) {
        Cells cells = fewWhole(total);
        for (int n = 1; n <= 16; n++) {
            cells.states("production", "carrier-" + n, String.valueOf(100 + n));
        }
        return cells;
    }

    private static ItemSum threeTerms() {
        return sum(false, "final", "agriculture", "industry", "trade");
    }
}
