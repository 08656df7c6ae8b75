package org.tanzhang.intake.reference;

/** A fault in the reference data, with its file and line. */
public final class ReferenceDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReferenceDataException(String message) {
        super(message);
    }

    ReferenceDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
