/**
 * Form definitions as data: rows, columns, captions and checks of each edition of each form, loaded from YAML.
 */
@NullMarked
package org.tanzhang.intake.form;

import org.jspecify.annotations.NullMarked;
