package org.tanzhang.intake.comparison;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.quality.comparison.CoalEquivalents;
import org.tanzhang.quantity.Units;

/** What makes figures of different units comparable. */
@Component
class Weighing {

    private final ReferenceData reference;
    private final Captions captions;

    Weighing(ReferenceData reference, Captions captions) {
        this.reference = reference;
        this.captions = captions;
    }

    /** By the carriers' ledger units, and in coal equivalents of a rule's factors. */
    Weights in(CoalEquivalents equivalents) {
        return Weights.of(
                reference.codes().carriers().all(), reference.units(), equivalents, captions.indicatorUnits());
    }

    /** By the carriers' ledger units alone. */
    Weights inLedgerUnits() {
        return in(new CoalEquivalents(Map.of()));
    }

    Units units() {
        return reference.units();
    }
}
