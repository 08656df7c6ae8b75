package org.tanzhang.quality.comparison;

/**
 * Two reporters do not state the same column of numbers.
 *
 * @param item the column
 * @param minimum how many numbers other than zero it must hold: few may agree by chance
 */
public record SameFigures(String item, int minimum) implements Comparison {}
