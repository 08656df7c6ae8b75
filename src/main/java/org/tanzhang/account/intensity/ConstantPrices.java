package org.tanzhang.account.intensity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A region's GDP at the prices of one year, CNY, chained over changes of the base year.
 *
 * <p>A year's own figure at those prices stands first; in the base year itself current prices are those prices. Else the figure
 * of the neighbouring year towards the base is carried on by the growth between them: the ratio of two figures at the same
 * constant prices, whatever their base, or the growth rate stated. Where neither is there the chain ends.
 *
 * <p>Quotients are kept to 34 significant digits.
 */
public final class ConstantPrices {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Map<Integer, Indicators> years = new TreeMap<>();
    private final int baseYear;

    public ConstantPrices(Collection<Indicators> years, int baseYear) {
        years.forEach(i -> this.years.put(i.year(), i));
        this.baseYear = baseYear;
    }

    public Optional<BigDecimal> gdp(int year) {
        Indicators own = years.get(year);
        BigDecimal stated = own == null ? null : own.gdpConstant().get(baseYear);
        if (stated != null) {
            return Optional.of(stated);
        }
        if (year == baseYear) {
            return Optional.ofNullable(own == null ? null : own.gdpCurrent());
        }
        return year > baseYear
                ? growthFactor(year).flatMap(g -> gdp(year - 1).map(before -> before.multiply(g, DIGITS)))
                : growthFactor(year + 1).flatMap(g -> gdp(year + 1).map(after -> after.divide(g, DIGITS)));
    }

    /** GDP of a year over that of the year before, at comparable prices. */
    private Optional<BigDecimal> growthFactor(int year) {
        Indicators own = years.get(year);
        if (own == null) {
            return Optional.empty();
        }
        Indicators before = years.get(year - 1);
        Optional<BigDecimal> ratio = before == null
                ? Optional.empty()
                : own.gdpConstant().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(e ->
                                Optional.ofNullable(at(before, e.getKey()))
                                        .map(g -> e.getValue().divide(g, DIGITS))
                                        .stream())
                        .findFirst();
        return ratio.or(() -> Optional.ofNullable(own.growth()).map(BigDecimal.ONE::add))
                .filter(g -> g.signum() > 0);
    }

    private static @Nullable BigDecimal at(Indicators of, int base) {
        return of.year() == base && !of.gdpConstant().containsKey(base)
                ? of.gdpCurrent()
                : of.gdpConstant().get(base);
    }
}
