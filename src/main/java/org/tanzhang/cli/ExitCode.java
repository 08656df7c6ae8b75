package org.tanzhang.cli;

/** What a command's exit code says; part of the contract. */
final class ExitCode {

    static final int DONE = 0;
    static final int WRONG_USAGE = 1;
    /** done, but some statements were returned with errors */
    static final int RETURNED = 2;
    /** failed, state consistent, re-run is safe */
    static final int FAILED = 3;
    /** another run holds the lock */
    static final int LOCKED = 4;

    private ExitCode() {}
}
