package org.tanzhang.ledger.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known of a server.
 *
 * @param running whether it answered as the server of this data directory; false also while it starts or recovers
 * @param pid process id of the postmaster, also while it starts or recovers
 * @param port TCP port on 127.0.0.1; of a stopped server the port it will try to take again
 * @param version of a running server the full version, of a stopped one the major version of its data; empty before
 *     the first start
 * @param dataDirectory folder of the data, whether it exists or not
 * @param bytes size of the files in the data directory, 0 before the first start
 */
public record Status(
        boolean running,
        OptionalLong pid,
        OptionalInt port,
        Optional<String> version,
        Path dataDirectory,
        long bytes) {}
