package org.tanzhang.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.intake.reference.Shipped;

@DisplayName("The units that forms print")
class UnitsTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "吨, t",
        "万吨, 10^4 t",
        "10^4 ton, 10^4 t",
        "万立方米, 10^4 m3",
        "亿立方米, 10^8 m3",
        "亿m³, 10^8 m3",
        "百万千焦, 10^6 kJ",
        "吉焦, GJ",
        "百亿千焦, 10^10 kJ",
        "万百万千焦, 10^10 kJ",
        "万千瓦时, 10^4 kWh",
        "亿千瓦时, 10^8 kWh",
        "吨标准煤, tce",
        "吨标煤, tce",
        "万吨标煤, 10^4 tce",
        "万吨标准煤, 10^4 tce"
    })
    @DisplayName("are known by every name they are printed with")
    void knowPrintedNames(String printed, String expression) {
        assertThat(Shipped.units().find(printed)).contains(Unit.parse(expression));
    }

    @Test
    @DisplayName("do not include what is no unit")
    void refuseUnknownNames() {
        assertThat(Shipped.units().find("箱")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shipped.units().get("箱"))
                .withMessage("unknown unit 箱");
    }
}
