/**
 * Runs and their entries in PostgreSQL, their digests, and the tidy ledger as readers see it. A run is written whole or
 * not at all and never changed.
 */
@NullMarked
package org.tanzhang.ledger;

import org.jspecify.annotations.NullMarked;
