package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cell that goes with another")
class PresenceTests {

    private static final StatedWith VALUE_OF_PURCHASE =
            new StatedWith("purchase-value", List.of("purchase"), new Carriers(List.of("-energy-total")));

    @Test
    @DisplayName("is missed at the cell that asks for it, blank or zero")
    void isMissed() {
        assertThat(cells().states("purchase", "diesel", "100")
                        .statesPlain("purchase-value", "diesel", "BLANK")
                        .states("purchase", "gasoline", "7")
                        .statesPlain("purchase-value", "gasoline", "0")
                        .states("purchase", "coke", "9")
                        .statesPlain("purchase-value", "coke", "20")
                        .violating(VALUE_OF_PURCHASE))
                .containsExactly("表!B1 [100]", "表!B3 [7]");
    }

    @Test
    @DisplayName("is not asked for in a statement that does not have its column, nor of carriers left out")
    void isNotAskedFor() {
        assertThat(cells().states("purchase", "diesel", "100").violating(VALUE_OF_PURCHASE)).isEmpty();
        assertThat(cells().states("purchase", "energy-total", "100")
                        .statesPlain("purchase-value", "coke", "20")
                        .states("purchase", "coke", "1")
                        .violating(VALUE_OF_PURCHASE))
                .isEmpty();
    }

    private static final Requires ELECTRICITY = new Requires(
            List.of("industrial", "output"),
            new Carriers(List.of("-electricity", "-energy-total")),
            List.of("consumption@electricity"));

    @Test
    @DisplayName("of another carrier is asked for once, at the first cell")
    void isAskedForOnce() {
        assertThat(cells().states("consumption", "electricity", "0")
                        .states("industrial", "diesel", "5")
                        .states("industrial", "coke", "6")
                        .violating(ELECTRICITY))
                .containsExactly("表!B2 [5]");
        assertThat(cells().states("consumption", "electricity", "3")
                        .states("industrial", "diesel", "5")
                        .violating(ELECTRICITY))
                .isEmpty();
    }

    @Test
    @DisplayName("of a carrier for which the form has no row is not asked for")
    void isNotAskedForWithoutARow() {
        assertThat(cells().states("industrial", "diesel", "5").violating(ELECTRICITY)).isEmpty();
    }

    @Test
    @DisplayName("may be of any carrier: producer gas that was not bought needs some input to gas-making")
    void mayBeOfAnyCarrier() {
        Requires gas = new Requires(
                List.of("consumption"),
                new Carriers(List.of("other-gas")),
                List.of("purchase@other-gas", "input.gas-making"));
        assertThat(cells().states("consumption", "other-gas", "800")
                        .states("purchase", "diesel", "5")
                        .violating(gas))
                .containsExactly("表!B1 [800]");
        assertThat(cells().states("consumption", "other-gas", "800")
                        .states("input.gas-making", "anthracite", "2000")
                        .violating(gas))
                .isEmpty();
    }

    @Test
    @DisplayName("is the input of what is put out, carrier by carrier")
    void isTheInputOfAnOutput() {
        MadeFrom made = new MadeFrom(
                "output",
                Map.of("coke", List.of("input.coking"), "heat", List.of("input.heat", "input.power")));
        assertThat(cells().states("output", "coke", "50000")
                        .in("GJ")
                        .states("output", "heat", "900")
                        .in("t")
                        .states("input.power", "raw-coal", "70")
                        .states("input.coking", "cleaned-coal", "0")
                        .violating(made))
                .containsExactly("表!B1 [50000]");
    }

    private static final List<String> KINDS = List.of("anthracite", "lignite");
    private static final TotalWithoutParts NO_KINDS =
            new TotalWithoutParts("raw-coal", KINDS, List.of("consumption", "industrial"));
    private static final PartsWithoutTotal NO_TOTAL =
            new PartsWithoutTotal("raw-coal", KINDS, List.of("consumption", "industrial"));

    @Test
    @DisplayName("is a part of a total, item by item, where the form has rows of parts")
    void isAPartOfATotal() {
        assertThat(cells().states("consumption", "raw-coal", "300")
                        .states("consumption", "anthracite", "0")
                        .states("industrial", "raw-coal", "300")
                        .states("industrial", "lignite", "300")
                        .violating(NO_KINDS))
                .containsExactly("表!B1 [300]");
        assertThat(cells().states("consumption", "raw-coal", "300").violating(NO_KINDS)).isEmpty();
    }

    @Test
    @DisplayName("is the total of parts, where the total is stated elsewhere")
    void isTheTotalOfParts() {
        assertThat(cells().states("consumption", "raw-coal", "300")
                        .states("consumption", "anthracite", "300")
                        .states("industrial", "lignite", "200")
                        .states("industrial", "anthracite", "100")
                        .violating(NO_TOTAL))
                .containsExactly("表!B4 [100]");
        assertThat(cells().states("industrial", "lignite", "200").violating(NO_TOTAL)).isEmpty();
    }
}
