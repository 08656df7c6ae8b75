package org.tanzhang.quality.comparison;

/**
 * Two reporters do not state the same column of numbers for the same months.
 *
 * @param item the column
 * @param minimum how many numbers other than zero it must hold: few may agree by chance
 * @param sameName whether it is about reporters of one name, of which one is the other under a second code
 */
public record SameFigures(String item, int minimum, boolean sameName) implements Comparison {}
