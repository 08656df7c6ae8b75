package org.tanzhang.quality.comparison;

import java.util.List;
import java.util.Optional;

/** A relation between a cell and one of the same reporter for an earlier period. */
public sealed interface OfTwoPeriods extends Comparison permits SameStock, NotDecreasing, CellChange, UnitSlip {

    /** Which earlier statement is meant. */
    Earlier earlier();

    /** The cells that are laid side by side. */
    Beside cells();

    /**
     * What the pair violates.
     *
     * @return what the message names after the pair's own words; empty where the relation holds
     */
    Optional<List<Object>> violation(CellPair pair);
}
