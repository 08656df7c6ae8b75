package org.tanzhang.batch;

/** The files of a factor set or method that runs have used are not what they were; a change needs a new id. */
public final class ChangedReferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What changed. */
    public enum Kind {
        FACTOR_SET,
        METHOD
    }

    private final Kind kind;
    private final String id;
    private final String pinned;
    private final String found;

    ChangedReferenceException(Kind kind, String id, String pinned, String found) {
        super(kind + " " + id + ": digest " + found + ", runs used " + pinned);
        this.kind = kind;
        this.id = id;
        this.pinned = pinned;
        this.found = found;
    }

    public Kind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    /** The digest under which runs used it. */
    public String pinned() {
        return pinned;
    }

    /** The digest of the files as they are. */
    public String found() {
        return found;
    }
}
