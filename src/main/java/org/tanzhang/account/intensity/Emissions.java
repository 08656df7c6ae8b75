package org.tanzhang.account.intensity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CO2 of a region in a year, as a run has it.
 *
 * @param scope1 t CO2, what is stated
 * @param complete whether nothing of scope 1 is missing
 * @param netImport scope 2 by net import in t CO2, negative for net export; null where it is not known
 */
public record Emissions(
        int year,
        BigDecimal scope1,
        boolean complete,
        @Nullable BigDecimal netImport,
        Vintage vintage) {

    /** By what a run was accounted: two years compare only where all of it is the same. */
    public record Vintage(String factorSet, String factorSetDigest, String method, String methodDigest, String asOf) {}

    /** Which CO2 an intensity is of. */
    public enum Measure {
        /** direct CO2 of fuels */
        SCOPE_1("scope1"),
        /** with the net import of electricity and heat, as the assessment takes it */
        WITH_NET_IMPORT("scope1+net-import");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** t CO2; empty where the net import is not known. */
    Optional<BigDecimal> co2(Measure measure) {
        return measure == Measure.SCOPE_1
                ? Optional.of(scope1)
                : Optional.ofNullable(netImport).map(scope1::add);
    }
}
