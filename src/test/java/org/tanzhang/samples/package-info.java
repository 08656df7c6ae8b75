/**
 * Draws the synthetic sample city under {@code samples/} and works its ledger out apart from the program.
 *
 * <p>The arithmetic here follows the written method alone. Nothing of Tanzhang's own code may be called in this
 * package, so that its expected results stay a second opinion.
 */
@NullMarked
package org.tanzhang.samples;

import org.jspecify.annotations.NullMarked;
