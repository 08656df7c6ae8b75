package org.tanzhang.account;

import java.math.BigDecimal;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Flow;
import org.tanzhang.method.Method;

/** Which share of an amount combusts (METHOD 2): fuels wholly, products by their oxidised share, biogenic and waste heat not. */
final class Combustion {

    private final Method method;

    Combustion(Method method) {
        this.method = method;
    }

    /** Whether the carrier's use is an entry of scope 1 at all; if not it is a memo. */
    boolean counts(Carrier carrier) {
        return switch (carrier.kind()) {
            case FUEL, PRODUCT, BY_PRODUCT_GAS, UNSPECIFIED, MIXED, WASTE ->
                !method.memoCarriers().contains(carrier.code());
            case BIOMASS, WASTE_HEAT, TOTAL, ELECTRICITY, HEAT -> false;
        };
    }

    /** The part of an amount that burns in that flow. */
    BigDecimal burnt(Carrier carrier, Flow flow, BigDecimal amount) {
        if (flow == Flow.FINAL && method.storedInFinalUse().contains(carrier.code())) {
            return BigDecimal.ZERO;
        }
        return carrier.kind() == Carrier.Kind.PRODUCT && flow == Flow.FINAL
                ? amount.multiply(method.oxidisedShare(carrier.code()))
                : amount;
    }
}
