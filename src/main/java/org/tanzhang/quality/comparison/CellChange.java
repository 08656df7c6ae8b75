package org.tanzhang.quality.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A cell does not change out of all proportion. */
public record CellChange(Earlier earlier, Beside cells, Band band, CoalEquivalents equivalents)
        implements OfTwoPeriods {

    /** The ratio, and the change in whole tce. */
    @Override
    public Optional<List<Object>> violation(CellPair pair) {
        BigDecimal tce = equivalents.of(pair.carrier(), pair.difference());
        return band.isLeft(pair.now(), pair.before(), tce)
                ? Optional.of(List.of(Band.ratio(pair.now(), pair.before()), tce.setScale(0, RoundingMode.HALF_UP)))
                : Optional.empty();
    }
}
