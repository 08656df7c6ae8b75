package org.tanzhang.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.method.StoredFraction.OfCarrier;

@DisplayName("The stored share of raw material")
class StoredFractionTests {

    private final StoredFraction shares = new StoredFraction(
            new BigDecimal("0.95"),
            Map.of(
                    "natural-gas", new OfCarrier(new BigDecimal("0.9"), Map.of("26", new BigDecimal("0.6"))),
                    "raw-coal", new OfCarrier(new BigDecimal("0.5"), Map.of()),
                    "lignite", new OfCarrier(new BigDecimal("0.4"), Map.of())));

    @ParameterizedTest(name = "of {0} in division {1}: {2}")
    @CsvSource({
        "natural-gas, 26, 0.6",
        "natural-gas, 25, 0.9",
        "raw-coal, 26, 0.5",
        "anthracite, 26, 0.5",
        "lignite, 26, 0.4",
        "coke, 26, 0.95"
    })
    @DisplayName("is the carrier's in the division, else the carrier's, else its column's, else the general one")
    void mostSpecific(String carrier, String division, BigDecimal share) {
        assertThat(shares.in(Shipped.carrier(carrier), division)).isEqualByComparingTo(share);
    }

    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource({"natural-gas, 0.9", "coke, 0.95"})
    @DisplayName("is the carrier's where nobody says which division used it")
    void unknownDivision(String carrier, BigDecimal share) {
        assertThat(shares.in(Shipped.carrier(carrier))).isEqualByComparingTo(share);
    }
}
