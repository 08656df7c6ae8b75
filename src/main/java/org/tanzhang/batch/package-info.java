/**
 * The Spring Batch jobs: import, account, inventory, nightly. Their steps call the rooms below; Spring Batch types stay
 * here.
 */
@NullMarked
package org.tanzhang.batch;

import org.jspecify.annotations.NullMarked;
