package org.tanzhang.account.balancing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Adjusts estimates so that totals hold, each by as much as its variance allows: generalised least squares (Stone,
 * Champernowne and Meade 1942, Review of Economic Studies 9).
 *
 * <p>Minimises {@code sum (x - x0)^2 / v} under {@code A x = b} and {@code x >= 0}. Without the bounds
 * {@code x = x0 + V A' (A V A')^-1 (b - A x0)}; of one total alone {@code x = x0 + gap x v / sum of v}. An estimate that
 * would fall below zero is held at zero and the others are adjusted anew, until none does; held where that was early, it is
 * let go once.
 */
public final class LeastSquares {

    private static final MathContext PRECISION = new MathContext(60, RoundingMode.HALF_EVEN);

    /** Decimals beyond the last one to which the solution itself is trusted. */
    private static final int GUARD = 12;

    /** Below this an amount is zero, seen through the rounding of the solution. */
    private static final BigDecimal NOISE = new BigDecimal("1e-30");

    private final List<Estimate> estimates;
    private final List<Total> totals;
    private final List<Integer> movable = new ArrayList<>();
    private final List<Integer> atZero = new ArrayList<>();
    private final Set<Integer> letGo = new HashSet<>();

    private LeastSquares(List<Estimate> estimates, List<Total> totals) {
        this.estimates = estimates;
        this.totals = totals;
        IntStream.range(0, estimates.size())
                .filter(i -> !estimates.get(i).holds())
                .forEach(movable::add);
    }

    /**
     * The adjusted amounts, in the order of the estimates.
     *
     * @param scale decimals to which they are rounded, at least those of the totals and of the estimates that hold; one
     *     amount a total, the largest, takes what rounding leaves, so that every total holds to the last digit
     * @return empty when no amounts from zero on give the totals
     */
    public static Optional<List<BigDecimal>> adjust(List<Estimate> estimates, List<Total> totals, int scale) {
        return new LeastSquares(estimates, totals).adjust(scale);
    }

    private Optional<List<BigDecimal>> adjust(int scale) {
        List<BigDecimal> start =
                new ArrayList<>(estimates.stream().map(Estimate::value).toList());
        while (true) {
            Optional<List<Echelon.Row>> rows = Echelon.of(totals, start, movable);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            List<BigDecimal> adjusted = solve(start, rows.get());
            Optional<Integer> lowest = movable.stream()
                    .filter(i -> adjusted.get(i).compareTo(NOISE) < 0)
                    .min(Comparator.comparing(adjusted::get));
            Optional<Integer> highest = atZero.stream()
                    .filter(i -> !letGo.contains(i) && adjusted.get(i).compareTo(NOISE) > 0)
                    .max(Comparator.comparing(adjusted::get));
            if (lowest.isPresent()) {
                hold(lowest.get(), start);
            } else if (highest.isPresent()) {
                letGo(highest.get(), start);
            } else {
                atZero.forEach(i -> adjusted.set(i, BigDecimal.ZERO));
                return rounded(adjusted, scale);
            }
        }
    }

    private void hold(Integer estimate, List<BigDecimal> start) {
        movable.remove(estimate);
        atZero.add(estimate);
        start.set(estimate, BigDecimal.ZERO);
    }

    private void letGo(Integer estimate, List<BigDecimal> start) {
        atZero.remove(estimate);
        movable.add(estimate);
        letGo.add(estimate);
        start.set(estimate, estimates.get(estimate).value());
    }

    /** The amounts; of an estimate that is held at zero, where the totals would pull it. */
    private List<BigDecimal> solve(List<BigDecimal> start, List<Echelon.Row> rows) {
        BigDecimal[][] normal = new BigDecimal[rows.size()][rows.size()];
        BigDecimal[] gaps = new BigDecimal[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int s = 0; s < rows.size(); s++) {
                normal[r][s] = product(rows.get(r).signs(), rows.get(s).signs());
            }
            gaps[r] = rows.get(r).gap(start);
        }
        BigDecimal[] multipliers = solve(normal, gaps);
        List<BigDecimal> adjusted = new ArrayList<>(start);
        for (int i = 0; i < start.size(); i++) {
            BigDecimal pull = BigDecimal.ZERO;
            for (int r = 0; r < rows.size(); r++) {
                pull = pull.add(
                        multipliers[r].multiply(BigDecimal.valueOf(rows.get(r).signs()[i])));
            }
            Estimate estimate = estimates.get(i);
            adjusted.set(i, estimate.value().add(estimate.variance().multiply(pull, PRECISION)));
        }
        return adjusted;
    }

    /** One cell of A V A'. */
    private BigDecimal product(int[] a, int[] b) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i : movable) {
            sum = sum.add(estimates.get(i).variance().multiply(BigDecimal.valueOf((long) a[i] * b[i])));
        }
        return sum;
    }

    /** Gauss-Jordan; the matrix is positive definite, so its diagonal never vanishes. */
    private static BigDecimal[] solve(BigDecimal[][] matrix, BigDecimal[] right) {
        for (int p = 0; p < right.length; p++) {
            for (int r = 0; r < right.length; r++) {
                if (r == p || matrix[r][p].signum() == 0) {
                    continue;
                }
                BigDecimal times = matrix[r][p].divide(matrix[p][p], PRECISION);
                for (int c = p; c < right.length; c++) {
                    matrix[r][c] = matrix[r][c].subtract(times.multiply(matrix[p][c]), PRECISION);
                }
                right[r] = right[r].subtract(times.multiply(right[p]), PRECISION);
            }
        }
        BigDecimal[] solution = new BigDecimal[right.length];
        for (int p = 0; p < right.length; p++) {
            solution[p] = right[p].divide(matrix[p][p], PRECISION);
        }
        return solution;
    }

    /** Rounded down but for the pivots, the largest amounts, which follow exactly from the totals. */
    private Optional<List<BigDecimal>> rounded(List<BigDecimal> adjusted, int scale) {
        List<Integer> largestFirst = movable.stream()
                .sorted(Comparator.comparing(adjusted::get).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        List<BigDecimal> rounded = new ArrayList<>(adjusted);
        // 39999.999... of the solution is 40000
        movable.forEach(i -> rounded.set(
                i,
                adjusted.get(i).setScale(scale + GUARD, RoundingMode.HALF_EVEN).setScale(scale, RoundingMode.DOWN)));
        return Echelon.of(totals, rounded, largestFirst)
                .map(rows -> {
                    rows.forEach(row ->
                            rounded.set(row.pivot(), rounded.get(row.pivot()).add(row.gap(rounded))));
                    return rounded;
                })
                .filter(amounts -> amounts.stream().allMatch(a -> a.signum() >= 0));
    }
}
