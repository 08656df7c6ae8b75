/**
 * Recognises forms on sheets and turns them into statements, with every fault in one pass.
 */
@NullMarked
package org.tanzhang.intake.reading;

import org.jspecify.annotations.NullMarked;
