package org.tanzhang.quality.comparison;

/** A unit stands in the registers of one year in one region only. */
public record TwoPlaces() implements Comparison {}
