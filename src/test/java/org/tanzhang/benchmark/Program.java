package org.tanzhang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The program, started by its launcher.
 *
 * @param folder for what it says
 * @param home its data
 */
record Program(Path folder, Path home) {

    /** The options that {@code jobs/tanzhang} gives the program, for what is to run beside it. */
    private static final List<String> OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    /** Runs a command and gives what it says; further properties first, such as {@code -Dtanzhang.territory=...}. */
    String command(String... args) throws IOException, InterruptedException {
        return command(List.of(), args);
    }

    String command(List<String> properties, String... args) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(properties);
        options.add("-Xlog:gc:" + folder.resolve("gc"));
        options.add(System.getProperty("java.options", ""));
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("jobs/tanzhang").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TANZHANG_HOME", home.toString());
        builder.environment().put("TANZHANG_JAVA_OPTS", String.join(" ", options));
        return run(builder);
    }

    /** The most heap in MiB that the last command had in use before a collection; 0 when it never collected. */
    int peakHeap() throws IOException {
        return HEAP.matcher(Files.readString(folder.resolve("gc")))
                .results()
                .map((MatchResult r) -> Integer.parseInt(r.group(1)))
                .max(Integer::compare)
                .orElse(0);
    }

    /** Runs a main class in a JVM of its own, as bare as the program's, and gives what it says. */
    String run(String main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(args));
        return run(new ProcessBuilder(command));
    }

    private String run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("SPRING_DATASOURCE_URL");
        Process process = builder.redirectOutput(said.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("err"))
                    + Files.readString(said).lines().limit(20).toList());
        }
        return Files.readString(said);
    }

    /**
     * Processor time in ms of a process and of its children that ended: on a machine that does other work besides it says
     * more than the clock. 0 where there is no /proc.
     */
    static long processor(long pid) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field : new int[] {11, 12, 13, 14}) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * 10;
    }
}
