package org.tanzhang.intake.comparison;

import org.tanzhang.quality.Rule;
import org.tanzhang.quality.comparison.Comparison;

/** Comparisons that look at the same figures: it knows which of them the database is to lay side by side for each. */
interface Family {

    /**
     * Applies a rule, if it is one of the family's.
     *
     * @param comparison what the rule compares
     * @return whether it is
     */
    boolean apply(Rule rule, Comparison comparison, Pass pass);
}
