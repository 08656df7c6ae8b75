package org.tanzhang.samples;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One fuel on a card, in the card's unit; zero is printed as a blank.
 *
 * @param amount price paid, thousand yuan
 * @param raw of which raw material, inside {@code industrial}
 * @param vehicles of which burnt in transport tools
 * @param coefficient 采用折标系数, tce per unit; null where the enterprise leaves it blank
 * @param power input to power generation (205-2)
 * @param heat input to heat supply (205-2)
 * @param output transformation output (205-2)
 * @param recovery recovered energy (205-2)
 */
record CardLine(
        Fuel fuel,
        BigDecimal opening,
        BigDecimal purchase,
        BigDecimal amount,
        BigDecimal industrial,
        BigDecimal raw,
        BigDecimal nonIndustrial,
        BigDecimal vehicles,
        BigDecimal closing,
        @Nullable BigDecimal coefficient,
        BigDecimal power,
        BigDecimal heat,
        BigDecimal output,
        BigDecimal recovery) {

    /** Column 4 = 5 + 7. */
    BigDecimal total() {
        return industrial.add(nonIndustrial);
    }

    BigDecimal inputs() {
        return power.add(heat);
    }

    /** Consumption less inputs and raw material: what combusts in flow {@code final} (METHOD 2). */
    BigDecimal burnt() {
        return total().subtract(inputs()).subtract(raw);
    }

    boolean isTransformed() {
        return inputs().add(output).add(recovery).signum() != 0;
    }

    BigDecimal coefficientOrReference() {
        return coefficient == null ? fuel.referenceCoefficient : coefficient;
    }

    /** Coal whose stated coefficient differs from the printed reference: it brings its own heat value (METHOD 3). */
    boolean statesItsOwnHeatValue() {
        return fuel.isRawCoal() && coefficient != null && coefficient.compareTo(fuel.referenceCoefficient) != 0;
    }
}
