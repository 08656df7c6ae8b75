/**
 * Files from outside, opened with distrust: what kind they are, and their cells. Knows no form.
 */
@NullMarked
package org.tanzhang.intake.workbook;

import org.jspecify.annotations.NullMarked;
