package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a child process said and how it ended.
 *
 * @param exit exit code
 * @param output standard output and standard error, in the order written
 */
record Command(int exit, String output) {

    boolean succeeded() {
        return exit == 0;
    }

    /**
     * Runs a command to its end.
     *
     * <p>The child gets an environment of three variables, so that no password set for this program reaches a server
     * that outlives it, and C.UTF-8, without which names in Chinese get lost.
     *
     * @throws DatabaseServerException when it cannot be started or does not end in time
     */
    static Command run(List<String> command, Path directory, Duration patience) {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        var path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path + ":/usr/sbin:/sbin", "LC_ALL", "C.UTF-8", "LANG", "C.UTF-8"));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new DatabaseServerException("command-failed", e, command.get(0), e.getMessage());
        }
        var output = CompletableFuture.supplyAsync(() -> readAll(process));
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new DatabaseServerException("command-timeout", command.get(0), patience.toSeconds());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DatabaseServerException("interrupted", e);
        }
        return new Command(process.exitValue(), output.join().strip());
    }

    private static String readAll(Process process) {
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
