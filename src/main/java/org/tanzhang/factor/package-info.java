/**
 * Emission factors, sets of them, and which one answers for a carrier, region, sector and year. Reading their files is the intake's.
 */
@NullMarked
package org.tanzhang.factor;

import org.jspecify.annotations.NullMarked;
