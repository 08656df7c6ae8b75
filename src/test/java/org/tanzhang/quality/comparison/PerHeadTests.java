package org.tanzhang.quality.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/** Households of a county of 640,000, of which one uses some 900 kWh a year. */
@DisplayName("Electricity of households per resident")
class PerHeadTests {

    private static final BigDecimal RESIDENTS = new BigDecimal("640000");
    private static final PerHead.Usual HOUSEHOLDS = new PerHead.Usual(
            List.of("final.urban", "final.rural"), "electricity", new BigDecimal("900"), Unit.parse("kWh"));
    private static final PerHead PER_HEAD = new PerHead(
            List.of(HOUSEHOLDS),
            new PowersOfTen(
                    List.of(new BigDecimal("1000"), new BigDecimal("10000")),
                    new BigDecimal("3"),
                    new BigDecimal("1000"),
                    Map.of("万千瓦时", Unit.parse("10^4 kWh"), "亿千瓦时", Unit.parse("10^8 kWh")),
                    new CoalEquivalents(Map.of(
                            "electricity",
                            new CoalEquivalents.Worth(new BigDecimal("1.229"), Unit.parse("10^4 kWh"))))));

    @ParameterizedTest
    @CsvSource({
        "57600, 10^8 kWh, 9000000, 10000, 万千瓦时", // 5.76 x 10^8 kWh typed in 10^4
        "5.76, 10^4 kWh, 0.09, 0.0001, 亿千瓦时",
        "5760, 10^8 kWh, 900000, 1000, —",
    })
    @DisplayName("a power of ten off names what it comes to, what is usual, and the unit that would fit")
    void slip(String stated, String unit, String perHead, String factor, String fits) {
        assertThat(PER_HEAD.violation(HOUSEHOLDS, Quantity.of(stated, unit), RESIDENTS))
                .contains(List.of(new BigDecimal(perHead), new BigDecimal("900"), new BigDecimal(factor), fits));
    }

    @ParameterizedTest
    @CsvSource({"5.76", "1.92", "17.28", "57.6", "576", "0.0576", "0"})
    @DisplayName("within the band, or ten or a hundred times off, is no slip of a unit")
    void noSlip(String stated) {
        assertThat(PER_HEAD.violation(HOUSEHOLDS, Quantity.of(stated, "10^8 kWh"), RESIDENTS))
                .isEmpty();
    }

    @Test
    @DisplayName("is not asked where nobody lives, or where it is printed in another dimension")
    void notAsked() {
        assertThat(PER_HEAD.violation(HOUSEHOLDS, Quantity.of("57600", "10^8 kWh"), BigDecimal.ZERO))
                .isEmpty();
        assertThat(PER_HEAD.violation(HOUSEHOLDS, Quantity.of("57600", "10^4 t"), RESIDENTS))
                .isEmpty();
    }
}
