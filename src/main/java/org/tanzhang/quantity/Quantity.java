package org.tanzhang.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A decimal value with its unit. Arithmetic is exact; only a conversion whose quotient does not terminate is rounded,
 * to 34 significant digits.
 */
public record Quantity(BigDecimal value, Unit unit) {

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), Unit.parse(unit));
    }

    /**
     * The same quantity in another unit.
     *
     * @throws IllegalArgumentException when the dimensions differ
     */
    public Quantity in(Unit target) {
        if (!unit.sameDimensionAs(target)) {
            throw new IllegalArgumentException("dimensions differ: " + unit + " cannot be stated in " + target);
        }
        if (unit.equals(target)) {
            return new Quantity(value, target);
        }
        return new Quantity(target.convert(value, unit), target);
    }

    public Quantity times(Quantity factor) {
        return new Quantity(value.multiply(factor.value), unit.times(factor.unit));
    }

    /** a / b exactly where the quotient terminates, else to 34 significant digits. */
    static BigDecimal exactQuotient(BigDecimal a, BigDecimal b) {
        BigDecimal divisor = b.stripTrailingZeros();
        if (divisor.unscaledValue().equals(BigInteger.ONE)) {
            // a power of ten: the point moves; as many decimals as the division would give
            BigDecimal quotient = a.scaleByPowerOfTen(divisor.scale()).stripTrailingZeros();
            int decimals = Math.max(0, a.scale() - b.scale());
            return quotient.scale() < decimals ? quotient.setScale(decimals) : quotient;
        }
        try {
            return a.divide(b);
        } catch (ArithmeticException doesNotTerminate) {
            return a.divide(b, MathContext.DECIMAL128);
        }
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
