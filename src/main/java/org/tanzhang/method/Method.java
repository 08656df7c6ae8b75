package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.code.Name;

/**
 * The accounting choices of one method, as its YAML states them.
 *
 * @param digest SHA-256 of the file
 * @param combustingInputs the transformation inputs that burn: power, heat
 * @param prefersMatrix whether an account rests on the industry matrix where a balance is there too
 * @param nonEnergy how non-energy use is taken out
 * @param storedInFinalUse carriers that do not burn in final use, beside the products that are not fuel
 * @param accountsPurchasedEnergy whether electricity and heat are accounted in scope 2
 * @param coalNcv whose heat value counts for coal
 * @param heatPerCoalEquivalent kJ per kgce, 29307.6
 * @param coalCoefficientBands tce/t within which a stated coefficient is believed, by carrier
 * @param byProductGasCarriers carriers that bear no carbon of their own where {@code byProductGases} is in-coke
 * @param gasCarbon which fuels the carbon of those gases is taken off where {@code byProductGases} is in-gas
 * @param memoCarriers carriers whose CO2 is a memo beside the account
 * @param memo what the memo tables take and their factors
 * @param carbonLossBands shares of the carbon going into a process between which its loss is believed, by process
 * @param storedFraction share of the carbon of raw material that stays in the product, by carrier and division
 * @param oxidisedShareOfProducts share of the carbon of products that are not fuel which oxidises in use, by carrier
 * @param co2ToCarbon the ratio CO2:C as a fraction
 * @param toleranceShare share of the row within which a negative rest or a residual is rounding
 * @param minimumCoverage share of the city's cell that counties must cover for their mean factor to price a residual
 * @param maximumDeviation how far that mean may lie from the group's own factor
 * @param residualChange by how much a residual's share of the city's cell may differ from the year before
 * @param balancing the balanced county account beside the raw one
 * @param electricity which factors of purchased electricity count
 * @param composite the assessment's parameter set for the check by coal, oil and gas; null where the method has none
 * @param beside what is figured beside the account and how
 * @param entryScale decimals of a tonne to which an entry is rounded, HALF_EVEN
 */
public record Method(
        String id,
        Name title,
        String digest,
        Set<String> combustingInputs,
        Autoproducers autoproducers,
        boolean prefersMatrix,
        NonEnergy nonEnergy,
        Set<String> storedInFinalUse,
        boolean accountsPurchasedEnergy,
        CoalNcv coalNcv,
        BigDecimal heatPerCoalEquivalent,
        Map<String, Band> coalCoefficientBands,
        ByProductGases byProductGases,
        Set<String> byProductGasCarriers,
        GasCarbon gasCarbon,
        Set<String> memoCarriers,
        MemoChoice memo,
        Map<String, Band> carbonLossBands,
        StoredFraction storedFraction,
        BigDecimal defaultOxidisedShare,
        Map<String, BigDecimal> oxidisedShareOfProducts,
        Ratio co2ToCarbon,
        BigDecimal toleranceShare,
        BigDecimal minimumCoverage,
        BigDecimal maximumDeviation,
        BigDecimal residualChange,
        Balancing balancing,
        Electricity electricity,
        @Nullable Composite composite,
        Beside beside,
        int entryScale) {

    /** To whose sector the fuel of autoproduced power and heat belongs. */
    public enum Autoproducers {
        /** the division of the works */
        OWN_DIVISION,
        /** 44, 电力、热力生产和供应业 */
        POWER_AND_HEAT_DIVISION
    }

    /** Whose heat value counts for coal. */
    public enum CoalNcv {
        STATED,
        SET
    }

    /** Where the carbon of blast-furnace and converter gas is counted. */
    public enum ByProductGases {
        /** with the coke it came from; the gases bear none */
        IN_COKE,
        /** where the gases burn; what they took is taken off coke, then injected coal */
        IN_GAS
    }

    /**
     * How non-energy use leaves the activity that burns.
     *
     * @param sectors the sectors of a matrix from which it is taken in proportion to their final consumption
     * @param cap at most this share of each
     */
    public record NonEnergy(Rule rule, Set<String> sectors, BigDecimal cap) {

        /** Where it is taken from. */
        public enum Rule {
            /** the balance's row #用作原料、材料 */
            OWN_ROW,
            /** named sectors, pro rata, in a balance too where it has no such row */
            PRO_RATA
        }

        public NonEnergy {
            sectors = Set.copyOf(sectors);
        }
    }

    /**
     * Which factors of purchased electricity count.
     *
     * @param series the one series they are of
     * @param fromLatestBefore whether a year without a value takes the latest before it; heat follows too
     */
    public record Electricity(ElectricitySeries series, boolean fromLatestBefore) {}

    /** An interval, ends included. */
    public record Band(BigDecimal low, BigDecimal high) {

        public boolean contains(BigDecimal value) {
            return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
        }
    }

    /** A fraction, so that 44/12 is divided once and last. */
    public record Ratio(BigDecimal numerator, BigDecimal denominator) {}

    public Method {
        storedInFinalUse = Set.copyOf(storedInFinalUse);
        combustingInputs = Set.copyOf(combustingInputs);
        coalCoefficientBands = Map.copyOf(coalCoefficientBands);
        byProductGasCarriers = Set.copyOf(byProductGasCarriers);
        memoCarriers = Set.copyOf(memoCarriers);
        carbonLossBands = Map.copyOf(carbonLossBands);
        oxidisedShareOfProducts = Map.copyOf(oxidisedShareOfProducts);
    }

    /** The share of a product's carbon that oxidises in use (lubricants 0.2, the others 0). */
    public BigDecimal oxidisedShare(String carrier) {
        return oxidisedShareOfProducts.getOrDefault(carrier, defaultOxidisedShare);
    }
}
