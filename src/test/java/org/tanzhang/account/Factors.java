package org.tanzhang.account;

import java.math.BigDecimal;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.quantity.Unit;

/** Factors that hold everywhere, in every year and for every sector. */
final class Factors {

    private Factors() {}

    static Factor general(String carrier, FactorQuantity quantity, String value, String unit) {
        return new Factor(
                quantity.code() + "-" + carrier,
                carrier,
                quantity,
                new BigDecimal(value),
                Unit.parse(unit),
                null,
                null,
                null,
                null,
                "a document",
                "",
                "read",
                "");
    }
}
