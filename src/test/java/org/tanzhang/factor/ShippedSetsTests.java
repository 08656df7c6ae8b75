package org.tanzhang.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.factor.FactorSet.Wanted;
import org.tanzhang.intake.reference.FactorCheck;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

@DisplayName("The shipped factor sets")
class ShippedSetsTests {

    private static final BigDecimal CO2_TO_CARBON =
            BigDecimal.valueOf(44).divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);
    private static final Wanted CHANGSHA = new Wanted(
                    List.of("430100", "430000", "000000"), "industry", "industry", 2024)
            .of(ElectricitySeries.PROVINCIAL_AVERAGE);

    private static Factor factor(FactorSet set, String carrier, FactorQuantity quantity) {
        return set.resolve(carrier, quantity, CHANGSHA).orElseThrow();
    }

    static Stream<String> sets() {
        return Shipped.data().setIds().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    @DisplayName("have no fault")
    void haveNoFault(String id) {
        assertThat(new FactorCheck(Shipped.data()).of(id)).isEmpty();
        assertThat(Shipped.data().factorSet(id).factors()).isNotEmpty();
        assertThat(Shipped.data().factorSet(id).factors())
                .extracting(Factor::id)
                .doesNotHaveDuplicates();
    }

    /** That of kerosene was worked with the guideline's carbon content of 喷气煤油, 19.5 tC/TJ; its 一般煤油 has 19.6. */
    @ParameterizedTest(name = "{0} {1} kgCO2/{2}")
    @MethodSource("org.tanzhang.factor.CombinedCoefficients#published")
    @DisplayName(
            "recompute the combined coefficients: heat value of GB/T 2589-2008, carbon of the provincial guideline")
    void combinedCoefficients(String carrier, BigDecimal published, String per) {
        FactorSet guideline = Shipped.data().factorSet("provincial-guideline-2011");
        Quantity carbon = Quantity.of("1", per)
                .times(factor(Shipped.data().factorSet("gbt-2589-2008"), carrier, FactorQuantity.NCV)
                        .asQuantity())
                .times(printedCarbon(factor(guideline, carrier, FactorQuantity.CARBON_CONTENT)))
                .times(factor(guideline, carrier, FactorQuantity.OXIDATION).asQuantity())
                .in(Unit.parse("kgC"));
        assertThat(carbon.value().multiply(CO2_TO_CARBON).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    private static Quantity printedCarbon(Factor guideline) {
        if (guideline.carrier().equals("kerosene")) {
            assertThat(guideline.note()).contains("喷气煤油 19.5");
            return Quantity.of("19.5", "tC/TJ");
        }
        return guideline.asQuantity();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    @DisplayName("say of which series their electricity factors are")
    void nameTheSeries(String id) {
        assertThat(Shipped.data().factorSet(id).factors())
                .filteredOn(f -> f.carrier().equals("electricity") && f.quantity() == FactorQuantity.CO2_DIRECT)
                .allSatisfy(f -> assertThat(f.series()).as(f.id()).isNotNull());
    }

    /** 2006 IPCC Guidelines Vol 2 Tables 1.3 and 1.4: both columns are printed rounded, to three digits mostly. */
    @Test
    @DisplayName("state IPCC's CO2 per heat as its carbon content x 44/12, within their rounding")
    void ipcc() {
        FactorSet ipcc = Shipped.data().factorSet("ipcc-2006");
        List<Factor> perHeat = ipcc.factors().stream()
                .filter(f -> f.quantity() == FactorQuantity.CO2_PER_ENERGY)
                .toList();
        assertThat(perHeat).hasSize(28);
        for (Factor f : perHeat) {
            BigDecimal worked = factor(ipcc, f.carrier(), FactorQuantity.CARBON_CONTENT)
                    .value()
                    .multiply(CO2_TO_CARBON);
            assertThat(f.value().subtract(worked).abs().doubleValue())
                    .as(f.carrier())
                    .isLessThanOrEqualTo(0.006 * worked.doubleValue());
        }
    }

    @Test
    @DisplayName(
            "stack up for Hunan: guideline carbon, national heat values, provincial electricity, IPCC for the rest")
    void stackOfHunan() {
        FactorSet stack = Shipped.data().factorSet("cn-hunan-stack-2025");
        assertThat(factor(stack, "diesel", FactorQuantity.NCV).id()).isEqualTo("gbt-2589-2008/ncv-diesel");
        assertThat(factor(stack, "diesel", FactorQuantity.CARBON_CONTENT).layer())
                .isEqualTo("provincial-guideline-2011");
        assertThat(factor(stack, "municipal-waste", FactorQuantity.NCV).layer()).isEqualTo("ipcc-2006");
        assertThat(stack.latestBefore("electricity", FactorQuantity.CO2_DIRECT, CHANGSHA)
                        .orElseThrow()
                        .id())
                .isEqualTo("electricity-hunan/co2-electricity-430000-2023");
        assertThat(factor(stack, "heat", FactorQuantity.CO2_DIRECT).layer()).isEqualTo("heat-2025");
    }
}
