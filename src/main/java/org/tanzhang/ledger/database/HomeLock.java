package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exclusive right to start or stop a home's server, among the threads and the processes of this machine. The system
 * frees it when its holder dies.
 */
final class HomeLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HomeLock.class);

    // File locks belong to the whole JVM: between its threads an ordinary lock decides.
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private HomeLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** Waits for the lock of an existing home folder. */
    static HomeLock take(Path home) throws IOException {
        var thread = THREADS.computeIfAbsent(home, path -> new ReentrantLock());
        thread.lock();
        FileChannel channel = null;
        try {
            var file = home.resolve("lock");
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Folder.giveLikeParent(file);
            if (channel.tryLock() == null) {
                log.info("Another command starts or stops the database; waiting for it");
                channel.lock();
            }
            return new HomeLock(thread, channel);
        } catch (IOException | RuntimeException e) {
            thread.unlock();
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
