package org.tanzhang.account.intensity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quantity.Unit;

/**
 * What a region states of its economy and people in a year.
 *
 * @param gdpCurrent GDP at current prices, CNY; null where it is not stated
 * @param gdpConstant GDP at constant prices by the year whose prices they are, CNY
 * @param growth growth of GDP over the year before at comparable prices, a share (0.05 is 5 %); null where it is not stated
 * @param population persons; null where it is not stated
 */
public record Indicators(
        int year,
        @Nullable BigDecimal gdpCurrent,
        Map<Integer, BigDecimal> gdpConstant,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal population) {

    private static final Unit CNY = Unit.parse("CNY");
    private static final Unit PERSON = Unit.parse("person");
    private static final String AT_PRICES_OF = "gdp-constant@";

    public Indicators {
        gdpConstant = Map.copyOf(gdpConstant);
    }

    /**
     * Reads a statement {@code socio-economic}. GDP at constant prices counts where its base year is known: from the item
     * ({@code gdp-constant@2020}) or from {@code gdp-base-year}. An index (上年=100) stands for the growth rate where none is
     * stated.
     */
    public static Indicators of(Statement statement) {
        Map<Integer, BigDecimal> constant = new TreeMap<>();
        Optional<Integer> base = in(statement, "gdp-base-year", Unit.ONE).map(BigDecimal::intValue);
        base.ifPresent(b -> in(statement, "gdp-constant", CNY).ifPresent(gdp -> constant.put(b, gdp)));
        for (Observation cell : statement.observations()) {
            if (cell.item().startsWith(AT_PRICES_OF) && cell.value() != null) {
                constant.put(
                        Integer.parseInt(cell.item().substring(AT_PRICES_OF.length())),
                        cell.quantity().in(CNY).value());
            }
        }
        Optional<BigDecimal> growth = in(statement, "gdp-growth", Unit.ONE)
                .or(() -> in(statement, "gdp-index", Unit.ONE).map(index -> index.subtract(BigDecimal.ONE)));
        return new Indicators(
                statement.period().year(),
                in(statement, "gdp-current", CNY).orElse(null),
                constant,
                growth.orElse(null),
                in(statement, "population", PERSON).orElse(null));
    }

    private static Optional<BigDecimal> in(Statement statement, String item, Unit unit) {
        return statement.observations().stream()
                .filter(o -> o.item().equals(item) && o.value() != null)
                .findFirst()
                .map(o -> o.quantity().in(unit).value());
    }
}
