package org.tanzhang.intake.store;

import org.springframework.stereotype.Service;
import org.tanzhang.intake.comparison.Comparisons;

/**
 * Decides on everything a call brought, at once, so that the order of files within it cannot matter (METHOD 1).
 *
 * <p>Supersession follows receipt, call by call. Two new versions of one statement in one call are both returned. Bytes
 * that are current are duplicates; bytes of an earlier version are accepted anew when they come alone, and are superseded
 * when a later version lies beside them. What may be accepted is compared with other statements first.
 */
@Service
public class Decision {

    private final CallRepository calls;
    private final DecisionRepository decisions;

    private final Comparisons comparisons;

    Decision(CallRepository calls, DecisionRepository decisions, Comparisons comparisons) {
        this.calls = calls;
        this.decisions = decisions;
        this.comparisons = comparisons;
    }

    /** What is accepted of a workbook that holds sound statements beside faulty ones. */
    public enum Accept {
        /** the sound ones go in, the faulty ones are returned */
        STATEMENT,
        /** all are returned */
        WORKBOOK
    }

    /** Gives every verdict of the call. Call it within one transaction; a call is decided once. */
    public void decide(long call, Accept accept) {
        if (calls.isDecided(call)) {
            return;
        }
        decisions.gather(call);
        decisions.rank();
        decisions.tellRivals();
        comparisons.compare(call);
        decisions.heedComparisons(call);
        if (accept == Accept.WORKBOOK) {
            decisions.returnWholeWorkbooks();
        }
        decisions.gatherListed();
        decisions.tellUnlisted();
        decisions.giveVerdicts(call);
    }
}
