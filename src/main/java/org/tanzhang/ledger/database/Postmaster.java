package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory's postmaster.pid names.
 *
 * <p>The file outlives a killed server, and its process id may have passed on to any other program since, or to a dead
 * process that nobody has collected (a container without an init). So the process's own command line decides.
 *
 * @param pid process id
 * @param port port that the file names, 0 when not yet written
 * @param alive whether the process exists and is a server of this data directory
 */
record Postmaster(long pid, int port, boolean alive) {

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Reads postmaster.pid; empty when there is none or it is not yet written. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(data), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            // Lines: process id (negative: single-user), data directory, start time, port, socket folder, ...
            long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new Postmaster(pid, port, serves(pid, data)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Process ids of all processes, backends included, that work in a data directory, as far as one may see. */
    static List<Long> processesIn(Path data) throws IOException {
        var found = new ArrayList<Long>();
        var real = data.toRealPath();
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> worksIn(pid, real))
                .forEach(found::add);
        return found;
    }

    /** Processes that have a word among their arguments. */
    static List<ProcessHandle> processesWith(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return arguments(process.pid()).contains(argument);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
    }

    /** The words of a command line; one empty word for a dead process that nobody has collected. */
    private static List<String> arguments(long pid) throws IOException {
        var line = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "cmdline"));
        return List.of(new String(line, StandardCharsets.UTF_8).split("\0", -1));
    }

    private static boolean serves(long pid, Path data) throws IOException {
        if (ProcessHandle.of(pid).isEmpty()) {
            return false;
        }
        List<String> words;
        try {
            words = arguments(pid);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return true; // It cannot be told; the connection will.
        }
        return words.get(0).endsWith("postgres")
                && (words.contains(data.toString()) || worksIn(pid, data.toRealPath()));
    }

    private static boolean worksIn(long pid, Path realData) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "cwd"))
                    .equals(realData);
        } catch (IOException e) {
            return false;
        }
    }
}
