/**
 * Measurements that are run by hand: what the program needs beside what the same work needs at the least. Not part of the
 * tests; {@code mvn -q test -Dtest=ImportBenchmark}.
 */
@NullMarked
package org.tanzhang.benchmark;

import org.jspecify.annotations.NullMarked;
