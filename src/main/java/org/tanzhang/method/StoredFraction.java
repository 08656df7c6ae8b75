package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.Map;
import org.tanzhang.code.Carrier;

/**
 * The share of the carbon used as raw material that stays in products, by carrier and GB/T 4754 division (METHOD 2).
 *
 * @param general for carriers that are not named, from 0 to 1
 * @param carriers for carriers named, by code
 */
public record StoredFraction(BigDecimal general, Map<String, OfCarrier> carriers) {

    /**
     * The shares of one carrier.
     *
     * @param general for divisions that are not named and where the division is unknown
     * @param divisions for divisions named, by code
     */
    public record OfCarrier(BigDecimal general, Map<String, BigDecimal> divisions) {

        public OfCarrier {
            divisions = Map.copyOf(divisions);
        }
    }

    public StoredFraction {
        carriers = Map.copyOf(carriers);
    }

    /** One share for all carriers and divisions. */
    public static StoredFraction of(String share) {
        return new StoredFraction(new BigDecimal(share), Map.of());
    }

    /** The share of a carrier in a division; a kind of coal that is not named is taken as the raw coal it belongs to. */
    public BigDecimal in(Carrier carrier, String division) {
        OfCarrier own = carriers.get(carrier.code());
        OfCarrier named = own == null ? carriers.get(carrier.carrierGroup()) : own;
        return named == null ? general : named.divisions().getOrDefault(division, named.general());
    }

    /** The share of a carrier where nobody says which division used it: a row of a balance. */
    public BigDecimal in(Carrier carrier) {
        return in(carrier, "");
    }
}
