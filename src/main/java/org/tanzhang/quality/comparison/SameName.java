package org.tanzhang.quality.comparison;

/** Units of two codes do not report under one name. */
public record SameName() implements Comparison {}
