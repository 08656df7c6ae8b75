package org.tanzhang.quality.comparison;

/** A relation between measures of one unit and year that the platform exported one by one. */
public sealed interface BetweenMeasures extends Comparison permits MeasureRelation, MeasurePrice {}
