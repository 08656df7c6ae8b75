package org.tanzhang.intake.returned;

import org.tanzhang.quality.Finding;

/**
 * A finding as its sender is told of it.
 *
 * @param id the number an officer names to accept it; 0 where it has none
 * @param accepted why an officer accepts it; empty where nobody does
 * @param aside whether it is told of at another cell of its relation than the one it is about
 */
public record ReturnedFinding(long id, Finding finding, String accepted, boolean aside) {

    public ReturnedFinding(long id, Finding finding, String accepted) {
        this(id, finding, accepted, false);
    }

    public boolean isAccepted() {
        return !accepted.isEmpty();
    }

    /** The same finding as another cell of its relation tells of it. */
    ReturnedFinding asAside() {
        return new ReturnedFinding(id, finding, accepted, true);
    }
}
