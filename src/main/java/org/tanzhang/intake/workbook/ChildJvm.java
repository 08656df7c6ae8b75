package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/**
 * A JVM of its own for one workbook that could exhaust this one: the same program, little memory, no settings, no
 * passwords, no voice but its standard output.
 */
public final class ChildJvm {

    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private ChildJvm() {}

    /**
     * Starts a main class of the program.
     *
     * @param heap its largest heap; what a JVM needs beside it is bounded too
     * @param quick whether it takes the quick compiler alone: what the other gains in reading one workbook it takes to
     *     compile; where a million cells are marked it halves the time
     */
    public static Process start(Class<?> main, DataSize heap, boolean quick, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap.toMegabytes() + "m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                quick ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                // the program's log belongs to the program
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Whether it ended because its heap was full. */
    public static boolean diedOfMemory(Process process) throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY;
    }

    /** To be called by the child: it must not outlive the program that waits for it. */
    public static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(
                    () -> {
                        parent.onExit().join();
                        Runtime.getRuntime().halt(OUT_OF_MEMORY + 1);
                    },
                    "parent-watch");
            watch.setDaemon(true);
            watch.start();
        });
    }
}
