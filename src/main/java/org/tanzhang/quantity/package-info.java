/**
 * Units and quantities, checked by dimension and exact in decimals. No factor, no statistics, only what a unit is.
 */
@NullMarked
package org.tanzhang.quantity;

import org.jspecify.annotations.NullMarked;
