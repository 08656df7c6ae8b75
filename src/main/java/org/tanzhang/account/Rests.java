package org.tanzhang.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Flow;

/**
 * What a county's balance states beyond its enterprises, for one carrier group, by flow.
 *
 * <p>A works and its district may book the same coal differently, as final use or as input to power; so negative rests
 * are first set off against positive ones, pro rata, and the sum over the flows stays (METHOD 2).
 */
final class Rests {

    /** Shares of a netted rest are rounded to this many decimals; the last flow takes the difference. */
    private static final int SHARE_SCALE = 6;

    private final Map<Flow, BigDecimal> byFlow = new EnumMap<>(Flow.class);

    Rests(BigDecimal finalUse, BigDecimal power, BigDecimal heat) {
        byFlow.put(Flow.FINAL, finalUse);
        byFlow.put(Flow.POWER, power);
        byFlow.put(Flow.HEAT, heat);
    }

    BigDecimal of(Flow flow) {
        return byFlow.getOrDefault(flow, BigDecimal.ZERO);
    }

    /** Sets negative against positive and gives the amount that was moved; zero when nothing was. */
    BigDecimal net() {
        List<Flow> takers = flows(-1);
        List<Flow> givers = flows(1);
        if (takers.isEmpty() || givers.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal lack = sum(takers).negate();
        BigDecimal excess = sum(givers);
        BigDecimal moved = lack.min(excess);
        share(givers, moved.negate(), excess);
        share(takers, moved, lack.negate());
        return moved;
    }

    private List<Flow> flows(int signum) {
        return byFlow.keySet().stream().filter(f -> of(f).signum() == signum).toList();
    }

    private BigDecimal sum(List<Flow> flows) {
        return flows.stream().map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void share(List<Flow> flows, BigDecimal moved, BigDecimal whole) {
        BigDecimal left = moved;
        for (int i = 0; i < flows.size(); i++) {
            BigDecimal rest = of(flows.get(i));
            BigDecimal part = i == flows.size() - 1
                    ? left
                    : moved.multiply(rest).divide(whole, SHARE_SCALE, RoundingMode.HALF_EVEN);
            byFlow.put(flows.get(i), rest.add(part));
            left = left.subtract(part);
        }
    }
}
