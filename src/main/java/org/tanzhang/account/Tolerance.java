package org.tanzhang.account;

import java.math.BigDecimal;

/** METHOD 2: max(share of the row, n x half the last printed unit). */
record Tolerance(BigDecimal share) {

    BigDecimal of(BigDecimal row, BigDecimal rounding) {
        return row.abs().multiply(share).max(rounding);
    }
}
