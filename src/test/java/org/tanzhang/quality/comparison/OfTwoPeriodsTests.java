package org.tanzhang.quality.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.NotationKey;
import org.tanzhang.observation.Observation;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

@DisplayName("A cell beside an earlier one")
class OfTwoPeriodsTests {

    private static final BigDecimal HALF_UNIT = new BigDecimal("0.005");
    private static final CoalEquivalents TCE = new CoalEquivalents(Map.of(
            "diesel", new CoalEquivalents.Worth(new BigDecimal("1.4571"), Unit.parse("t")),
            "natural-gas", new CoalEquivalents.Worth(new BigDecimal("13.3"), Unit.parse("10^4 m3"))));
    private static final Map<String, Unit> UNITS = Map.of(
            "吨", Unit.parse("t"),
            "千克", Unit.parse("kg"),
            "万吨", Unit.parse("10^4 t"),
            "立方米", Unit.parse("m3"),
            "万立方米", Unit.parse("10^4 m3"),
            "亿立方米", Unit.parse("10^8 m3"));

    private static Beside beside(String item) {
        return new Beside(List.of(Beside.Items.of(item)), List.of(), true);
    }

    private static @Nullable Observation cell(String carrier, @Nullable String value, String unit) {
        CellAddress at = new CellAddress("205-1", 20, 6);
        return value == null
                ? null
                : value.isEmpty()
                        ? new Observation(0, "x", carrier, at, "", null, NotationKey.BLANK, Unit.parse(unit))
                        : new Observation(0, "x", carrier, at, value, new BigDecimal(value), null, Unit.parse(unit));
    }

    private static CellPair diesel(@Nullable String now, @Nullable String before) {
        return new CellPair(cell("diesel", now, "t"), cell("diesel", before, "t"), false);
    }

    private static CellPair gas(String now, String before) {
        return new CellPair(cell("natural-gas", now, "10^4 m3"), cell("natural-gas", before, "10^4 m3"), false);
    }

    private static final SameStock STOCK =
            new SameStock(Earlier.LAST_YEAR_END, beside("opening-stock=closing-stock"), HALF_UNIT);
    private static final NotDecreasing GROWING =
            new NotDecreasing(Earlier.MONTH_BEFORE, beside("consumption"), HALF_UNIT);
    private static final CellChange CHANGE = new CellChange(
            Earlier.LAST_YEAR, beside("consumption"), new Band(BigDecimal.valueOf(2), BigDecimal.valueOf(1000)), TCE);
    private static final UnitSlip SLIP = new UnitSlip(
            Earlier.LAST_YEAR,
            beside("consumption"),
            new PowersOfTen(
                    List.of(BigDecimal.valueOf(1000), BigDecimal.valueOf(10000)),
                    BigDecimal.valueOf(2),
                    BigDecimal.valueOf(100),
                    UNITS,
                    TCE));

    @Test
    @DisplayName("is not there at all when neither is stated")
    void needsOneOfTheTwo() {
        assertThatThrownBy(() -> diesel(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("as a stock is the same, but for half the last printed place of each")
    void sameStock() {
        assertThat(STOCK.violation(diesel("310", "310.01"))).isEmpty();
        assertThat(STOCK.violation(diesel("310", "310.02"))).contains(List.of(new BigDecimal("-0.02")));
        assertThat(STOCK.violation(diesel("260", "310"))).contains(List.of(new BigDecimal("-50")));
    }

    @Test
    @DisplayName("as a stock that is not stated is none, which differs from a stock that was left")
    void stockThatIsNotStated() {
        assertThat(STOCK.violation(diesel(null, "310"))).contains(List.of(new BigDecimal("-310")));
        assertThat(STOCK.violation(diesel("", "0"))).isEmpty();
    }

    @Test
    @DisplayName("as a stock printed with its sign turned, in another unit, is the same stock")
    void stockWithItsSignTurned() {
        Observation opening = cell("diesel", "1.20", "10^4 t");
        Observation closing = cell("diesel", "-12000", "t");
        assertThat(STOCK.violation(new CellPair(opening, closing, true))).isEmpty();
        assertThat(STOCK.violation(new CellPair(opening, closing, false))).contains(List.of(new BigDecimal("2.40")));
    }

    @Test
    @DisplayName("as a figure since January does not become less")
    void notDecreasing() {
        assertThat(GROWING.violation(diesel("820", "820"))).isEmpty();
        assertThat(GROWING.violation(diesel("900", "820"))).isEmpty();
        assertThat(GROWING.violation(diesel("790", "820"))).contains(List.of(new BigDecimal("30")));
        assertThat(GROWING.violation(diesel(null, "820"))).contains(List.of(new BigDecimal("820")));
    }

    @ParameterizedTest
    @CsvSource({
        "2400, 1200, ''", // exactly twice
        "2401, 1200, '2.00 1750'",
        "1000, 2100, '0.476 -1603'",
        "30, 10, ''", // thrice, but 29 tce
        "900, 0, '— 1311'",
    })
    @DisplayName("changes by at most the factor, unless the change is too small to ask about")
    void changesInProportion(String now, String before, String expected) {
        String said = CHANGE.violation(diesel(now, before))
                .map(a -> a.get(0) + " " + a.get(1))
                .orElse("");
        assertThat(said).isEqualTo(expected);
    }

    @Test
    @DisplayName("that vanished is a change too, and so is one that a notation replaced")
    void vanished() {
        assertThat(CHANGE.violation(diesel(null, "900")))
                .contains(List.of(new BigDecimal("0"), new BigDecimal("-1311")));
    }

    @ParameterizedTest
    @CsvSource({
        "5180000, 5210, 1000, 千克",
        "0.52, 5210, 0.0001, 万吨",
        "52100000, 5210, 10000, —",
        "5.21, 5210, 0.001, —",
    })
    @DisplayName("in tonnes that is a power of ten off names the unit that would fit, if there is one")
    void slipsOfMass(String now, String before, String factor, String unit) {
        assertThat(SLIP.violation(diesel(now, before))).contains(List.of(new BigDecimal(factor), unit));
    }

    @ParameterizedTest
    @CsvSource({"8900000, 870, 10000, 立方米", "0.087, 870, 0.0001, 亿立方米", "870000, 870, 1000, —"})
    @DisplayName("in 10^4 m3 likewise")
    void slipsOfVolume(String now, String before, String factor, String unit) {
        assertThat(SLIP.violation(gas(now, before))).contains(List.of(new BigDecimal(factor), unit));
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 5, false", // 400 times
        "2500, 5, true", // half of a thousand
        "10000, 5, true", // twice a thousand
        "10001, 5, false",
        "24999, 5, false",
        "25000, 5, true", // half of ten thousand
        "100000, 5, true",
        "100001, 5, false"
    })
    @DisplayName("is a power of ten off from half of it to twice it")
    void spread(String now, String before, boolean slip) {
        assertThat(SLIP.violation(diesel(now, before)).isPresent()).isEqualTo(slip);
    }

    @Test
    @DisplayName("that is nothing, or little either way, is no slip")
    void noSlip() {
        assertThat(SLIP.violation(diesel(null, "5210"))).isEmpty();
        assertThat(SLIP.violation(diesel("5210", "0"))).isEmpty();
        assertThat(SLIP.violation(diesel("60", "0.06"))).as("87 tce").isEmpty();
    }

    @Test
    @DisplayName("may be measured by another expectation, in another unit, such as so much per head")
    void measuredByAnotherExpectation() {
        assertThat(SLIP.powers().slip("diesel", Quantity.of("5200", "10^4 t"), Quantity.of("5000", "t")))
                .contains(new PowersOfTen.Slip(new BigDecimal("10000"), "吨"));
        assertThat(SLIP.powers().slip("diesel", Quantity.of("5.2", "10^4 t"), Quantity.of("50000", "t")))
                .isEmpty();
    }
}
