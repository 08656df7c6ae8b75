package org.tanzhang.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A unit")
class UnitTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "kJ/kg, MJ/t",
        "kJ/m3, GJ/10^6 m3",
        "10^4 t, 10^4 t",
        "10^3 kg, t",
        "tC/TJ, kgC/GJ",
        "kgce/kg, tce/t",
        "tce/tce, 1",
        "10^6 kJ, GJ",
        "10^2 TJ, 10^8 MJ",
        "kgCO2/kWh, tCO2/10^3 kWh",
        "'  10^4   m3 ', 10^4 m3"
    })
    @DisplayName("is what it measures, not how it is written")
    void equalsWhatMeasuresTheSame(String one, String other) {
        assertThat(Unit.parse(one)).isEqualTo(Unit.parse(other)).hasSameHashCodeAs(Unit.parse(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"t, tce", "t, tC", "tC, tCO2", "tce, tCO2", "kJ/kg, kJ/m3", "t, 10^4 t", "kWh, kJ", "1, t"})
    @DisplayName("is another where dimension or scale is another")
    void differsInDimensionOrScale(String one, String other) {
        assertThat(Unit.parse(one)).isNotEqualTo(Unit.parse(other));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "吨",
                "tonne",
                "t/",
                "/t",
                "t/kg/m3",
                "10^ t",
                "10^123 t",
                "2 t",
                "T",
                "kj",
                "t·kg",
                "10^-4 t"
            })
    @DisplayName("outside the grammar is refused")
    void refusesWhatIsNoUnit(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse(expression))
                .withMessageContaining("unit");
    }

    @Test
    @DisplayName("keeps the expression it was written as")
    void keepsItsExpression() {
        assertThat(Unit.parse(" 10^4 t ")).hasToString("10^4 t");
    }

    @Test
    @DisplayName("of coal shares its dimension with every mass and with nothing else")
    void knowsItsDimension() {
        Unit tonne = Unit.parse("t");
        assertThat(tonne.sameDimensionAs(Unit.parse("10^4 t"))).isTrue();
        assertThat(tonne.sameDimensionAs(Unit.parse("kg"))).isTrue();
        assertThat(tonne.sameDimensionAs(Unit.parse("tce"))).isFalse();
        assertThat(tonne.sameDimensionAs(Unit.parse("m3"))).isFalse();
        assertThat(Unit.parse("kJ/kg").sameDimensionAs(Unit.parse("kJ"))).isFalse();
    }
}
