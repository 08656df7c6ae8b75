package org.tanzhang.factor;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The ten combined coefficients printed with the heat values of GB/T 2589-2008 and the carbon contents and oxidation rates
 * of the provincial guideline of 2011: heat value x carbon content x oxidation x 44/12.
 */
final class CombinedCoefficients {

    private CombinedCoefficients() {}

    /** Carrier, kgCO2, per kg or m3. */
    static Stream<Arguments> published() {
        return Stream.of(
                of("raw-coal", "1.9003", "kg"),
                of("coke", "2.8604", "kg"),
                of("crude-oil", "3.0202", "kg"),
                of("fuel-oil", "3.1705", "kg"),
                of("gasoline", "2.9251", "kg"),
                of("kerosene", "3.0179", "kg"),
                of("diesel", "3.0959", "kg"),
                of("lpg", "3.1013", "kg"),
                of("refinery-gas", "3.0119", "kg"),
                of("natural-gas", "2.1622", "m3"));
    }

    private static Arguments of(String carrier, String published, String per) {
        return arguments(carrier, new BigDecimal(published), per);
    }
}
