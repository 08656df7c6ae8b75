/**
 * The relations that the cells of one statement must hold, one class a kind. They know cells, units and their own
 * parameters; which rule a violation breaks, how grave it is and how it is worded is said outside.
 */
@NullMarked
package org.tanzhang.quality.check;

import org.jspecify.annotations.NullMarked;
