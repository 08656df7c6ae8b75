package org.tanzhang.account.intensity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.intensity.Emissions.Measure;

/**
 * CO2 per GDP of a region, year after year, by the official formula:
 *
 * <pre>
 * D_t     = 1 - (C_t / G_t) / (C_t-1 / G_t-1)
 * D_cum,t = 1 - (1 - D_cum,t-1)(1 - D_t)
 * </pre>
 *
 * with G at constant prices. Before the rate is taken, C / G is rounded to the decimals of t per 10^4 CNY that the method names,
 * if it names any. A rate needs two neighbouring years under one factor set and method.
 */
public final class Intensity {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final ConstantPrices prices;
    private final Map<Integer, Indicators> indicators;
    private final @Nullable Integer decimals;

    /** @param decimals of t per 10^4 CNY, HALF_UP; null for none */
    public Intensity(Collection<Indicators> indicators, int baseYear, @Nullable Integer decimals) {
        this.prices = new ConstantPrices(indicators, baseYear);
        this.indicators = indicators.stream().collect(Collectors.toMap(Indicators::year, Function.identity()));
        this.decimals = decimals;
    }

    /** Why a year has no rate of decline. */
    public enum Reason {
        /** the first year there is, or no run of the year before */
        NO_YEAR_BEFORE,
        /** CO2, GDP or its growth is not known in one of the two years */
        NOT_STATED,
        /** the year before was accounted with another factor set, method or vintage of data */
        OTHER_VINTAGE
    }

    /**
     * A year's figures.
     *
     * @param co2 t CO2, null where the net import is not known
     * @param complete whether nothing is missing in it, nor in the year before where a rate is given
     * @param gdp at prices of the base year, CNY; null where it is not known
     * @param intensity t CO2 per 10^4 CNY, as it enters the rate
     * @param perHead t CO2 per person
     * @param decline a share: 0.05 is 5 % less than the year before; negative for a rise
     * @param cumulative a share, from the first year of the chain
     * @param reason why there is no decline; null beside one
     */
    public record Line(
            int year,
            Measure measure,
            @Nullable BigDecimal co2,
            boolean complete,
            @Nullable BigDecimal gdp,
            @Nullable BigDecimal intensity,
            @Nullable BigDecimal perHead,
            @Nullable BigDecimal decline,
            @Nullable BigDecimal cumulative,
            @Nullable Reason reason) {}

    /** A line a year, oldest first. A year without a rate begins the cumulative rate anew. */
    public List<Line> lines(Collection<Emissions> emissions, Measure measure) {
        List<Line> lines = new ArrayList<>();
        @Nullable Emissions before = null;
        for (Emissions of : emissions.stream()
                .sorted(Comparator.comparingInt(Emissions::year))
                .toList()) {
            lines.add(line(of, measure, before, lines.isEmpty() ? null : lines.get(lines.size() - 1)));
            before = of;
        }
        return lines;
    }

    private Line line(Emissions of, Measure measure, @Nullable Emissions before, @Nullable Line lineBefore) {
        Optional<BigDecimal> co2 = of.co2(measure);
        Optional<BigDecimal> gdp = prices.gdp(of.year()).filter(g -> g.signum() > 0);
        Optional<BigDecimal> intensity =
                co2.flatMap(c -> gdp.map(g -> rounded(c.multiply(TEN_THOUSAND).divide(g, DIGITS))));
        Optional<BigDecimal> perHead = Optional.ofNullable(indicators.get(of.year()))
                .map(Indicators::population)
                .filter(p -> p.signum() > 0)
                .flatMap(p -> co2.map(c -> c.divide(p, DIGITS)));
        @Nullable BigDecimal earlier = lineBefore == null ? null : lineBefore.intensity();
        @Nullable Reason reason = null;
        @Nullable BigDecimal decline = null;
        @Nullable BigDecimal cumulative = null;
        if (before == null || before.year() != of.year() - 1) {
            reason = Reason.NO_YEAR_BEFORE;
        } else if (!before.vintage().equals(of.vintage())) {
            reason = Reason.OTHER_VINTAGE;
        } else if (intensity.isEmpty() || earlier == null || earlier.signum() == 0) {
            reason = Reason.NOT_STATED;
        } else {
            decline = decline(earlier, intensity.get());
            BigDecimal chain =
                    lineBefore == null || lineBefore.cumulative() == null ? BigDecimal.ZERO : lineBefore.cumulative();
            cumulative = cumulative(chain, decline);
        }
        boolean complete = of.complete() && (decline == null || (before != null && before.complete()));
        return new Line(
                of.year(),
                measure,
                co2.orElse(null),
                complete,
                gdp.orElse(null),
                intensity.orElse(null),
                perHead.orElse(null),
                decline,
                cumulative,
                reason);
    }

    private BigDecimal rounded(BigDecimal intensity) {
        return decimals == null ? intensity : intensity.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** 1 - after / before. */
    static BigDecimal decline(BigDecimal before, BigDecimal after) {
        return BigDecimal.ONE.subtract(after.divide(before, DIGITS));
    }

    /** 1 - (1 - chain)(1 - decline). */
    static BigDecimal cumulative(BigDecimal chain, BigDecimal decline) {
        return BigDecimal.ONE.subtract(
                BigDecimal.ONE.subtract(chain).multiply(BigDecimal.ONE.subtract(decline), DIGITS));
    }
}
