package org.tanzhang.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.method.Method.Band;

/** The defaults that METHOD.md gives. */
@DisplayName("The shipped method")
class ShippedMethodTests {

    private final Method method = Shipped.method();

    @Test
    @DisplayName("burns what goes into power and heat, and nothing of the other six inputs")
    void burnsPowerAndHeat() {
        assertThat(method.combustingInputs()).containsExactlyInAnyOrder("power", "heat");
    }

    @Test
    @DisplayName("believes a stated coefficient of raw coal from 0.2 to 1.0, ends included")
    void believesCoefficientsInsideTheBand() {
        Band band = method.coalCoefficientBands().get("raw-coal");
        assertThat(band).isEqualTo(new Band(new BigDecimal("0.2"), new BigDecimal("1.0")));
        assertThat(band.contains(new BigDecimal("0.2"))).isTrue();
        assertThat(band.contains(new BigDecimal("1"))).isTrue();
        assertThat(band.contains(new BigDecimal("0.1999"))).isFalse();
        assertThat(band.contains(new BigDecimal("1.0001"))).isFalse();
        assertThat(method.heatPerCoalEquivalent()).isEqualByComparingTo("29307.6");
        assertThat(method.coalNcv()).isEqualTo(Method.CoalNcv.STATED);
    }

    @Test
    @DisplayName("stores raw material and products, and lets a fifth of the lubricants oxidise")
    void storesProducts() {
        assertThat(method.storedFraction()).isEqualTo(StoredFraction.of("1"));
        assertThat(method.oxidisedShare("lubricants")).isEqualByComparingTo("0.2");
        assertThat(method.oxidisedShare("naphtha")).isEqualByComparingTo("0");
        assertThat(method.oxidisedShare("bitumen")).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("counts the carbon of blast-furnace and converter gas with the coke")
    void countsByProductGasInCoke() {
        assertThat(method.byProductGases()).isEqualTo(Method.ByProductGases.IN_COKE);
        assertThat(method.byProductGasCarriers()).containsExactlyInAnyOrder("blast-furnace-gas", "converter-gas");
    }

    @Test
    @DisplayName("takes CO2 to carbon as 44/12, undivided")
    void takesTheRatioUndivided() {
        assertThat(method.co2ToCarbon()).isEqualTo(new Method.Ratio(new BigDecimal("44"), new BigDecimal("12")));
    }

    @Test
    @DisplayName("tolerates 2 %, prices residuals by counties above half and within 15 %, rounds at 1e-12 t")
    void statesItsThresholds() {
        assertThat(method.toleranceShare()).isEqualByComparingTo("0.02");
        assertThat(method.minimumCoverage()).isEqualByComparingTo("0.5");
        assertThat(method.maximumDeviation()).isEqualByComparingTo("0.15");
        assertThat(method.entryScale()).isEqualTo(12);
        assertThat(method.electricity()).isEqualTo(new Method.Electricity(ElectricitySeries.PROVINCIAL_AVERAGE, true));
    }
}
