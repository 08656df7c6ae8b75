/**
 * Draws {@code samples/broken/}: small workbooks, each with faults that are put in on purpose.
 *
 * <p>Every fault states beside its drawing which rule must find it, how grave, and at which cell. That list is written
 * from what was put in, never from what the program found: nothing of Tanzhang's own code may be called in this package.
 */
@NullMarked
package org.tanzhang.samples.broken;

import org.jspecify.annotations.NullMarked;
