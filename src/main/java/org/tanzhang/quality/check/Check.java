package org.tanzhang.quality.check;

import java.util.List;
import org.tanzhang.observation.Statement;

/** A relation that the cells of one statement must hold; the parameters come with the rule that states it. */
public sealed interface Check
        permits CarrierAtMost,
                Filled,
                RatioBand,
                AtMost,
                CarrierSum,
                CoefficientBand,
                CoefficientGap,
                EnergyTotal,
                ItemSum,
                MadeFrom,
                NetEnergy,
                PartsWithoutTotal,
                PriceBand,
                Range,
                Requires,
                StatedNetEnergy,
                StatedWith,
                TotalWithoutParts,
                Yield {

    /** What the statement's cells violate, in a fixed order. */
    List<Violation> violations(Statement.Cells cells);
}
