package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.Map;
import org.tanzhang.quantity.Unit;

/**
 * What the memo tables take from the statements, and the factors that serve them alone.
 *
 * @param roadShares share of a sector's final use that counts as road transport, by sector and carrier; {@link
 *     #ENTERPRISES} stands for the transport use that enterprises state (205-1, column 8)
 * @param fossilShares share of a waste's carbon that is fossil, by carrier
 * @param factors direct factors of the memo set by product or carrier; empty where the set is not there
 */
public record MemoChoice(
        Map<String, Map<String, BigDecimal>> roadShares,
        Map<String, BigDecimal> fossilShares,
        Map<String, MemoFactor> factors) {

    /** Key of the shares of enterprises' transport use. */
    public static final String ENTERPRISES = "enterprises";

    /**
     * A direct factor of the memo set.
     *
     * @param id {@code SET/ID}
     */
    public record MemoFactor(String id, BigDecimal value, Unit unit, String document, String verification) {}

    public MemoChoice {
        roadShares = Map.copyOf(roadShares);
        fossilShares = Map.copyOf(fossilShares);
        factors = Map.copyOf(factors);
    }
}
