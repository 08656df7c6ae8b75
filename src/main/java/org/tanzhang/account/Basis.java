package org.tanzhang.account;

import java.util.Arrays;

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

    /** @throws IllegalArgumentException for an unknown code */
    public static Basis of(String code) {
        return Arrays.stream(values())
                .filter(b -> b.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no basis " + code));
    }
}
