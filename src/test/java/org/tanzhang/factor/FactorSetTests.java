package org.tanzhang.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.code.Name;
import org.tanzhang.factor.FactorSet.Wanted;
import org.tanzhang.quantity.Unit;

@DisplayName("A factor set")
class FactorSetTests {

    private static final List<String> YUELU = List.of("430104", "430100", "430000", "000000");

    private static Factor oxidation(String id, @Nullable String sector, @Nullable String region) {
        return oxidation(id, sector, region, null, null);
    }

    private static Factor oxidation(
            String id, @Nullable String sector, @Nullable String region, @Nullable Integer from, @Nullable Integer to) {
        return new Factor(
                id,
                "raw-coal",
                FactorQuantity.OXIDATION,
                new BigDecimal("0.94"),
                Unit.ONE,
                sector,
                region,
                from,
                to,
                "a document",
                "",
                "read",
                "");
    }

    private static FactorSet set(Factor... factors) {
        return new FactorSet("test", new Name("试", "test"), "", List.of(factors));
    }

    private static Wanted wanted(String sector, String sectorGroup, int year) {
        return new Wanted(YUELU, sector, sectorGroup, year);
    }

    private static String answer(FactorSet set, Wanted wanted) {
        return set.resolve("raw-coal", FactorQuantity.OXIDATION, wanted)
                .map(Factor::id)
                .orElse("none");
    }

    @Test
    @DisplayName("takes the nearest region first, then the sector, then its group, then the general value")
    void takesTheMostSpecific() {
        Factor general = oxidation("general", null, null);
        Factor group = oxidation("industry", "industry", null);
        Factor division = oxidation("cement", "30", null);
        Factor province = oxidation("hunan", null, "430000");
        Factor cityIndustry = oxidation("changsha-industry", "industry", "430100");
        Wanted cement = wanted("30", "industry", 2024);
        assertThat(answer(set(general), cement)).isEqualTo("general");
        assertThat(answer(set(general, group), cement)).isEqualTo("industry");
        assertThat(answer(set(general, group, division), cement)).isEqualTo("cement");
        assertThat(answer(set(general, group, division, province), cement)).isEqualTo("hunan");
        assertThat(answer(set(general, group, division, province, cityIndustry), cement))
                .isEqualTo("changsha-industry");
    }

    @Test
    @DisplayName("gives the same answer whatever the order of its lines")
    void doesNotDependOnOrder() {
        List<Factor> factors = new ArrayList<>(List.of(
                oxidation("general", null, null),
                oxidation("cement", "30", null),
                oxidation("hunan", null, "430000"),
                oxidation("yuelu-industry", "industry", "430104")));
        for (int i = 0; i < factors.size(); i++) {
            Collections.rotate(factors, 1);
            assertThat(answer(set(factors.toArray(Factor[]::new)), wanted("30", "industry", 2024)))
                    .isEqualTo("yuelu-industry");
        }
    }

    @Test
    @DisplayName("has no answer from another region or another sector")
    void ignoresOthers() {
        FactorSet set = set(oxidation("wangcheng", null, "430112"), oxidation("steel", "31", null));
        assertThat(answer(set, wanted("30", "industry", 2024))).isEqualTo("none");
    }

    @Test
    @DisplayName("refuses to choose between two values that answer equally well, and names both")
    void refusesAmbiguity() {
        FactorSet set = set(oxidation("first", "30", "430000"), oxidation("second", "30", "430000"));
        assertThatThrownBy(() -> answer(set, wanted("30", "industry", 2024)))
                .isInstanceOf(AmbiguousFactorException.class)
                .hasMessageContaining("test")
                .hasMessageContaining("first")
                .hasMessageContaining("second");
        assertThat(answer(set, wanted("31", "industry", 2024))).isEqualTo("none");
    }

    @ParameterizedTest(name = "in {0} the answer is {1}")
    @CsvSource({"2020, none", "2021, of-2021", "2022, of-2022", "2023, none"})
    @DisplayName("answers only for the years in which a value holds, both ends included")
    void knowsValidity(int year, String expected) {
        FactorSet set = set(oxidation("of-2021", null, null, 2021, 2021), oxidation("of-2022", null, null, 2022, 2022));
        assertThat(answer(set, wanted("30", "industry", year))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "before {0} stands {1}")
    @CsvSource({"2021, none", "2022, of-2021", "2023, of-2022", "2030, of-2022"})
    @DisplayName("knows the latest value before a year, and never one of that year or later")
    void knowsTheLatestBefore(int year, String expected) {
        FactorSet set = set(
                oxidation("of-2022", null, "430000", 2022, 2022),
                oxidation("of-2021", null, "430000", 2021, 2021),
                oxidation("of-hubei", null, "420000", 2022, 2022));
        assertThat(set.latestBefore("raw-coal", FactorQuantity.OXIDATION, wanted("total", "total", year))
                        .map(Factor::id)
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "ncv, kJ/kgce",
        "ncv, kJ",
        "ncv, kgce/kg",
        "ncv, tC/TJ",
        "carbon-content, tCO2/TJ",
        "carbon-content, 1",
        "oxidation, tC/TJ",
        "oxidation, t",
        "co2-direct, tC/t",
        "co2-direct, kJ/kg",
        "coal-equivalent, kJ/kg",
        "coal-equivalent, tCO2/t"
    })
    @DisplayName("holds no value whose unit does not fit what it states")
    void refusesUnitsThatDoNotFit(String quantity, String unit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factor(
                        "x",
                        "raw-coal",
                        FactorQuantity.of(quantity),
                        BigDecimal.ONE,
                        Unit.parse(unit),
                        null,
                        null,
                        null,
                        null,
                        "a document",
                        "",
                        "read",
                        ""));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "ncv, MJ/kg",
        "ncv, kJ/m3",
        "carbon-content, kgC/GJ",
        "oxidation, 1",
        "co2-direct, kgCO2/kWh",
        "co2-direct, tCO2/GJ",
        "co2-direct, tCO2/t",
        "co2-direct, tCO2/10^4 m3",
        "coal-equivalent, kgce/kWh",
        "coal-equivalent, kgce/MJ",
        "coal-equivalent, tce/tce"
    })
    @DisplayName("holds values in every unit that fits")
    void acceptsUnitsThatFit(String quantity, String unit) {
        assertThat(FactorQuantity.of(quantity).accepts(Unit.parse(unit))).isTrue();
    }

    @Test
    @DisplayName("holds no value without a source and no negative one")
    void refusesWhatHasNoSource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factor(
                        "nowhere",
                        "coke",
                        FactorQuantity.OXIDATION,
                        BigDecimal.ONE,
                        Unit.ONE,
                        null,
                        null,
                        null,
                        null,
                        " ",
                        "",
                        "read",
                        ""))
                .withMessageContaining("nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factor(
                        "below-zero",
                        "coke",
                        FactorQuantity.OXIDATION,
                        new BigDecimal("-0.1"),
                        Unit.ONE,
                        null,
                        null,
                        null,
                        null,
                        "a document",
                        "",
                        "read",
                        ""))
                .withMessageContaining("below-zero");
    }
}
