/**
 * The bureau's code lists: regions, sectors, carriers and flows, with validity, aliases and hierarchy (parts and totals). Nothing here reads a file or knows a form.
 */
@NullMarked
package org.tanzhang.code;

import org.jspecify.annotations.NullMarked;
