/**
 * Reads the reference-data folder: code lists, factor sets and methods, with file and line in every complaint.
 */
@NullMarked
package org.tanzhang.intake.reference;

import org.jspecify.annotations.NullMarked;
