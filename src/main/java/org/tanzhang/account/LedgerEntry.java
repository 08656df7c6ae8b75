package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Flow;
import org.tanzhang.observation.NotationKey;

/**
 * One line of the ledger: an activity, its factors and its CO2.
 *
 * @param region code of the region in whose account it counts
 * @param sector GB/T 4754 division or balance sector
 * @param sectorGroup sector at which city and counties close
 * @param carrier code of the carrier
 * @param carrierGroup carrier at which city and counties close
 * @param reporter credit code of the enterprise, empty for balances, residuals and the parent's account
 * @param activity in {@code unit}; null where it was not stated (notation NE)
 * @param unit symbol of the ledger unit
 * @param energyTj heat value in TJ, null where no heat value is known
 * @param coalEquivalentT coal equivalent by heat value (当量) in t, null where none is known
 * @param co2T tonnes of CO2, rounded once; null where {@code notation} stands for it
 * @param notation NE where something is missing; null beside a number
 * @param reason code of the reason of a rest or residual; empty otherwise
 * @param sources the store's numbers of the observations it was computed from
 * @param factors the factors used, with their role
 */
public record LedgerEntry(
        String region,
        String sector,
        String sectorGroup,
        String carrier,
        String carrierGroup,
        Flow flow,
        Basis basis,
        String reporter,
        @Nullable BigDecimal activity,
        String unit,
        @Nullable BigDecimal energyTj,
        @Nullable BigDecimal coalEquivalentT,
        @Nullable BigDecimal co2T,
        @Nullable NotationKey notation,
        String reason,
        List<Long> sources,
        List<FactorUse> factors) {

    /**
     * A factor as it was used.
     *
     * @param role ncv, carbon-content, oxidation, co2-direct, coal-equivalent, stated-ncv, stated-coal-equivalent,
     *     county-mean or in-coke; of an entry that takes carbon off (reason carbon-in-gas) also recovered-gas, the amount, and
     *     carbon-moved, the tonnes of carbon
     * @param factor id within the run's set; empty for a value that the set does not hold
     */
    public record FactorUse(String role, String factor, BigDecimal value, String unit) {

        /** Role of the heat value that a card states. */
        public static final String STATED_NCV = "stated-ncv";
    }

    public LedgerEntry {
        if ((co2T == null) == (notation == null)) {
            throw new IllegalArgumentException("an entry states CO2 or why it does not: " + region + "/" + sector);
        }
        sources = List.copyOf(sources);
        factors = List.copyOf(factors);
    }

    Activity.CellKey cell() {
        return new Activity.CellKey(sectorGroup, carrierGroup, flow);
    }
}
