package org.tanzhang.code;

import java.util.Arrays;

/** The flows of the ledger (METHOD: scope 1 final, power, heat; scope 2 consumption, net-import). */
public enum Flow {
    FINAL("final", 1),
    POWER("power", 1),
    HEAT("heat", 1),
    CONSUMPTION("consumption", 2),
    NET_IMPORT("net-import", 2);

    private final String code;
    private final int scope;

    Flow(String code, int scope) {
        this.code = code;
        this.scope = scope;
    }

    public String code() {
        return code;
    }

    /** 1: burnt in the territory; 2: purchased electricity and heat. */
    public int scope() {
        return scope;
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static Flow of(String code) {
        return Arrays.stream(values())
                .filter(f -> f.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flows: no code " + code));
    }
}
