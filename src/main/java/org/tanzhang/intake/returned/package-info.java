/**
 * The sender's own workbook with the faults marked in it.
 */
@NullMarked
package org.tanzhang.intake.returned;

import org.jspecify.annotations.NullMarked;
