package org.tanzhang.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sector of the accounts: a division of GB/T 4754-2017, a final-use sector of the energy balance, or a group.
 *
 * @param sectorGroup code of the sector at which city and counties close
 * @param parent code of the sector above, null at the top
 */
public record Sector(
        String code,
        Name name,
        Kind kind,
        String sectorGroup,
        @Nullable String parent,
        List<String> aliases) implements Code {

    /** What a sector is within the classification. */
    public enum Kind {
        TOTAL,
        GROUP,
        DIVISION,
        FINAL_USE,
        REST
    }

    public static final String INDUSTRY = "industry";
    public static final String INDUSTRY_REST = "industry-rest";
    public static final String POWER_AND_HEAT = "power-and-heat";

    /** 电力、热力生产和供应业 of GB/T 4754 */
    public static final String POWER_AND_HEAT_DIVISION = "44";

    public static final String LOSSES = "losses";
    public static final String TOTAL = "total";

    public Sector {
        aliases = List.copyOf(aliases);
    }
}
