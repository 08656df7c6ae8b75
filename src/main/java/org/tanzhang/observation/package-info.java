/**
 * What a cell of a statistical workbook states: a value or a notation, its key and its address. Nothing here judges it or computes with it.
 */
@NullMarked
package org.tanzhang.observation;

import org.jspecify.annotations.NullMarked;
