package org.tanzhang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The program, started as its launcher starts it.
 *
 * @param folder for what it says
 * @param home its data
 */
record Program(Path folder, Path home) {

    /** The program's own options, see {@code jobs/tanzhang}; but for {@code account} it has the quick compiler alone. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    /** Runs a command and gives what it says; further properties first, such as {@code -Dtanzhang.territory=...}. */
    String command(String... args) throws IOException, InterruptedException {
        return command(List.of(), args);
    }

    String command(List<String> properties, String... args) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of("-Xlog:gc:" + folder.resolve("gc"), "-Dtanzhang.root=" + ROOT, "-Dtanzhang.home=" + home));
        all.addAll(properties);
        return run("org.tanzhang.cli.Tanzhang", all, args);
    }

    /** The most heap in MiB that the last command had in use before a collection; 0 when it never collected. */
    int peakHeap() throws IOException {
        return HEAP.matcher(Files.readString(folder.resolve("gc")))
                .results()
                .map((MatchResult r) -> Integer.parseInt(r.group(1)))
                .max(Integer::compare)
                .orElse(0);
    }

    /** Runs a main class in a JVM of its own and gives what it says. */
    String run(String main, List<String> properties, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        if (args.length == 0 || !args[0].equals("account")) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        String more = System.getProperty("java.options", "");
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" ", -1)));
        }
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(args));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command);
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
