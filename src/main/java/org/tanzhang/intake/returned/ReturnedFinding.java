package org.tanzhang.intake.returned;

import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * A finding as its sender is told of it.
 *
 * @param id the number an officer names to accept it; 0 where it has none
 * @param accepted why an officer accepts it; empty where nobody does
 */
public record ReturnedFinding(long id, Finding finding, String accepted) {

    public boolean isAccepted() {
        return !accepted.isEmpty();
    }

    /** How grave it is to its sender: an accepted one is no more than a remark. */
    Severity weight() {
        return isAccepted() ? Severity.INFO : finding.severity();
    }
}
