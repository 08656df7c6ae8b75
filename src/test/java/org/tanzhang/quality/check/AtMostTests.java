package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An item that is at most others")
class AtMostTests {

    private static AtMost atMost(boolean evenIfBlank, String item, String... terms) {
        return new AtMost(
                item, List.of(terms), new BigDecimal("0.005"), evenIfBlank, Carriers.ALL, List.of(), List.of());
    }

    private final Check check = atMost(false, "raw-material", "industrial");

    @ParameterizedTest(name = "{0} of 100: violated {1}")
    @CsvSource({"0, false", "100, false", "100.01, false", "100.02, true", "180, true"})
    @DisplayName("holds up to it and the rounding of both cells")
    void holdsUpToIt(String value, boolean violated) {
        List<String> found = cells().states("raw-material", "natural-gas", value)
                .states("industrial", "natural-gas", "100")
                .violating(check);
        assertThat(found.isEmpty()).isEqualTo(!violated);
    }

    @Test
    @DisplayName("finds final use negative even where no raw material is stated")
    void findsNegativeFinalUse() {
        Check finalUse = atMost(true, "raw-material", "consumption", "-input.power", "-input.heat");
        assertThat(cells().states("consumption", "lignite", "100")
                        .states("input.power", "lignite", "90")
                        .states("input.heat", "lignite", "30")
                        .violating(finalUse))
                .containsExactly("表!B1 [0, -20, 20]");
    }

    @Test
    @DisplayName("says nothing of a blank cell")
    void saysNothingOfABlank() {
        assertThat(cells().states("raw-material", "natural-gas", "BLANK")
                        .states("industrial", "natural-gas", "100")
                        .violating(check))
                .isEmpty();
    }

    @Test
    @DisplayName("is not asked of a carrier without what it is given for, nor of a form without the column")
    void isNotAsked() {
        AtMost source = new AtMost(
                "consumption",
                List.of("opening-stock", "purchase"),
                new BigDecimal("0.005"),
                false,
                Carriers.ALL,
                List.of("industrial"),
                List.of("purchase"));
        Cells coke = cells().states("consumption", "coke", "9").states("industrial", "coke", "9");
        assertThat(coke.violating(source)).isEmpty();
        assertThat(coke.states("purchase", "coke", "4")
                        .states("consumption", "diesel", "9")
                        .violating(source))
                .containsExactly("表!B1 [9, 4, 5]");
    }
}
