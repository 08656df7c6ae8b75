package org.tanzhang.account;

/** On which evidence an entry rests. */
public enum Basis {
    /** enterprises and the county's own balance */
    BOTTOM_UP("bottom_up"),
    /** the account of the parent region from its own balance */
    TOP_DOWN("top_down"),
    /** what the parent's balance states beyond its counties */
    RESIDUAL("residual");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
