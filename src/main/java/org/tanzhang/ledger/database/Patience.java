package org.tanzhang.ledger.database;

import java.time.Duration;

/** Waiting between two looks at something that another process does. */
final class Patience {

    private Patience() {}

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseServerException("interrupted", e);
        }
    }
}
