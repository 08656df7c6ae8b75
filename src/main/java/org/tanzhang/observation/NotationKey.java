package org.tanzhang.observation;

/** What stands in a cell instead of a number (IPCC notation keys, and the signs of Chinese yearbooks). */
public enum NotationKey {
    /** the cell is empty; the form says what that means */
    BLANK,
    /** "-": below the smallest unit, unknown, or none */
    DASH,
    /** not occurring */
    NO,
    /** not estimated */
    NE,
    /** included elsewhere */
    IE,
    /** confidential */
    C,
    /** not applicable */
    NA
}
