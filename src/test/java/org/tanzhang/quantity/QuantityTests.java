package org.tanzhang.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.reference.Shipped;

@DisplayName("A quantity")
class QuantityTests {

    @ParameterizedTest(name = "{0} {1} is {2} {3}")
    @CsvSource({
        "263.6, 万吨, 2636000, 吨",
        "5.69, 亿立方米, 56900, 万立方米",
        "813.01, 亿千瓦时, 8130100, 万千瓦时",
        "1, 百亿千焦, 10000, 百万千焦",
        "1, 万百万千焦, 1, 百亿千焦",
        "1, 百亿千焦, 10000000000, 千焦",
        "1, GJ, 1, 百万千焦",
        "0.0002, 万吨, 2, 吨",
        "1, 万千瓦时, 0.036, 太焦",
        "3600, 千焦, 1, 千瓦时",
        "1, 万吨标煤, 10000, 吨标准煤"
    })
    @DisplayName("printed in one statistical unit converts exactly to another")
    void convertsBetweenStatisticalUnits(BigDecimal value, String from, BigDecimal expected, String to) {
        Quantity converted = new Quantity(value, Shipped.units().get(from))
                .in(Shipped.units().get(to));
        assertThat(converted.value()).isEqualByComparingTo(expected);
    }

    // forms.md, 6: 亿立方米 with 万吨标煤 is 10 x kgce/m3, 万立方米 with 吨标煤 the same digits; 亿千瓦时 1.229 万吨标煤
    @ParameterizedTest(name = "1 {1} at {2} {3} is {4} {5}")
    @CsvSource({
        "焦炉煤气, 亿立方米, 0.5928, kgce/m3, 5.928, 万吨标煤",
        "高炉煤气, 亿立方米, 0.1286, kgce/m3, 1.286, 万吨标煤",
        "转炉煤气, 亿立方米, 0.2714, kgce/m3, 2.714, 万吨标煤",
        "天然气, 亿立方米, 1.215, kgce/m3, 12.15, 万吨标煤",
        "天然气, 万立方米, 1.215, kgce/m3, 12.15, 吨标煤",
        "焦炉煤气, 万立方米, 0.5928, kgce/m3, 5.928, 吨标煤",
        "热力, 百亿千焦, 0.03412, kgce/MJ, 0.03412, 万吨标煤",
        "热力, 百万千焦, 0.03412, kgce/MJ, 0.03412, 吨标煤",
        "电力, 亿千瓦时, 0.1229, kgce/kWh, 1.229, 万吨标煤",
        "电力, 万千瓦时, 0.1229, kgce/kWh, 1.229, 吨标煤",
        "原煤, 万吨, 0.7143, kgce/kg, 0.7143, 万吨标煤"
    })
    @DisplayName("takes the coal equivalent that the yearbook prints, ten-fold slips excluded")
    void takesItsCoalEquivalent(
            String carrier, String unit, BigDecimal coefficient, String per, BigDecimal expected, String in) {
        Quantity one = new Quantity(BigDecimal.ONE, Shipped.units().get(unit));
        Quantity coalEquivalent = one.times(new Quantity(coefficient, Unit.parse(per)))
                .in(Shipped.units().get(in));
        assertThat(coalEquivalent.value()).as(carrier).isEqualByComparingTo(expected);
    }

    // METHOD 3: TJ = t x NCV / 10^6 for kJ/kg on t; TJ = activity x NCV / 10^5 for kJ/m3 on 10^4 m3
    @ParameterizedTest(name = "1 {0} at {1} {2} is {3} TJ")
    @CsvSource({"t, 20908, kJ/kg, 0.020908", "10^4 m3, 38931, kJ/m3, 0.38931", "10^8 m3, 38931, kJ/m3, 3893.1"})
    @DisplayName("times a heat value is an energy")
    void timesHeatValueIsEnergy(String unit, String ncv, String per, BigDecimal terajoule) {
        Quantity energy = Quantity.of("1", unit).times(Quantity.of(ncv, per)).in(Unit.TERAJOULE);
        assertThat(energy.value()).isEqualByComparingTo(terajoule);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"t, tce", "t, m3", "kJ, tce", "kWh, tCO2", "tC, tCO2", "kJ/kg, kJ/m3", "t, 1"})
    @DisplayName("is never stated in a unit of another dimension")
    void refusesAnotherDimension(String from, String to) {
        Quantity quantity = Quantity.of("1", from);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quantity.in(Unit.parse(to)))
                .withMessageContaining(from)
                .withMessageContaining(to);
    }

    @Test
    @DisplayName("keeps every digit through products and conversions")
    void isExact() {
        Quantity heat = Quantity.of("123456789012.345678901", "10^4 m3").times(Quantity.of("38931.123456789", "kJ/m3"));
        // 123456789012.345678901 x 38931.123456789 / 10^5
        assertThat(heat.in(Unit.TERAJOULE).value())
                .isEqualByComparingTo(new BigDecimal("123456789012.345678901")
                        .multiply(new BigDecimal("38931.123456789"))
                        .movePointLeft(5));
    }

    @Test
    @DisplayName("is rounded to 34 digits only where the quotient does not terminate")
    void roundsOnlyWhatDoesNotTerminate() {
        assertThat(Quantity.of("1", "kJ").in(Unit.parse("kWh")).value())
                .isEqualByComparingTo("0.0002777777777777777777777777777777778");
    }

    @Test
    @DisplayName("prints plain digits, never an exponent")
    void printsPlainDigits() {
        assertThat(Quantity.of("1E+3", "t")).hasToString("1000 t");
        assertThat(Quantity.of("1E-9", "10^4 t")).hasToString("0.000000001 10^4 t");
    }
}
