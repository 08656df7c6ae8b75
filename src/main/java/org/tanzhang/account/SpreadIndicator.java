package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.intensity.Indicators;
import org.tanzhang.code.Region;
import org.tanzhang.method.Balancing;
import org.tanzhang.method.Balancing.Indicator;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * By what residuals are spread over counties: share = residual x indicator of the county / indicator of all counties.
 *
 * @param kind the indicator in force
 * @param stated what the counties' offices state, by code, in persons or CNY; empty where each cell is an indicator of itself
 */
record SpreadIndicator(Indicator kind, Map<String, BigDecimal> stated) {

    SpreadIndicator {
        stated = Map.copyOf(stated);
    }

    /**
     * The method's indicator of the account's counties. Where one of them does not state it there is no share of any: all are
     * spread by own activity instead, and who lacks it is said. Left out, that county's share would fall to the others.
     */
    static SpreadIndicator of(Balancing balancing, AccountInput input, List<Finding> findings) {
        Indicator wanted = balancing.indicator();
        if (!balancing.asksForIndicators()) {
            return new SpreadIndicator(wanted, Map.of());
        }
        Map<String, BigDecimal> stated = new TreeMap<>();
        for (Region county : input.children()) {
            BigDecimal amount = amount(wanted, input.beside().indicators().get(county.code()));
            if (amount == null || amount.signum() < 0) {
                findings.add(Finding.about(
                        county.code() + "/" + wanted.code(),
                        "A-BALANCE-02",
                        Severity.WARNING,
                        county.name().zh(),
                        input.year(),
                        wanted.code()));
            } else {
                stated.put(county.code(), amount);
            }
        }
        return stated.size() == input.children().size()
                ? new SpreadIndicator(wanted, stated)
                : new SpreadIndicator(Indicator.OWN_ACTIVITY, Map.of());
    }

    private static @Nullable BigDecimal amount(Indicator wanted, @Nullable Statement statement) {
        if (statement == null) {
            return null;
        }
        Indicators indicators = Indicators.of(statement);
        return wanted == Indicator.POPULATION ? indicators.population() : indicators.gdpCurrent();
    }

    /**
     * The indicator of one county in one cell.
     *
     * @param activity what the county states for the cell
     */
    BigDecimal of(String county, BigDecimal activity) {
        return switch (kind) {
            case OWN_ACTIVITY -> activity;
            case EQUAL -> BigDecimal.ONE;
            case POPULATION, GDP_CURRENT -> stated.getOrDefault(county, BigDecimal.ZERO);
        };
    }
}
