package org.tanzhang.factor;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.ElectricitySeries;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;

/**
 * One factor value with its source.
 *
 * @param id unique within its set; a value that a stack takes from a layer is {@code layer/id}
 * @param layer id of the set that the value stands in, empty when it is known by no set
 * @param carrier code of the carrier
 * @param sector code of the sector or sector group it holds for, null for all
 * @param region code of the region it holds for, with everything below, null for all
 * @param series the series of electricity factors it belongs to, null for what is of no series
 * @param enterprise credit code of the one enterprise it was measured at, null for all
 * @param validFrom first year, null when open
 * @param validTo last year, null when open
 * @param document the publication the value was taken from
 * @param table table or page within it
 * @param verification how far the value was verified: read, read-secondary, derived, unverified
 * @throws IllegalArgumentException when the unit does not fit the quantity or the source is missing
 */
public record Factor(
        String id,
        String layer,
        String carrier,
        FactorQuantity quantity,
        BigDecimal value,
        Unit unit,
        @Nullable String sector,
        @Nullable String region,
        @Nullable ElectricitySeries series,
        @Nullable String enterprise,
        @Nullable Integer validFrom,
        @Nullable Integer validTo,
        String document,
        String table,
        String verification,
        String note) {

    public Factor {
        if (!quantity.accepts(unit)) {
            throw new IllegalArgumentException(id + ": " + unit + " is no unit of " + quantity.code());
        }
        if (document.isBlank()) {
            throw new IllegalArgumentException(id + ": no source document");
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException(id + ": negative value " + value.toPlainString());
        }
    }

    /** A value of no named layer and no series that holds for all enterprises. */
    public Factor(
            String id,
            String carrier,
            FactorQuantity quantity,
            BigDecimal value,
            Unit unit,
            @Nullable String sector,
            @Nullable String region,
            @Nullable Integer validFrom,
            @Nullable Integer validTo,
            String document,
            String table,
            String verification,
            String note) {
        this(
                id,
                "",
                carrier,
                quantity,
                value,
                unit,
                sector,
                region,
                null,
                null,
                validFrom,
                validTo,
                document,
                table,
                verification,
                note);
    }

    /** The same value as a stack names it: {@code layer/id}. */
    public Factor asOfLayer() {
        return new Factor(
                layer + "/" + id,
                layer,
                carrier,
                quantity,
                value,
                unit,
                sector,
                region,
                series,
                enterprise,
                validFrom,
                validTo,
                document,
                table,
                verification,
                note);
    }

    public Quantity asQuantity() {
        return new Quantity(value, unit);
    }

    boolean validIn(int year) {
        return (validFrom == null || validFrom <= year) && (validTo == null || year <= validTo);
    }
}
