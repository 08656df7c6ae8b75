package org.tanzhang.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.quality.check.Cells.cells;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.quantity.Unit;

@DisplayName("A number between bounds")
class BoundTests {

    private static Limits limits(String low, String high, String unit) {
        return new Limits(new BigDecimal(low), new BigDecimal(high), Unit.parse(unit));
    }

    @ParameterizedTest(name = "coefficient {0}: violated {1}")
    @CsvSource({"0.2, false", "1, false", "0.7143, false", "0.19, true", "7.143, true"})
    @DisplayName("admits both bounds of a coefficient's band")
    void admitsBothBounds(String coefficient, boolean violated) {
        List<String> found = cells().statesPlain("coefficient", "raw-coal", coefficient)
                .states("consumption", "raw-coal", "900")
                .violating(new CoefficientBand("coefficient", Map.of("raw-coal", limits("0.2", "1.0", "t"))));
        assertThat(found).isEqualTo(violated ? List.of("表!B1 [" + coefficient + ", 0.2, 1]") : List.of());
    }

    // 1.33 kgce/m3 = 13.3 tce per 10^4 m3
    @Test
    @DisplayName("judges a coefficient by the unit of its row")
    void judgesByTheUnitOfTheRow() {
        CoefficientBand band =
                new CoefficientBand("coefficient", Map.of("natural-gas", limits("11", "13.9", "10^4 m3")));
        assertThat(cells().statesPlain("coefficient", "natural-gas", "0.00133")
                        .in("m3")
                        .states("consumption", "natural-gas", "50000")
                        .violating(band))
                .isEmpty();
        assertThat(cells().statesPlain("coefficient", "natural-gas", "1.33")
                        .in("10^4 m3")
                        .states("consumption", "natural-gas", "5")
                        .violating(band))
                .containsExactly("表!B1 [1.33, 11, 13.9]");
    }

    @ParameterizedTest(name = "{0} beside 1.4571: {1}")
    @CsvSource({"1.4571, ''", "1.5299, ''", "1.53, '[1.53, 1.4571, 5.0, 5]'", "1.7143, '[1.7143, 1.4571, 17.7, 5]'"})
    @DisplayName("keeps a coefficient within a share of the reference beside it")
    void staysNearTheReference(String coefficient, String words) {
        CoefficientGap gap = new CoefficientGap(
                "coefficient",
                "reference-coefficient",
                Map.of("*", new BigDecimal("0.05"), "raw-coal", new BigDecimal("0.45")));
        assertThat(cells().statesPlain("coefficient", "diesel", coefficient)
                        .statesPlain("reference-coefficient", "diesel", "1.4571")
                        .statesPlain("coefficient", "raw-coal", "0.55")
                        .statesPlain("reference-coefficient", "raw-coal", "0.7143")
                        .violating(gap))
                .isEqualTo(words.isEmpty() ? List.of() : List.of("表!B1 " + words.replace("5.0,", "5,")));
    }

    // 8263 thousand yuan for 1101.68 t = 7500.36 yuan/t; in 10^4 t the same digits are 0.75 yuan/t
    @Test
    @DisplayName("keeps a price in yuan per unit within its band, whatever unit the purchase is in")
    void keepsAPrice() {
        PriceBand band = new PriceBand(
                Map.of("purchase-value", List.of(new BigDecimal("1000"))),
                "purchase",
                Map.of("diesel", limits("3500", "15000", "t")));
        assertThat(cells().states("purchase", "diesel", "1101.68")
                        .statesPlain("purchase-value", "diesel", "8263")
                        .violating(band))
                .isEmpty();
        assertThat(cells().in("10^4 t")
                        .states("purchase", "diesel", "1101.68")
                        .statesPlain("purchase-value", "diesel", "8263")
                        .violating(band))
                .containsExactly("表!B2 [8263, 0.75, 3500, 15000]");
    }

    // 826.3 for 110.168 t: 75003.6 yuan/t in 10^4 yuan, 7500.36 in 10^3; 8263 fits in neither
    @Test
    @DisplayName("keeps a price whose unit of money is not said where either unit gives one within the band")
    void keepsAPriceOfUnknownMoney() {
        PriceBand band = new PriceBand(
                Map.of("purchase-amount", List.of(new BigDecimal("1000"), new BigDecimal("10000"))),
                "purchase",
                Map.of("diesel", limits("3500", "15000", "t")));
        for (String amount : List.of("826.3", "82.63")) {
            assertThat(cells().states("purchase", "diesel", "110.168")
                            .statesPlain("purchase-amount", "diesel", amount)
                            .violating(band))
                    .isEmpty();
        }
        assertThat(cells().states("purchase", "diesel", "110.168")
                        .statesPlain("purchase-amount", "diesel", "8263")
                        .violating(band))
                .containsExactly("表!B2 [8263, 75003.63, 3500, 15000]");
    }

    @Test
    @DisplayName("holds no price where nothing was bought")
    void holdsNoPriceWithoutAPurchase() {
        assertThat(cells().statesPlain("purchase-value", "diesel", "8263")
                        .violating(new PriceBand(
                                Map.of("purchase-value", List.of(BigDecimal.ONE)),
                                "purchase",
                                Map.of("diesel", limits("1", "2", "t")))))
                .isEmpty();
    }

    // the bound of 200000 10^4 t is 2 x 10^9 t
    @Test
    @DisplayName("bounds quantities by carrier and else by the star, in the unit of the cell")
    void boundsQuantities() {
        Range range = new Range(
                List.of("final.total"),
                Map.of("coal-total", limits("0", "200000", "10^4 t"), "*", limits("0", "100000", "10^4 t")));
        assertThat(cells().in("10^4 t")
                        .states("final.total", "coal-total", "200000")
                        .states("final.total", "raw-coal", "100000.01")
                        .in("t")
                        .states("final.total", "briquettes", "1000000001")
                        .in("10^8 m3")
                        .states("final.total", "natural-gas", "999999")
                        .states("losses.total", "natural-gas", "999999")
                        .violating(range))
                .containsExactly("表!B2 [100000.01, 0, 100000]", "表!B3 [1000000001, 0, 1000000000]");
    }
}
