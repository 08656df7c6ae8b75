package org.tanzhang.quality.comparison;

/** A unit reports for months in which the register says that it is active. */
public record ActiveUnit() implements Comparison {}
