/**
 * From workbooks to observations: opening hostile files, recognising forms by their captions, reading statements, keeping
 * submissions, and handing a marked-up copy back. No accounting happens here.
 */
@NullMarked
package org.tanzhang.intake;

import org.jspecify.annotations.NullMarked;
