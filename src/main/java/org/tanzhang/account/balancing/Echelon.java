package org.tanzhang.account.balancing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Totals in reduced echelon form: each row has one pivot, an estimate that no other row holds, so that the pivots follow
 * exactly from the other estimates. Rows that say nothing new are dropped.
 */
final class Echelon {

    /**
     * {@code sum of signs x estimates = value}; the pivot's sign is +1.
     */
    record Row(int pivot, int[] signs, BigDecimal value) {

        /** What the row lacks for its value. */
        BigDecimal gap(List<BigDecimal> amounts) {
            BigDecimal gap = value;
            for (int i = 0; i < signs.length; i++) {
                gap = gap.subtract(amounts.get(i).multiply(BigDecimal.valueOf(signs[i])));
            }
            return gap;
        }
    }

    private final List<int[]> signs = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();

    private Echelon(List<Total> totals, int estimates) {
        for (Total total : totals) {
            int[] row = new int[estimates];
            total.signs().forEach((estimate, sign) -> row[estimate] = sign);
            signs.add(row);
            values.add(total.value());
        }
    }

    /**
     * The rows over the estimates that may move.
     *
     * @param amounts all estimates; those that may not move stay at these
     * @param movable which may move, those first that shall rather be pivots
     * @return empty when no amounts of the movable estimates give the totals
     */
    static Optional<List<Row>> of(List<Total> totals, List<BigDecimal> amounts, List<Integer> movable) {
        Echelon echelon = new Echelon(totals, amounts.size());
        int[] pivots = new int[totals.size()];
        int found = 0;
        for (int column : movable) {
            if (found < pivots.length && echelon.pivot(column, found)) {
                pivots[found++] = column;
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < pivots.length; r++) {
            Row row = new Row(r < found ? pivots[r] : -1, echelon.signs.get(r), echelon.values.get(r));
            if (r < found) {
                rows.add(row);
            } else if (row.gap(amounts).signum() != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    /** Makes a column the pivot of a row, where a row below still holds it. */
    private boolean pivot(int column, int row) {
        int holder = row;
        while (holder < signs.size() && signs.get(holder)[column] == 0) {
            holder++;
        }
        if (holder == signs.size()) {
            return false;
        }
        Collections.swap(signs, row, holder);
        Collections.swap(values, row, holder);
        int sign = signs.get(row)[column];
        if (Math.abs(sign) != 1) {
            // sums over rows and columns of a table never come here
            throw new IllegalArgumentException("totals too entangled to be solved in whole numbers");
        }
        subtract(row, row, 1 - sign);
        for (int other = 0; other < signs.size(); other++) {
            if (other != row) {
                subtract(other, row, signs.get(other)[column]);
            }
        }
        return true;
    }

    /** Takes a row from another so many times; taken twice from itself it changes its sign. */
    private void subtract(int from, int row, int times) {
        if (times == 0) {
            return;
        }
        int[] taken = signs.get(row).clone();
        int[] left = signs.get(from);
        for (int c = 0; c < left.length; c++) {
            left[c] -= times * taken[c];
        }
        values.set(from, values.get(from).subtract(values.get(row).multiply(BigDecimal.valueOf(times))));
    }
}
