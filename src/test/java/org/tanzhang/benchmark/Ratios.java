package org.tanzhang.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The ratios of several runs: one alone says little on a machine whose speed wavers. */
final class Ratios {

    /** How often a benchmark is run, {@code -Druns=}. */
    static final int RUNS = Integer.getInteger("runs", 1);

    private final List<BigDecimal> ratios = new ArrayList<>();

    static BigDecimal of(long taken, long least) {
        return BigDecimal.valueOf(taken).divide(BigDecimal.valueOf(least), 2, RoundingMode.HALF_EVEN);
    }

    void add(BigDecimal ratio) {
        System.out.printf("ratio:     %s%n", ratio);
        ratios.add(ratio);
    }

    void print() {
        if (ratios.size() > 1) {
            List<BigDecimal> sorted = new ArrayList<>(ratios);
            Collections.sort(sorted);
            System.out.printf("median:    %s of %s%n", sorted.get(sorted.size() / 2), ratios);
        }
    }
}
