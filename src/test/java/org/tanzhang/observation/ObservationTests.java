package org.tanzhang.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.quantity.Unit;

@DisplayName("An observation")
class ObservationTests {

    private static final CellAddress C7 = new CellAddress("平衡表", 6, 2);

    private static Observation of(String carrier, @Nullable BigDecimal value, @Nullable NotationKey notation) {
        return new Observation(0, "final.industry", carrier, C7, "", value, notation, Unit.parse("10^4 t"));
    }

    @ParameterizedTest(name = "{0}: blank {1}, missing {2}")
    @CsvSource({
        "BLANK, true, false",
        "DASH, false, false",
        "NO, false, false",
        "NE, false, true",
        "IE, false, false",
        "C, false, true",
        "NA, false, false"
    })
    @DisplayName("keeps blank, dash and each notation key apart")
    void keepsNotationsApart(NotationKey notation, boolean blank, boolean missing) {
        Observation observation = of("raw-coal", null, notation);
        assertThat(observation.isBlank()).isEqualTo(blank);
        assertThat(observation.isMissing()).isEqualTo(missing);
    }

    @Test
    @DisplayName("of zero is stated, neither blank nor missing")
    void zeroIsStated() {
        Observation zero = of("raw-coal", BigDecimal.ZERO, null);
        assertThat(zero.isBlank()).isFalse();
        assertThat(zero.isMissing()).isFalse();
        assertThat(zero.quantity()).hasToString("0 10^4 t");
    }

    @Test
    @DisplayName("is a value or a notation, never both and never neither")
    void isAValueOrANotation() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("raw-coal", null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("raw-coal", BigDecimal.ONE, NotationKey.NE))
                .withMessageContaining("平衡表!C7");
    }

    @Test
    @DisplayName("is found by its item and carrier; of two, the first stands")
    void isFoundByItemAndCarrier() {
        Statement statement = new Statement(
                1,
                "energy-balance",
                new Reporter(Reporter.Kind.REGION, "430102", "芙蓉区"),
                Period.year(2024),
                new Statement.Origin("a.xlsx", ""),
                List.of(
                        of("raw-coal", BigDecimal.ONE, null),
                        of("raw-coal", BigDecimal.TEN, null),
                        of("diesel", BigDecimal.ZERO, null)));
        assertThat(statement.cells().find("final.industry", "raw-coal"))
                .map(Observation::value)
                .contains(BigDecimal.ONE);
        assertThat(statement.cells().find("final.industry", "diesel")).isPresent();
        assertThat(statement.cells().nonZero("final.industry", "diesel")).isEmpty();
        assertThat(statement.cells().find("final.transport", "diesel")).isEmpty();
    }
}
