package org.tanzhang.ledger.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** The server's TCP port: chosen once, kept in a file, chosen anew when somebody else has taken it. */
record Port(Path file) {

    // Below the kernel's range for outgoing connections (32768 and up), which would now and then take a chosen port.
    private static final int LOWEST = 15_432;
    private static final int HIGHEST = 25_431;
    private static final int RETRIES = 5;

    OptionalInt kept() throws IOException {
        var line = Folder.firstLine(file);
        try {
            int port = line == null ? 0 : Integer.parseInt(line);
            return port > 0 && port < 65_536 ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The kept port if it is free (a server that has just ended gets a second to let it go), else a new one. */
    int free() throws IOException {
        var kept = kept();
        for (int i = 0; kept.isPresent() && i < RETRIES; i++) {
            if (isFree(kept.getAsInt())) {
                return kept.getAsInt();
            }
            Patience.pause(Duration.ofMillis(200));
        }
        for (int i = 0; i < 1000; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port)) {
                Folder.write(file, port + "\n", "rw-r--r--");
                return port;
            }
        }
        throw new DatabaseServerException("no-port", LOWEST, HIGHEST);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
