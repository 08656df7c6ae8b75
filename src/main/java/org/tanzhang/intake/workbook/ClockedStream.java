package org.tanzhang.intake.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes for as long as the clock allows: ends a library that reads on and on. */
final class ClockedStream extends FilterInputStream {

    private final Clock clock;

    ClockedStream(InputStream in, Clock clock) {
        super(in);
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }

    private void check() throws IOException {
        if (clock.isOver()) {
            throw clock.exceeded().inside();
        }
    }
}
