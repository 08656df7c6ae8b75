package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * What a region uses is not a power of ten off what so many residents use.
 *
 * <p>stated / (usual per resident x residents) of the same region and year. Needs no earlier statement, so it sees a
 * region's first one and a slip that is repeated every year.
 */
public record PerHead(List<Usual> usual, PowersOfTen powers) implements Comparison {

    private static final MathContext PRINTED = new MathContext(3);

    public PerHead {
        usual = List.copyOf(usual);
    }

    /**
     * What a resident uses in a year; the spread of {@link PowersOfTen} is the band around it.
     *
     * @param items the rows that are summed: 城镇 and 乡村
     * @param amount so much a resident
     * @param unit the unit of that
     */
    public record Usual(List<String> items, String carrier, BigDecimal amount, Unit unit) {

        public Usual {
            items = List.copyOf(items);
        }
    }

    /**
     * What a region's figure violates.
     *
     * @param stated the sum of the rows in the unit they are printed in
     * @param persons the residents of the region in that year
     * @return per resident as stated and as usual in the usual's unit, the factor, and the unit in which the figure would
     *     fit; empty where the relation holds, or nobody lives there
     */
    public Optional<List<Object>> violation(Usual per, Quantity stated, BigDecimal persons) {
        if (persons.signum() <= 0 || !stated.unit().sameDimensionAs(per.unit())) {
            return Optional.empty();
        }
        Quantity expected = new Quantity(per.amount().multiply(persons), per.unit());
        return powers.slip(per.carrier(), stated, expected)
                .map(slip -> List.of(
                        new BigDecimal(stated.in(per.unit())
                                .value()
                                .divide(persons, PRINTED)
                                .toPlainString()),
                        per.amount(),
                        slip.factor(),
                        slip.unit()));
    }
}
