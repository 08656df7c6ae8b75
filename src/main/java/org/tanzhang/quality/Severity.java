package org.tanzhang.quality;

/** What a finding means for the statement it is about. */
public enum Severity {
    /** the statement is returned to its sender; in an account, a figure that needs a decision */
    ERROR,
    /** the statement is accepted; somebody should look */
    WARNING,
    /** worth knowing */
    INFO;

    /** The severity of that code: error, warning, info. */
    public static Severity of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
