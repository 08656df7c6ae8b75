package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.quality.check.Equivalents.Worth;
import org.tanzhang.quantity.Unit;

@DisplayName("A cell that could not be read")
class UnreadTests {

    private static final BigDecimal HALF = new BigDecimal("0.005");

    private static final ItemSum SUM = new ItemSum(
            "consumption", List.of("industrial", "non-industrial"), HALF, true, Carriers.ALL, List.of("recovery"));

    @Test
    @DisplayName("is no nought on either side of a sum, and other carriers are compared")
    void isNoNought() {
        assertThat(cells().garbles("consumption", "diesel")
                        .states("industrial", "diesel", "28.5")
                        .states("consumption", "coke", "30")
                        .states("industrial", "coke", "29")
                        .violating(SUM))
                .containsExactly("表!B2 [30, 29, 1]");
        assertThat(cells().states("consumption", "diesel", "30")
                        .states("industrial", "diesel", "28.5")
                        .garbles("non-industrial", "diesel")
                        .violating(SUM))
                .isEmpty();
        assertThat(cells().states("consumption", "diesel", "30")
                        .garbles("recovery", "diesel")
                        .violating(SUM))
                .isEmpty();
    }

    @Test
    @DisplayName("bounds nothing")
    void boundsNothing() {
        AtMost transport =
                new AtMost("transport", List.of("consumption"), HALF, false, Carriers.ALL, List.of(), List.of());
        assertThat(cells().states("transport", "diesel", "3")
                        .garbles("consumption", "diesel")
                        .violating(transport))
                .isEmpty();
        assertThat(cells().states("transport", "diesel", "3").violating(transport))
                .containsExactly("表!B1 [3, 0, 3]");
    }

    @Test
    @DisplayName("is neither a part that is left out nor a total that is")
    void isNotLeftOut() {
        List<String> kinds = List.of("anthracite", "lignite");
        List<String> items = List.of("purchase");
        assertThat(cells().states("purchase", "raw-coal", "9")
                        .states("industrial", "lignite", "1")
                        .garbles("purchase", "lignite")
                        .violating(new TotalWithoutParts("raw-coal", kinds, items)))
                .isEmpty();
        assertThat(cells().states("industrial", "raw-coal", "9")
                        .states("purchase", "lignite", "1")
                        .garbles("purchase", "raw-coal")
                        .violating(new PartsWithoutTotal("raw-coal", kinds, items)))
                .isEmpty();
        assertThat(cells().states("purchase", "raw-coal", "9")
                        .states("purchase", "lignite", "1")
                        .garbles("purchase", "anthracite")
                        .violating(new CarrierSum("raw-coal", kinds, items, HALF, true)))
                .isEmpty();
    }

    @Test
    @DisplayName("is not missed")
    void isNotMissed() {
        assertThat(cells().statesPlain("purchase-value", "diesel", "20")
                        .garbles("purchase", "diesel")
                        .states("purchase", "coke", "1")
                        .violating(new StatedWith("purchase", List.of("purchase-value"), Carriers.ALL)))
                .isEmpty();
        Requires electricity = new Requires(List.of("industrial"), Carriers.ALL, List.of("consumption@electricity"));
        assertThat(cells().states("industrial", "diesel", "5")
                        .states("purchase", "electricity", "5")
                        .garbles("consumption", "electricity")
                        .violating(electricity))
                .isEmpty();
        assertThat(cells().states("output", "coke", "5")
                        .garbles("input.coking", "washed-coal")
                        .violating(new MadeFrom("output", Map.of("coke", List.of("input.coking")))))
                .isEmpty();
    }

    private static final Equivalents TCE = new Equivalents(
            Map.of(
                    "coke", new Worth(BigDecimal.ONE, Unit.parse("t")),
                    "diesel", new Worth(BigDecimal.ONE, Unit.parse("t"))),
            List.of(),
            Map.of());

    @Test
    @DisplayName("leaves the total of all energy open")
    void leavesTheTotalOpen() {
        EnergyTotal total = new EnergyTotal("energy-total", List.of("consumption"), new BigDecimal("0.01"), TCE);
        assertThat(cells().states("consumption", "energy-total", "100")
                        .states("consumption", "coke", "60")
                        .garbles("consumption", "diesel")
                        .violating(total))
                .isEmpty();
        assertThat(cells().states("consumption", "energy-total", "100")
                        .states("consumption", "coke", "60")
                        .garbles("purchase", "diesel")
                        .violating(total))
                .containsExactly("表!B1 [100, 60, 40]");
    }

    @Test
    @DisplayName("of an output may raise a share, of an input may lower it")
    void movesAShareOneWay() {
        Yield yield = new Yield(
                "input", "output", List.of("coke", "diesel"), new BigDecimal("0.5"), new BigDecimal("0.9"), TCE);
        assertThat(cells().states("input", "diesel", "100")
                        .states("output", "coke", "10")
                        .garbles("output", "diesel")
                        .violating(yield))
                .isEmpty();
        assertThat(cells().states("input", "diesel", "100")
                        .states("output", "coke", "10")
                        .garbles("input", "coke")
                        .violating(yield))
                .containsExactly("表!B2 [10, 100, 10, 50, 90]");
        assertThat(cells().states("input", "diesel", "100")
                        .states("output", "coke", "95")
                        .garbles("input", "coke")
                        .violating(yield))
                .isEmpty();
        assertThat(cells().states("input", "diesel", "100")
                        .states("output", "coke", "95")
                        .garbles("output", "diesel")
                        .violating(yield))
                .containsExactly("表!B2 [95, 100, 95, 50, 90]");
    }

    @Test
    @DisplayName("that is not weighed leaves a share as it is, a coefficient leaves it open")
    void weighs() {
        Equivalents own = new Equivalents(TCE.perUnit(), List.of("coefficient"), Map.of());
        Yield yield = new Yield("input", "output", List.of("coke"), new BigDecimal("0.5"), new BigDecimal("0.9"), own);
        Cells low = cells().states("input", "diesel", "100").states("output", "coke", "10");
        assertThat(low.garbles("output", "electricity").violating(yield)).containsExactly("表!B2 [10, 100, 10, 50, 90]");
        assertThat(low.garbles("coefficient", "diesel").violating(yield)).isEmpty();
        EnergyTotal total = new EnergyTotal("energy-total", List.of("input"), new BigDecimal("0.01"), own);
        assertThat(low.states("input", "energy-total", "50").violating(total)).isEmpty();
    }

    @Test
    @DisplayName("leaves open whether more was put out than used, unless something else that was used is below it")
    void leavesNetEnergyOpen() {
        NetEnergy net = new NetEnergy(List.of("industrial"), List.of("output"), TCE);
        assertThat(cells().states("output", "coke", "30")
                        .garbles("industrial", "diesel")
                        .violating(net))
                .isEmpty();
        assertThat(cells().states("output", "coke", "30000")
                        .states("industrial", "coke", "40")
                        .garbles("industrial", "diesel")
                        .violating(net))
                .containsExactly("表!B1 [-29960, 40, 30000]");
    }
}
