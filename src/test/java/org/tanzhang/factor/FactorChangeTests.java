package org.tanzhang.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Name;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.quantity.Quantity;

@DisplayName("The changes between two factor sets")
class FactorChangeTests {

    private static Factor ncv(String carrier, String value, String unit) {
        Quantity amount = Quantity.of(value, unit);
        return new Factor(
                "ncv-" + carrier,
                carrier,
                FactorQuantity.NCV,
                amount.value(),
                amount.unit(),
                null,
                null,
                null,
                null,
                "a document",
                "",
                "read",
                "");
    }

    private static FactorSet set(String id, Factor... factors) {
        return new FactorSet(id, new Name(id, id), "", List.of(factors));
    }

    @Test
    @DisplayName("are given in percent of the one set's value, whatever the units, sorted by carrier")
    void percent() {
        List<FactorChange> changes = FactorChange.between(
                set("one", ncv("raw-coal", "20000", "kJ/kg"), ncv("coke", "28435", "kJ/kg")),
                set(
                        "other",
                        ncv("coke", "28.435", "MJ/kg"),
                        ncv("raw-coal", "21", "MJ/kg"),
                        ncv("lignite", "1", "kJ/kg")));
        assertThat(changes).extracting(c -> c.about().carrier()).containsExactly("lignite", "raw-coal");
        assertThat(changes.get(0).before()).isNull();
        assertThat(changes.get(0).percent()).isEmpty();
        assertThat(changes.get(1).percent().orElseThrow()).isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("are none between a set and itself")
    void none() {
        assertThat(FactorChange.between(Shipped.factors(), Shipped.factors())).isEmpty();
    }
}
