/**
 * The durable PostgreSQL server that the program brings along: unpacking, initialising, starting, finding and stopping
 * it, and its three roles. Nothing here knows a table of the application: schemas and rights come with the migrations,
 * and a server that somebody else runs is reached without this package.
 */
@NullMarked
package org.tanzhang.ledger.database;

import org.jspecify.annotations.NullMarked;
