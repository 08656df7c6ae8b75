package org.tanzhang.observation;

/**
 * Who states: a region's office, or one unit (enterprise).
 *
 * @param code the region's six digits, or the unit's credit code
 * @param name as the workbook prints it
 */
public record Reporter(Kind kind, String code, String name) {

    /** What reports. */
    public enum Kind {
        REGION,
        UNIT
    }
}
