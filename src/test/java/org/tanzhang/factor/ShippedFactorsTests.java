package org.tanzhang.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.code.ElectricitySeries.PROVINCIAL_AVERAGE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

@DisplayName("The shipped factor set")
class ShippedFactorsTests {

    private static final List<String> CHANGSHA = List.of("430100", "430000", "000000");
    private static final Set<String> VERIFICATIONS = Set.of("read", "read-secondary", "derived", "unverified");

    /** In the series of the shipped method. */
    private static FactorSet.Wanted wanted(String sector, int year) {
        return new FactorSet.Wanted(CHANGSHA, sector, sector, year).of(PROVINCIAL_AVERAGE);
    }

    private static Factor factor(String carrier, FactorQuantity quantity, int year) {
        return Shipped.factors()
                .resolve(carrier, quantity, wanted("industry", year))
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1} kgCO2/{2}")
    @MethodSource("org.tanzhang.factor.CombinedCoefficients#published")
    @DisplayName("recomputes the published combined coefficients to their last digit")
    void recomputesCombinedCoefficients(String carrier, BigDecimal published, String per) {
        Quantity carbon = Quantity.of("1", per)
                .times(factor(carrier, FactorQuantity.NCV, 2024).asQuantity())
                .times(factor(carrier, FactorQuantity.CARBON_CONTENT, 2024).asQuantity())
                .times(factor(carrier, FactorQuantity.OXIDATION, 2024).asQuantity())
                .in(Unit.parse("kgC"));
        assertThat(carbon.value()
                        .multiply(BigDecimal.valueOf(44))
                        .divide(BigDecimal.valueOf(12), 4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    /** 公告2024年第12号, 2024年第33号, 2025年第47号: provincial averages of Hunan. */
    @ParameterizedTest(name = "{0}: {1} kgCO2/kWh")
    @CsvSource({"2021, 0.5138", "2022, 0.4900", "2023, 0.4976"})
    @DisplayName("holds Hunan's published electricity averages year by year")
    void holdsElectricityAverages(int year, BigDecimal published) {
        Factor electricity = factor("electricity", FactorQuantity.CO2_DIRECT, year);
        assertThat(electricity.value()).isEqualByComparingTo(published);
        assertThat(electricity.unit()).isEqualTo(Unit.parse("kgCO2/kWh"));
    }

    /** 公告2024年第12号, 2024年第33号, 2025年第47号; the regional grid average of 2012 by the NDRC. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "PROVINCIAL_AVERAGE, 2012, none",
        "PROVINCIAL_AVERAGE, 2022, 0.4900",
        "PROVINCIAL_AVERAGE, 2024, 0.4976 of 2023",
        "REGIONAL_AVERAGE, 2011, none",
        "REGIONAL_AVERAGE, 2012, 0.5257",
        "REGIONAL_AVERAGE, 2015, 0.5257 of 2012",
        "REGIONAL_AVERAGE, 2022, 0.5395",
        "REGIONAL_AVERAGE, 2024, 0.5271 of 2023",
        "NATIONAL_AVERAGE, 2012, none",
        "NATIONAL_AVERAGE, 2022, 0.5366",
        "NATIONAL_AVERAGE, 2024, 0.5306 of 2023",
        "EMISSIONS_TRADING, 2022, none"
    })
    @DisplayName("holds three series of electricity apart, and of emissions trading none")
    void holdsTheSeriesApart(ElectricitySeries series, int year, String answer) {
        FactorSet.Wanted wanted = wanted("total", year).of(series);
        FactorSet set = Shipped.factors();
        assertThat(set.resolve("electricity", FactorQuantity.CO2_DIRECT, wanted)
                        .map(f -> f.value().toPlainString())
                        .or(() -> set.latestBefore("electricity", FactorQuantity.CO2_DIRECT, wanted)
                                .map(f -> f.value().toPlainString() + " of " + f.validTo()))
                        .orElse("none"))
                .isEqualTo(answer);
    }

    @Test
    @DisplayName("takes Hunan's electricity as its own set does")
    void agreesWithTheSetOfHunan() {
        FactorSet hunan = Shipped.data().factorSet("electricity-hunan");
        for (int year = 2010; year <= 2030; year++) {
            assertThat(Shipped.factors()
                            .resolve("electricity", FactorQuantity.CO2_DIRECT, wanted("total", year))
                            .map(Factor::value))
                    .isEqualTo(hunan.resolve("electricity", FactorQuantity.CO2_DIRECT, wanted("total", year))
                            .map(Factor::value));
        }
    }

    @Test
    @DisplayName("has no electricity average for years that none was published for")
    void hasNoElectricityAverageElsewhere() {
        FactorSet.Wanted of2024 = wanted("total", 2024);
        assertThat(Shipped.factors().resolve("electricity", FactorQuantity.CO2_DIRECT, of2024))
                .isEmpty();
        assertThat(Shipped.factors().latestBefore("electricity", FactorQuantity.CO2_DIRECT, of2024))
                .map(Factor::validFrom)
                .contains(2023);
        FactorSet.Wanted of2020 = wanted("total", 2020);
        assertThat(Shipped.factors().latestBefore("electricity", FactorQuantity.CO2_DIRECT, of2020))
                .isEmpty();
    }

    @Test
    @DisplayName("takes heat at 0.11 tCO2/GJ (GB/T 32150-2025, 7.5.6)")
    void takesHeat() {
        assertThat(factor("heat", FactorQuantity.CO2_DIRECT, 2024).asQuantity()).hasToString("0.11 tCO2/GJ");
    }

    @Test
    @DisplayName("names a document for every value and says how far it was verified")
    void namesItsSources() {
        for (Factor factor : Shipped.factors().factors()) {
            assertThat(factor.document()).as(factor.id()).isNotBlank();
            assertThat(factor.verification()).as(factor.id()).isIn(VERIFICATIONS);
        }
    }

    @Test
    @DisplayName("has an id for every value that no other has")
    void hasUniqueIds() {
        assertThat(Shipped.factors().factors()).extracting(Factor::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("answers for every carrier without two values that rival")
    void isNeverAmbiguous() {
        for (Factor factor : Shipped.factors().factors()) {
            for (int year = 2005; year <= 2030; year++) {
                FactorSet.Wanted wanted = new FactorSet.Wanted(CHANGSHA, "44", "power-and-heat", year);
                for (ElectricitySeries series : ElectricitySeries.values()) {
                    Shipped.factors().resolve(factor.carrier(), factor.quantity(), wanted.of(series));
                }
            }
        }
        assertThat(factor("coal-gangue", FactorQuantity.NCV, 2024).value()).isEqualByComparingTo("8374");
    }

    @Test
    @DisplayName("gives no carbon for what the method leaves not estimated")
    void leavesOutWhatIsNotEstimated() {
        for (String carrier :
                List.of("mixed-gas", "coal-unspecified", "oil-unspecified", "industrial-waste", "other-fuels")) {
            assertThat(Shipped.factors()
                            .resolve(
                                    carrier,
                                    FactorQuantity.CARBON_CONTENT,
                                    new FactorSet.Wanted(CHANGSHA, "industry", "industry", 2024)))
                    .as(carrier)
                    .isEmpty();
        }
    }
}
