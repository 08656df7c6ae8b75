/** The program as its users meet it: commands on a real PostgreSQL, files in, files out. */
@NullMarked
package org.tanzhang.cli;

import org.jspecify.annotations.NullMarked;
