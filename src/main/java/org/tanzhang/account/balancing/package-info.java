/**
 * Balancing a table of estimates to totals that must hold: least squares weighted by reliability, exact to the last
 * digit, nothing below zero. It knows amounts and variances, no regions, carriers or emissions; those stay in
 * {@code account}.
 */
@NullMarked
package org.tanzhang.account.balancing;

import org.jspecify.annotations.NullMarked;
