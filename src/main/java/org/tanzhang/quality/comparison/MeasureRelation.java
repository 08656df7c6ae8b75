package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The measures of one unit and year, of which each came in an export of its own, hold what the columns of its card must:
 * left = right, or left at most right, carrier by carrier.
 *
 * @param left measures, {@code -measure} taken off; {@code last-year.closing-stock} is last year's
 * @param relation how the two sides stand
 * @param right likewise
 * @param needs measures that must have come of the unit; others that did not come count as none
 * @param given measures of which one must not be zero at the carrier; empty where nothing is asked
 * @param unless measures of which one that is not zero excepts the carrier
 * @param leftOut carriers it is not asked of
 * @param halfUnit half the last printed unit; the tolerance is (terms + 1) times it, or half of the last place that the
 *     rows compared show for each cell, where that is coarser
 */
public record MeasureRelation(
        List<String> left,
        Relation relation,
        List<String> right,
        List<String> needs,
        List<String> given,
        List<String> unless,
        List<String> leftOut,
        BigDecimal halfUnit)
        implements BetweenMeasures {

    /** How the two sides stand. */
    public enum Relation {
        EQUAL,
        AT_MOST
    }

    public MeasureRelation {
        left = List.copyOf(left);
        right = List.copyOf(right);
        needs = List.copyOf(needs);
        given = List.copyOf(given);
        unless = List.copyOf(unless);
        leftOut = List.copyOf(leftOut);
    }

    /** The measures of both sides, the left ones first. */
    public List<String> compared() {
        return Stream.concat(left.stream(), right.stream())
                .map(t -> t.startsWith("-") ? t.substring(1) : t)
                .toList();
    }
}
