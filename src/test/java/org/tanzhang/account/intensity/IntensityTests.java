package org.tanzhang.account.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.account.intensity.Emissions.Measure;
import org.tanzhang.account.intensity.Intensity.Line;
import org.tanzhang.account.intensity.Intensity.Reason;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Period;
import org.tanzhang.observation.Reporter;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

@DisplayName("CO2 per GDP")
class IntensityTests {

    private static final Emissions.Vintage VINTAGE = new Emissions.Vintage("set", "1", "method", "2", "");

    private static BigDecimal of(String text) {
        return new BigDecimal(text);
    }

    /** GDP at prices of 2020 in 10^4 CNY. */
    private static Indicators at2020(int year, String tenThousand) {
        return new Indicators(year, null, Map.of(2020, of(tenThousand).movePointRight(4)), null, of("1000"));
    }

    private static Emissions emits(int year, String co2) {
        return new Emissions(year, of(co2), true, of("0"), VINTAGE);
    }

    private static List<String> declines(List<Line> lines) {
        return lines.stream()
                .map(l -> l.year() + " " + percent(l.decline()) + " " + percent(l.cumulative()))
                .toList();
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null
                ? "-"
                : share.movePointRight(2).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    @Test
    @DisplayName("declines by 1 - (C/G of the year) / (C/G of the year before), and cumulates as a product")
    void decline() {
        // 10000 / 5000 = 2; 10200 / 5300 = 1.924528...: 3.774 %; 10000 / 5500 = 1.818182: 5.526 %
        // cumulative 1 - 0.962264 x 0.944741 = 9.091 % = 1 - 1.818182 / 2
        Intensity intensity =
                new Intensity(List.of(at2020(2021, "5000"), at2020(2022, "5300"), at2020(2023, "5500")), 2020, null);
        List<Line> lines = intensity.lines(
                List.of(emits(2021, "10000"), emits(2022, "10200"), emits(2023, "10000")), Measure.SCOPE_1);
        assertThat(declines(lines)).containsExactly("2021 - -", "2022 3.774 3.774", "2023 5.526 9.091");
        assertThat(lines.get(0).reason()).isEqualTo(Reason.NO_YEAR_BEFORE);
        assertThat(lines.get(0).perHead()).isEqualByComparingTo("10");
    }

    @Test
    @DisplayName("rounds the intensity before the rate to 3 or 4 decimals where the method says so")
    void intermediateRounding() {
        // 0.96149 and 0.95951 t per 10^4 CNY: 0.961 and 0.960, 0.9615 and 0.9595
        List<Indicators> gdp = List.of(at2020(2021, "100000"), at2020(2022, "100000"));
        List<Emissions> co2 = List.of(emits(2021, "96149"), emits(2022, "95951"));
        assertThat(declines(new Intensity(gdp, 2020, null).lines(co2, Measure.SCOPE_1)))
                .contains("2022 0.206 0.206");
        assertThat(declines(new Intensity(gdp, 2020, 3).lines(co2, Measure.SCOPE_1)))
                .contains("2022 0.104 0.104");
        assertThat(declines(new Intensity(gdp, 2020, 4).lines(co2, Measure.SCOPE_1)))
                .contains("2022 0.208 0.208");
    }

    /**
     * National energy per GDP after the second census, 1.276, 1.241, 1.179 and 1.118 tce per 10^4 CNY in 2005 to 2008, and its
     * published declines, 2.74, 5.04 and 5.20 %: rounded to 3 decimals the printed intensities give 2.74, 5.00 and 5.17, so the
     * declines were taken before rounding, and lie within what 0.0005 either way allows.
     */
    @Test
    @DisplayName("agrees with the published declines of energy intensity 2006 to 2008")
    void publishedDeclines() {
        assertThat(percent(Intensity.decline(of("1.276"), of("1.241")))).isEqualTo("2.743");
        assertWithin("1.241", "1.179", "0.0504");
        assertWithin("1.179", "1.118", "0.0520");
    }

    private static void assertWithin(String before, String after, String published) {
        BigDecimal half = of("0.0005");
        assertThat(of(published))
                .isBetween(
                        Intensity.decline(of(before).subtract(half), of(after).add(half)),
                        Intensity.decline(of(before).add(half), of(after).subtract(half)));
    }

    @Test
    @DisplayName("chains GDP over a change of the base year by the growth at the old prices, and by growth rates")
    void chained() {
        // 2019 and 2020 at prices of 2015: 200 -> 210, growth 5 %; 2020 at its own prices 315; 2021 grows by 8 %, 2018
        // to 2019 by 4
        ConstantPrices prices = new ConstantPrices(
                List.of(
                        new Indicators(2018, null, Map.of(), null, null),
                        new Indicators(2019, of("290"), Map.of(2015, of("200")), of("0.04"), null),
                        new Indicators(2020, of("315"), Map.of(2015, of("210")), null, null),
                        new Indicators(2021, of("350"), Map.of(), of("0.08"), null)),
                2020);
        assertThat(prices.gdp(2020)).hasValue(of("315"));
        assertThat(prices.gdp(2021)).hasValueSatisfying(g -> assertThat(g).isEqualByComparingTo("340.2"));
        assertThat(prices.gdp(2019)).hasValueSatisfying(g -> assertThat(g).isEqualByComparingTo("300"));
        assertThat(prices.gdp(2018).orElseThrow().setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("288.461538");
        // nobody says how 2018 grew out of 2017
        assertThat(prices.gdp(2017)).isEmpty();
    }

    @Test
    @DisplayName("the first year of new prices follows from current prices of the base year")
    void firstYearOfNewPrices() {
        ConstantPrices prices = new ConstantPrices(
                List.of(
                        new Indicators(2020, of("315"), Map.of(), null, null),
                        new Indicators(2021, of("350"), Map.of(2020, of("340.2")), null, null)),
                2021);
        // 350 x 315 / 340.2
        assertThat(prices.gdp(2020).orElseThrow().setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("324.074074");
    }

    @Test
    @DisplayName("has no rate between years of different factor sets or methods, and says why")
    void otherVintage() {
        Emissions otherwise = new Emissions(
                2022, of("9000"), true, of("0"), new Emissions.Vintage("set", "other", "method", "2", ""));
        List<Line> lines = new Intensity(List.of(at2020(2021, "5000"), at2020(2022, "5000")), 2020, null)
                .lines(List.of(emits(2021, "10000"), otherwise), Measure.SCOPE_1);
        assertThat(lines.get(1).decline()).isNull();
        assertThat(lines.get(1).reason()).isEqualTo(Reason.OTHER_VINTAGE);
        assertThat(lines.get(1).intensity()).isEqualByComparingTo("1.8");
    }

    @Test
    @DisplayName("has neither intensity nor rate where GDP or the net import is not known: missing is not zero")
    void notStated() {
        Emissions unknown = new Emissions(2022, of("9000"), false, null, VINTAGE);
        Intensity intensity = new Intensity(List.of(at2020(2021, "5000")), 2020, null);
        List<Line> lines = intensity.lines(List.of(emits(2021, "10000"), unknown), Measure.SCOPE_1);
        assertThat(lines.get(1).intensity()).isNull();
        assertThat(lines.get(1).reason()).isEqualTo(Reason.NOT_STATED);
        assertThat(lines.get(1).complete()).isFalse();
        assertThat(intensity
                        .lines(List.of(unknown), Measure.WITH_NET_IMPORT)
                        .get(0)
                        .co2())
                .isNull();
    }

    @Test
    @DisplayName("net export lowers the CO2 that the assessment takes")
    void withNetImport() {
        Emissions exporter = new Emissions(2022, of("9000"), true, of("-500"), VINTAGE);
        Line line = new Intensity(List.of(at2020(2022, "5000")), 2020, null)
                .lines(List.of(exporter), Measure.WITH_NET_IMPORT)
                .get(0);
        assertThat(line.co2()).isEqualByComparingTo("8500");
        assertThat(line.intensity()).isEqualByComparingTo("1.7");
    }

    @Test
    @DisplayName("reads the units and the base year off the statement")
    void readsAStatement() {
        Indicators read = Indicators.of(statement(
                cell("gdp-current", "812.35", "10^8 CNY"),
                cell("gdp-constant@2020", "760.12", "10^8 CNY"),
                cell("gdp-constant", "700", "10^8 CNY"),
                cell("gdp-base-year", "2015", "1"),
                cell("gdp-index", "105.1", "1/10^2 1"),
                cell("population", "96.4", "10^4 person")));
        assertThat(read.gdpCurrent()).isEqualByComparingTo("81235000000");
        assertThat(read.gdpConstant().get(2020)).isEqualByComparingTo("76012000000");
        assertThat(read.gdpConstant().get(2015)).isEqualByComparingTo("70000000000");
        assertThat(read.growth()).isEqualByComparingTo("0.051");
        assertThat(read.population()).isEqualByComparingTo("964000");
    }

    private static Statement statement(Observation... cells) {
        return new Statement(
                1,
                "socio-economic",
                new Reporter(Reporter.Kind.REGION, "430102", "芙蓉区"),
                Period.year(2024),
                new Statement.Origin("主要指标.xlsx", ""),
                List.of(cells));
    }

    private static Observation cell(String item, String value, String unit) {
        return new Observation(1, item, "", new CellAddress("主要指标", 1, 1), value, of(value), null, Unit.parse(unit));
    }
}
