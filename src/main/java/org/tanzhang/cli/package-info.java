/**
 * The command line: one class a command. Arguments are parsed before Spring starts; words come from the bundles
 * {@code messages/cli} and {@code messages/findings}.
 */
@NullMarked
package org.tanzhang.cli;

import org.jspecify.annotations.NullMarked;
