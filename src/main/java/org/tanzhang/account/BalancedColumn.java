package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.Account.BalancedCell;
import org.tanzhang.account.balancing.Estimate;
import org.tanzhang.account.balancing.Total;

/**
 * One cell of the closure as a column of the table that is balanced: its counties, and what they should come to.
 *
 * @param unit symbol of the ledger unit
 * @param city code of the city, null where it leaves the cell blank
 * @param counties in the order of their codes
 * @param toMeet what the counties should come to: what they state, and what of the residual belongs to them
 * @param atCity what of the residual stays at the city
 * @param variance of what the city states, 0 where that holds
 * @param co2ToMeet CO2 of {@code toMeet} in t, null where something of it is not estimated
 * @param weightOf what the weights are: {@code variance}, or the code of an indicator
 * @param scale decimals of a tonne of CO2
 */
record BalancedColumn(
        Activity.CellKey cell,
        String unit,
        @Nullable String city,
        List<County> counties,
        BigDecimal toMeet,
        BigDecimal atCity,
        BigDecimal variance,
        @Nullable BigDecimal co2ToMeet,
        String weightOf,
        int scale) {

    private static final MathContext PRECISION = new MathContext(60, RoundingMode.HALF_EVEN);

    /**
     * What a county states for the cell.
     *
     * @param weight its variance, or its indicator
     * @param co2 in t, null where it is not estimated
     */
    record County(
            String code,
            BigDecimal raw,
            BigDecimal weight,
            @Nullable BigDecimal co2) {}

    BigDecimal stated() {
        return counties.stream().map(County::raw).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the counties lack. */
    BigDecimal gap() {
        return toMeet.subtract(stated());
    }

    /** Whether amounts from zero on can meet it at all. */
    boolean canBeMet() {
        return toMeet.signum() >= 0
                && counties.stream().noneMatch(c -> c.raw().signum() < 0)
                && (gap().signum() == 0
                        || counties.stream().anyMatch(c -> c.weight().signum() > 0));
    }

    /** How many estimates it has: its counties, and the city where that may move. */
    int size() {
        return counties.size() + (variance.signum() == 0 ? 0 : 1);
    }

    /** The place of a county among its estimates, -1 where it states nothing. */
    int placeOf(String county) {
        for (int i = 0; i < counties.size(); i++) {
            if (counties.get(i).code().equals(county) && counties.get(i).raw().signum() > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Adds its estimates to those of the table and gives the total that they must meet. */
    Total total(List<Estimate> estimates) {
        Map<Integer, Integer> signs = new TreeMap<>();
        for (County county : counties) {
            signs.put(estimates.size(), 1);
            estimates.add(new Estimate(county.raw(), county.weight()));
        }
        if (variance.signum() == 0) {
            return new Total(signs, toMeet);
        }
        signs.put(estimates.size(), -1);
        estimates.add(new Estimate(toMeet, variance));
        return new Total(signs, BigDecimal.ZERO);
    }

    /** The cells as they are stated. */
    List<BalancedCell> asStated() {
        List<BalancedCell> cells = new ArrayList<>();
        for (County county : counties) {
            if (county.raw().signum() != 0) {
                cells.add(of(county, county.raw(), county.co2()));
            }
        }
        if (city != null) {
            BigDecimal co2 = sum(counties.stream().map(County::co2).toList());
            cells.add(ofCity(stated(), stated(), atCity.add(gap()), co2, co2));
        }
        return cells;
    }

    /** The cells with adjusted amounts, in the order of its estimates. */
    List<BalancedCell> adjusted(List<BigDecimal> amounts) {
        List<BalancedCell> cells = new ArrayList<>();
        List<@Nullable BigDecimal> co2 = co2(amounts);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < counties.size(); i++) {
            County county = counties.get(i);
            BigDecimal amount = amounts.get(i);
            sum = sum.add(amount);
            if (county.raw().signum() != 0 || amount.signum() != 0) {
                cells.add(of(county, amount, co2.get(i)));
            }
        }
        cells.add(ofCity(toMeet, sum, atCity, co2ToMeet, sum(co2)));
        return cells;
    }

    /**
     * The CO2 of adjusted amounts: a county's own mean, that of the cell where it states nothing, all in one ratio so that
     * they come to the CO2 of the cell, which the city has without balancing.
     */
    private List<@Nullable BigDecimal> co2(List<BigDecimal> amounts) {
        BigDecimal cellCo2 = co2ToMeet;
        List<@Nullable BigDecimal> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal met = BigDecimal.ZERO;
        for (int i = 0; i < counties.size(); i++) {
            BigDecimal share = ofOwnMean(counties.get(i), amounts.get(i));
            shares.add(share);
            sum = share == null ? sum : sum.add(share);
            met = met.add(amounts.get(i));
        }
        if (cellCo2 == null || cellCo2.signum() < 0 || shares.contains(null) || toMeet.signum() == 0) {
            return shares;
        }
        BigDecimal target = cellCo2.multiply(met).divide(toMeet, scale, RoundingMode.HALF_EVEN);
        return sum.signum() == 0 ? shares : inRatio(shares, sum, target);
    }

    private @Nullable BigDecimal ofOwnMean(County county, BigDecimal amount) {
        BigDecimal own = county.co2();
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (county.raw().signum() != 0) {
            return own == null ? null : own.multiply(amount).divide(county.raw(), PRECISION);
        }
        return co2ToMeet == null ? null : co2ToMeet.multiply(amount).divide(toMeet, PRECISION);
    }

    private List<@Nullable BigDecimal> inRatio(List<@Nullable BigDecimal> shares, BigDecimal sum, BigDecimal target) {
        List<@Nullable BigDecimal> scaled = new ArrayList<>();
        BigDecimal left = target;
        int largest = 0;
        BigDecimal most = BigDecimal.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal share = shares.get(i);
            BigDecimal part = share == null
                    ? BigDecimal.ZERO
                    : share.multiply(target).divide(sum, PRECISION).setScale(scale, RoundingMode.HALF_EVEN);
            scaled.add(part);
            left = left.subtract(part);
            if (part.compareTo(most) > 0) {
                largest = i;
                most = part;
            }
        }
        scaled.set(largest, most.add(left));
        return scaled;
    }

    private BalancedCell of(County county, BigDecimal amount, @Nullable BigDecimal co2) {
        return new BalancedCell(
                county.code(),
                cell.sectorGroup(),
                cell.carrierGroup(),
                cell.flow(),
                unit,
                county.raw(),
                county.weight(),
                weightOf,
                amount,
                BigDecimal.ZERO,
                county.co2(),
                co2);
    }

    private BalancedCell ofCity(
            BigDecimal raw,
            BigDecimal amount,
            BigDecimal kept,
            @Nullable BigDecimal co2,
            @Nullable BigDecimal balancedCo2) {
        return new BalancedCell(
                String.valueOf(city),
                cell.sectorGroup(),
                cell.carrierGroup(),
                cell.flow(),
                unit,
                raw,
                variance,
                weightOf,
                amount,
                kept,
                co2,
                balancedCo2);
    }

    private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }
}
