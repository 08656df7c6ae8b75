package org.tanzhang.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Name;
import org.tanzhang.factor.FactorSet.Wanted;
import org.tanzhang.quantity.Unit;

@DisplayName("A stack of factor sets")
class StackTests {

    private static final String MILL = "91430100MA00000001";
    private static final List<String> YUELU = List.of("430104", "430100", "430000", "000000");

    private static Factor value(
            String layer,
            String id,
            @Nullable String region,
            @Nullable String enterprise,
            @Nullable Integer from,
            @Nullable Integer to) {
        return new Factor(
                layer + "/" + id,
                layer,
                "raw-coal",
                FactorQuantity.NCV,
                new BigDecimal("20908"),
                Unit.parse("kJ/kg"),
                null,
                region,
                null,
                enterprise,
                from,
                to,
                "a document",
                "",
                "read",
                "");
    }

    private static Factor value(String layer, String id) {
        return value(layer, id, null, null, null, null);
    }

    private static FactorSet stack(Factor... factors) {
        return new FactorSet(
                "stack", new Name("叠", "stack"), "", List.of("local", "province", "ipcc"), List.of(factors));
    }

    private static String answer(FactorSet set, int year, String enterprise) {
        return set.resolve("raw-coal", FactorQuantity.NCV, new Wanted(YUELU, "30", "industry", year, enterprise, null))
                .map(Factor::id)
                .orElse("none");
    }

    @Test
    @DisplayName("answers from its first layer that has a value, though a lower one names the nearer region")
    void firstLayerAnswers() {
        FactorSet set = stack(value("ipcc", "yuelu", "430104", null, null, null), value("province", "general"));
        assertThat(answer(set, 2024, "")).isEqualTo("province/general");
    }

    @Test
    @DisplayName("takes the nearest region within the layer")
    void nearestRegionWithinTheLayer() {
        FactorSet set = stack(
                value("province", "general"),
                value("province", "changsha", "430100", null, null, null),
                value("province", "hunan", "430000", null, null, null));
        assertThat(answer(set, 2024, "")).isEqualTo("province/changsha");
    }

    @Test
    @DisplayName("goes down where the layer has no value of the year")
    void goesDown() {
        FactorSet set = stack(value("local", "of-2023", null, null, 2023, 2023), value("ipcc", "default"));
        assertThat(answer(set, 2023, "")).isEqualTo("local/of-2023");
        assertThat(answer(set, 2024, "")).isEqualTo("ipcc/default");
    }

    @Test
    @DisplayName("gives an enterprise its own measured value from any layer, and nobody else")
    void enterpriseFirst() {
        FactorSet set = stack(value("local", "general"), value("ipcc", "measured", null, MILL, null, null));
        assertThat(answer(set, 2024, MILL)).isEqualTo("ipcc/measured");
        assertThat(answer(set, 2024, "91430100MA00000002")).isEqualTo("local/general");
        assertThat(answer(set, 2024, "")).isEqualTo("local/general");
        assertThat(answer(stack(value("local", "measured", null, MILL, null, null)), 2024, ""))
                .isEqualTo("none");
    }

    @Test
    @DisplayName("refuses two equal values within a layer, not across layers")
    void refusesAmbiguityWithinALayer() {
        assertThat(answer(stack(value("province", "a"), value("ipcc", "a")), 2024, ""))
                .isEqualTo("province/a");
        assertThatThrownBy(() -> answer(stack(value("province", "a"), value("province", "b")), 2024, ""))
                .isInstanceOf(AmbiguousFactorException.class)
                .hasMessageContaining("province/a, province/b");
    }

    @Test
    @DisplayName("finds the latest value before a year in the first layer that has an earlier one")
    void latestBefore() {
        FactorSet set = stack(
                value("province", "of-2021", null, null, 2021, 2021),
                value("province", "of-2022", null, null, 2022, 2022),
                value("ipcc", "of-2023", null, null, 2023, 2023));
        assertThat(set.latestBefore("raw-coal", FactorQuantity.NCV, new Wanted(YUELU, "30", "industry", 2024))
                        .map(Factor::id))
                .contains("province/of-2022");
    }

    @Test
    @DisplayName("lists the whole stack, the answer first")
    void ranks() {
        FactorSet set = stack(
                value("ipcc", "default"),
                value("local", "general"),
                value("province", "hunan", "430000", null, null, null));
        assertThat(set.ranking("raw-coal", FactorQuantity.NCV, new Wanted(YUELU, "30", "industry", 2024)))
                .extracting(Factor::layer)
                .containsExactly("local", "province", "ipcc");
    }
}
