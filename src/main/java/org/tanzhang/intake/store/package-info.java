/**
 * Submissions, statements, observations and findings in PostgreSQL, append-only.
 */
@NullMarked
package org.tanzhang.intake.store;

import org.jspecify.annotations.NullMarked;
