package org.tanzhang.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanzhang.ledger.TidyRow;

/**
 * An exact sum over ledger rows that knows what it lacks.
 *
 * @param value the sum of what is stated
 * @param stated how many rows state a value
 * @param missing how many rows state none (NE)
 */
record Sum(BigDecimal value, int stated, int missing) {

    static final Sum NONE = new Sum(BigDecimal.ZERO, 0, 0);

    static Sum co2(Collection<TidyRow> rows) {
        return of(rows, TidyRow::co2T);
    }

    static <T> Sum of(Collection<T> rows, Function<T, @Nullable BigDecimal> column) {
        BigDecimal value = BigDecimal.ZERO;
        int stated = 0;
        for (T row : rows) {
            BigDecimal v = column.apply(row);
            if (v != null) {
                value = value.add(v);
                stated++;
            }
        }
        return new Sum(value, stated, rows.size() - stated);
    }

    /** A sum that lacks some rows; null where it lacks all. */
    static Sum of(@Nullable BigDecimal value, int missing) {
        return value == null ? new Sum(BigDecimal.ZERO, 0, missing) : new Sum(value, 1, missing);
    }

    /** One figure; where it is null everything of it is missing. */
    static Sum of(@Nullable BigDecimal value) {
        return value == null ? new Sum(BigDecimal.ZERO, 0, 1) : of(value, 0);
    }

    Sum plus(Sum other) {
        return new Sum(value.add(other.value), stated + other.stated, missing + other.missing);
    }

    Sum minus(Sum other) {
        return new Sum(value.subtract(other.value), stated + other.stated, missing + other.missing);
    }

    /** Nothing is there: neither a value nor a missing one. */
    boolean isNone() {
        return stated == 0 && missing == 0;
    }

    /** Everything that should be there is missing. */
    boolean isMissing() {
        return stated == 0 && missing > 0;
    }

    /** Something is missing. */
    boolean isIncomplete() {
        return missing > 0;
    }
}
