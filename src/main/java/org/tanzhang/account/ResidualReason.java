package org.tanzhang.account;

import org.tanzhang.code.Name;

/**
 * Why the city states more or less than its counties, as the bureau's list names it.
 *
 * @param atCity whether what it explains belongs to no county, so that a balanced account leaves it at the city
 */
public record ResidualReason(String code, Name name, boolean atCity) {

    /** Within the tolerance: nobody need explain it. */
    public static final String ROUNDING = "rounding";

    /** Counties without a balance. */
    public static final String NOT_REPORTED = "county-not-reported";

    /** Beyond the tolerance, and no reason assigned. */
    public static final String UNEXPLAINED = "unexplained";
}
