package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A balance in standard quantity (P303-4)")
class StandardBalanceReadingTests {

    /** The balance of {@link Sketch#balance()} under another title, with its columns in coal equivalent. */
    private static Sketch standard(String title) {
        return Sketch.balance()
                .set("A1", title)
                .set("C5", "万吨标准煤")
                .set("D5", "万吨标准煤")
                .set("E5", "万吨标准煤")
                .set("F5", "万吨标准煤");
    }

    @ParameterizedTest
    @ValueSource(strings = {"能源平衡表（标准量）", "芙蓉区能源平衡表—标准量", "P303-4 能源平衡表(标准量)"})
    @DisplayName("is a statement of its own, in coal equivalent whatever the carrier")
    void statement(String title) {
        Reading balance = Reading.of(standard(title)
                .set("C7", -1.43)
                .set("C8", -1.43)
                .set("E13", 0.12)
                .set("E11", 0.12));

        assertThat(balance.statements()).containsExactly("P303-4 430102 2024");
        assertThat(balance.statement().form()).isEqualTo("energy-balance-standard");
        assertThat(balance.numbers())
                .containsExactlyInAnyOrder(
                        "transformation.total/raw-coal = -1.43 10^4 tce at P303-1!C7",
                        "transformation.power/raw-coal = -1.43 10^4 tce at P303-1!C8",
                        "final.total/natural-gas = 0.12 10^4 tce at P303-1!E11",
                        "final.industry/natural-gas = 0.12 10^4 tce at P303-1!E13");
        assertThat(balance.findings()).isEmpty();
    }

    @Test
    @DisplayName("may print its unit once above the table")
    void unitAboveTheTable() {
        Sketch sketch = Sketch.balance().set("A1", "能源平衡表（标准量）").set("D1", "单位：万吨标准煤");
        for (String column : new String[] {"C5", "D5", "E5", "F5"}) {
            sketch.set(column, "");
        }
        assertThat(Reading.of(sketch.set("C13", 2).set("C11", 2)).numbers())
                .contains("final.industry/raw-coal = 2 10^4 tce at P303-1!C13");
    }

    @Test
    @DisplayName("in physical units is returned: the columns must say coal equivalent")
    void physicalUnits() {
        assertThat(Reading.of(Sketch.balance().set("A1", "能源平衡表（标准量）")).errors())
                .contains("R-UNIT-02 error P303-1!C4 [万吨, 原煤, 吨标准煤]", "R-UNIT-02 error P303-1!F4 [亿千瓦时, 电力, 吨标准煤]");
    }

    @Test
    @DisplayName("beside the physical one is never taken for it")
    void besidePhysical() {
        assertThat(Reading.of(Sketch.balance()).statement().form()).isEqualTo("energy-balance");
    }
}
