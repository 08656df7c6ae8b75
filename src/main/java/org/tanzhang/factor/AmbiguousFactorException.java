package org.tanzhang.factor;

import java.util.List;

/** Two values of a set answer equally well; the set must say which one holds where. */
public final class AmbiguousFactorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AmbiguousFactorException(String set, List<String> rivals) {
        super("factor set " + set + ": " + String.join(", ", rivals) + " answer equally well; narrow their sector,"
                + " region, enterprise or years");
    }
}
