/**
 * The rules of the house as tests: which room may use which, where SQL and the batch framework live, what every package and
 * every message bundle must have.
 */
@NullMarked
package org.tanzhang.architecture;

import org.jspecify.annotations.NullMarked;
