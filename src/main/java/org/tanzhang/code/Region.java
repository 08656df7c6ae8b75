package org.tanzhang.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory of GB/T 2260 with the years in which its code was in force.
 *
 * @param code six digits
 * @param level how far down the hierarchy it lies
 * @param parent code of the territory above; null for the nation
 * @param validFrom first year in which the code is in force, null when open
 * @param validTo last year in which the code is in force, null when open
 * @param successor the code that continues this line (430122 望城县 goes on as 430112 望城区), null when none does
 */
public record Region(
        String code,
        Name name,
        Level level,
        @Nullable String parent,
        @Nullable Integer validFrom,
        @Nullable Integer validTo,
        @Nullable String successor,
        List<String> aliases)
        implements Code {

    /** The levels, widest first. */
    public enum Level {
        NATION,
        PROVINCE,
        CITY,
        /** what one office answers for, made of counties, towns and streets; a code of the list's own */
        AREA,
        COUNTY,
        PARK;

        /** Whether the regions of the level make up the one above them. */
        boolean isAdministrative() {
            return this != AREA && this != PARK;
        }
    }

    public Region {
        aliases = List.copyOf(aliases);
    }

    /** Whether the code was in force in that year; in the year of a change both codes are. */
    public boolean validIn(int year) {
        return (validFrom == null || validFrom <= year) && (validTo == null || year <= validTo);
    }
}
