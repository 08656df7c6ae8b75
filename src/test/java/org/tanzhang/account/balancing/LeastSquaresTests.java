package org.tanzhang.account.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Least squares under totals")
class LeastSquaresTests {

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    /** Estimates written {@code value~variance}. */
    private static List<Estimate> estimates(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .map(e -> e.split("~"))
                .map(e -> new Estimate(decimal(e[0]), decimal(e[1])))
                .toList();
    }

    private static List<Integer> all(List<Estimate> estimates) {
        return IntStream.range(0, estimates.size()).boxed().toList();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        // gap 12, shared 1 : 2 : 3
        "10~1 20~2 30~3, 72, 12 24 36",
        // one that holds takes no part
        "10~0 20~2 30~2, 66, 10 23 33",
        // -7 shared 1 : 4 would leave 8.6 and -3.6: the second is held at zero, the first takes the rest
        "10~1 2~4, 5, 5 0",
        "10~1 2~4, 0, 0 0",
        // a third of the last digit goes to the largest, the first of equals
        "1~1 1~1 1~1, 4, 1.34 1.33 1.33",
        "1~1 1~1 2~1, 5, 1.33 1.33 2.34",
    })
    @DisplayName("shares the gap of one total by variance")
    void oneTotal(String estimates, String total, String adjusted) {
        List<Estimate> of = estimates(estimates);
        assertThat(LeastSquares.adjust(of, List.of(Total.sum(all(of), decimal(total))), 2))
                .hasValueSatisfying(amounts -> assertThat(amounts)
                        .usingElementComparator(BigDecimal::compareTo)
                        .containsExactly(Arrays.stream(adjusted.split(" "))
                                .map(BigDecimal::new)
                                .toArray(BigDecimal[]::new)));
    }

    @Test
    @DisplayName("gives nothing where no amounts from zero on can meet the totals")
    void contradictions() {
        List<Estimate> two = estimates("10~1 20~1");
        assertThat(LeastSquares.adjust(two, List.of(Total.sum(all(two), decimal("-1"))), 2))
                .isEmpty();
        assertThat(LeastSquares.adjust(
                        two, List.of(Total.sum(all(two), decimal("30")), Total.sum(all(two), decimal("31"))), 2))
                .isEmpty();
        List<Estimate> held = estimates("10~0 20~0");
        assertThat(LeastSquares.adjust(held, List.of(Total.sum(all(held), decimal("31"))), 2))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Total(Map.of(0, 2), BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(decimal("-1"), BigDecimal.ONE));
    }

    @Test
    @DisplayName("adjusts a total that is itself an estimate")
    void softTotal() {
        // 10 and 20 against a total of 36, all with variance 1: each takes a third of the gap of 6
        Total closes = new Total(Map.of(0, 1, 1, 1, 2, -1), BigDecimal.ZERO);
        assertThat(LeastSquares.adjust(estimates("10~1 20~1 36~1"), List.of(closes), 2))
                .contains(List.of(decimal("12.00"), decimal("22.00"), decimal("34.00")));
    }

    /** A table drawn at random with totals of another one, so that amounts that meet them exist. */
    private record Table(int rows, int columns, List<Estimate> estimates, List<Total> totals) {

        static Table draw(long seed) {
            Random random = new Random(seed);
            int rows = 2 + random.nextInt(5);
            int columns = 1 + random.nextInt(5);
            List<Estimate> estimates = new ArrayList<>();
            BigDecimal[][] other = new BigDecimal[rows][columns];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    estimates.add(new Estimate(
                            amount(random), amount(random).add(decimal("0.01")).pow(2)));
                    other[r][c] = amount(random);
                }
            }
            List<Total> totals = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                int column = c;
                totals.add(Total.sum(
                        IntStream.range(0, rows).mapToObj(r -> r * columns + column)::iterator,
                        Arrays.stream(other).map(row -> row[column]).reduce(BigDecimal.ZERO, BigDecimal::add)));
            }
            for (int r = 0; r < rows && columns > 1; r++) {
                int row = r;
                totals.add(Total.sum(
                        IntStream.range(0, columns).mapToObj(c -> row * columns + c)::iterator,
                        Arrays.stream(other[row]).reduce(BigDecimal.ZERO, BigDecimal::add)));
            }
            return new Table(rows, columns, estimates, totals);
        }

        private static BigDecimal amount(Random random) {
            return random.nextInt(6) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(1_000_000), 2);
        }

        BigDecimal sum(Total total, List<BigDecimal> amounts) {
            return total.signs().entrySet().stream()
                    .map(e -> amounts.get(e.getKey()).multiply(BigDecimal.valueOf(e.getValue())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal distance(List<BigDecimal> amounts) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < amounts.size(); i++) {
                BigDecimal moved = amounts.get(i).subtract(estimates.get(i).value());
                sum = sum.add(moved.pow(2).divide(estimates.get(i).variance(), 20, RoundingMode.HALF_EVEN));
            }
            return sum;
        }
    }

    @Test
    @DisplayName("keeps every total of 200 tables drawn at random to the last digit, and nothing falls below zero")
    void randomTables() {
        int held = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Table table = Table.draw(seed);
            Optional<List<BigDecimal>> adjusted = LeastSquares.adjust(table.estimates(), table.totals(), 6);
            assertThat(adjusted).as("seed %d", seed).isPresent();
            List<BigDecimal> amounts = adjusted.orElseThrow();
            for (Total total : table.totals()) {
                assertThat(table.sum(total, amounts)).as("seed %d", seed).isEqualByComparingTo(total.value());
            }
            assertThat(amounts).as("seed %d", seed).noneMatch(a -> a.signum() < 0);
            assertThat(amounts)
                    .as("seed %d", seed)
                    .noneMatch(a -> a.stripTrailingZeros().scale() > 6);
            held += amounts.stream().anyMatch(a -> a.signum() == 0) ? 1 : 0;
            nothingNearer(table, amounts, new Random(seed));
        }
        assertThat(held).as("tables in which something had to be held at zero").isGreaterThan(100);
    }

    /** No step around a rectangle of the table, which keeps all its totals, comes nearer to the estimates. */
    private static void nothingNearer(Table table, List<BigDecimal> amounts, Random random) {
        BigDecimal best = table.distance(amounts);
        for (int trial = 0; trial < 40 && table.columns() > 1; trial++) {
            int r = random.nextInt(table.rows());
            int q = (r + 1 + random.nextInt(table.rows() - 1)) % table.rows();
            int c = random.nextInt(table.columns());
            int d = (c + 1 + random.nextInt(table.columns() - 1)) % table.columns();
            BigDecimal step = decimal("0.01");
            List<BigDecimal> moved = new ArrayList<>(amounts);
            for (int[] corner : new int[][] {{r, c, 1}, {r, d, -1}, {q, d, 1}, {q, c, -1}}) {
                int i = corner[0] * table.columns() + corner[1];
                moved.set(i, moved.get(i).add(step.multiply(BigDecimal.valueOf(corner[2]))));
            }
            if (moved.stream().noneMatch(a -> a.signum() < 0)) {
                assertThat(table.distance(moved)).isGreaterThanOrEqualTo(best);
            }
        }
    }
}
