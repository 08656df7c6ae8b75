/**
 * Relations of a statement with others: the same reporter's of another period, its division's, the regions below it. One
 * class a kind, judging figures that were brought together elsewhere; what a single statement must hold is in
 * {@code quality.check}.
 */
@NullMarked
package org.tanzhang.quality.comparison;

import org.jspecify.annotations.NullMarked;
