package org.tanzhang.quality.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A total")
class TotalsTests {

    private static final CoalEquivalents NONE = new CoalEquivalents(Map.of());
    private static final Band BAND = new Band(BigDecimal.valueOf(2), BigDecimal.valueOf(1000));

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    @Test
    @DisplayName("changes in proportion to last year, in whole tce")
    void againstLastYear() {
        TotalChange rule = new TotalChange("consumption", BAND, NONE);
        assertThat(rule.violation(n("12000"), n("11000"))).isEmpty();
        assertThat(rule.violation(n("4100.4"), n("12000"))).contains(List.of(n("4100"), n("12000"), n("0.342")));
        assertThat(rule.violation(n("900"), n("100")))
                .as("800 tce are not worth a question")
                .isEmpty();
        assertThat(rule.violation(n("0"), n("12000"))).contains(List.of(n("0"), n("12000"), n("0")));
    }

    @Test
    @DisplayName("moves with its division, where that has five units or more")
    void againstTheDivision() {
        DivisionChange rule = new DivisionChange("consumption", BAND, 5, NONE);
        assertThat(rule.violation(n("5300"), n("10000"), n("1.1"), 5))
                .contains(List.of(n("5300"), n("10000"), n("0.53"), n("1.1")));
        assertThat(rule.violation(n("5300"), n("10000"), n("1.1"), 4)).isEmpty();
        assertThat(rule.violation(n("5600"), n("10000"), n("1.1"), 5)).isEmpty();
        assertThat(rule.violation(n("2100"), n("10000"), n("0.4"), 9))
                .as("the division fell too")
                .isEmpty();
    }

    @Test
    @DisplayName("of a city, and a fifth more, covers its counties")
    void ofACity() {
        UpperLevel rule = new UpperLevel(List.of(), UpperLevel.Lower.REGIONS, n("1.2"), n("0"), n("1000"), NONE);
        assertThat(rule.violation(n("500000"), n("600000"), n("71430"), true)).isEmpty();
        assertThat(rule.violation(n("500000"), n("620000"), n("85716"), true)).contains(List.of(n("120"), n("120000")));
        assertThat(rule.violation(n("500"), n("620"), n("86"), true))
                .as("86 tce")
                .isEmpty();
    }

    @Test
    @DisplayName("of a city is reached by all its counties together, and asked for where one is missing no more")
    void reachedByAll() {
        UpperLevel rule = new UpperLevel(List.of(), UpperLevel.Lower.REGIONS, n("1.02"), n("0.98"), n("0"), NONE);
        assertThat(rule.violation(n("1000"), n("985"), n("0"), true)).isEmpty();
        assertThat(rule.violation(n("1000"), n("930"), n("0"), true)).contains(List.of(n("98"), n("-70")));
        assertThat(rule.violation(n("1000"), n("930"), n("0"), false)).isEmpty();
        assertThat(rule.violation(n("1000"), n("1030"), n("0"), true)).contains(List.of(n("102"), n("30")));
    }

    // 1315 / 1250 = 1.052
    @Test
    @DisplayName("grows as is stated, to a percentage point")
    void grows() {
        StatedGrowth rule = new StatedGrowth("gdp-growth", "gdp-constant", n("1"));
        assertThat(rule.violation(n("5.2"), n("1315"), n("1250"))).isEmpty();
        assertThat(rule.violation(n("6.2"), n("1315"), n("1250"))).isEmpty();
        assertThat(rule.violation(n("-5.2"), n("1315"), n("1250"))).contains(List.of(n("5.20"), n("-10.40")));
        assertThat(rule.violation(n("5.2"), n("1250"), n("1315")))
                .as("it fell")
                .contains(List.of(n("-4.94"), n("10.14")));
    }
}
