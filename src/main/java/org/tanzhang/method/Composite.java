package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.Map;
import org.tanzhang.code.Name;

/**
 * The parameter set of the assessment: tonnes of CO2 per tonne of coal equivalent by coal, oil and gas, with the rule for
 * feedstock that belongs to them (METHOD 6). One thing, never taken apart and never mixed with factors by fuel.
 *
 * @param set id of the set that holds it
 * @param title the set's title; the id where it is not there
 * @param feedstock whether raw material is part of the consumption that the factors are for
 * @param byFamily the factor by carrier family, {@link #FAMILIES}; empty where the set is not there
 */
public record Composite(String set, Name title, Feedstock feedstock, Map<String, Parameter> byFamily) {

    /** The families that are told apart, and the carrier under which the set states the factor of each. */
    public static final Map<String, String> FAMILIES =
            Map.of("coal", "coal-total", "oil", "oil-total", "gas", "natural-gas");

    /** What becomes of raw material. */
    public enum Feedstock {
        /** it counts: the factors are lower for the carbon that it stores */
        INCLUDED,
        /** it is taken out of consumption before the factor */
        DEDUCTED
    }

    /**
     * A factor of the set.
     *
     * @param id the set's id and the factor's, {@code composite-assessment/co2-coal-total}
     * @param value tCO2/tce
     * @param verification how far it was verified
     */
    public record Parameter(String id, BigDecimal value, String document, String verification) {}

    public Composite {
        byFamily = Map.copyOf(byFamily);
    }
}
