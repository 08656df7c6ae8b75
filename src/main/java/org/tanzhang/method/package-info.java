/**
 * The accounting method as data: every choice that turns statements into entries. No choice is made in code that is not named here.
 */
@NullMarked
package org.tanzhang.method;

import org.jspecify.annotations.NullMarked;
