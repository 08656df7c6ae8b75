package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A carrier over its parts")
class CarrierSumTests {

    private static CarrierSum carrierSum(boolean evenIfBlank) {
        return new CarrierSum(
                "raw-coal",
                List.of("anthracite", "coking-coal", "bituminous-coal", "lignite"),
                List.of("consumption", "industrial"),
                new BigDecimal("0.005"),
                evenIfBlank);
    }

    @Test
    @DisplayName("holds where the parts sum to it, item by item")
    void holds() {
        assertThat(cells().states("consumption", "raw-coal", "300")
                        .states("consumption", "anthracite", "100")
                        .states("consumption", "lignite", "200")
                        .states("industrial", "raw-coal", "300")
                        .states("industrial", "anthracite", "100")
                        .states("industrial", "lignite", "200")
                        .violating(carrierSum(true)))
                .isEmpty();
    }

    @Test
    @DisplayName("leaves a total alone whose parts are not stated")
    void leavesATotalAlone() {
        assertThat(cells().states("consumption", "raw-coal", "300").violating(carrierSum(true)))
                .isEmpty();
    }

    @Test
    @DisplayName("finds parts that are only half stated")
    void findsPartialParts() {
        assertThat(cells().states("consumption", "raw-coal", "300")
                        .states("consumption", "anthracite", "100")
                        .violating(carrierSum(true)))
                .containsExactly("表!B1 [300, 100, 200]");
    }

    @Test
    @DisplayName("finds parts whose total was left blank")
    void findsPartsWithoutTheirTotal() {
        assertThat(cells().states("consumption", "anthracite", "100").violating(carrierSum(true)))
                .containsExactly("表!B1 [0, 100, -100]");
        assertThat(cells().states("consumption", "anthracite", "100").violating(carrierSum(false)))
                .isEmpty();
    }

    @Test
    @DisplayName("looks only at the items it is made on")
    void looksAtItsItems() {
        assertThat(cells().states("purchase", "raw-coal", "300")
                        .states("purchase", "anthracite", "100")
                        .violating(carrierSum(true)))
                .isEmpty();
    }
}
