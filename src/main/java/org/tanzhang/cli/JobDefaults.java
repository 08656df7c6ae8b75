package org.tanzhang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code jobs/account/job.yml} names as defaults, for commands that do without Spring. */
record JobDefaults(String territory, String factors, String method) {

    static JobDefaults in(Path root) {
        Path file = root.resolve("jobs").resolve("account").resolve("job.yml");
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(file, StandardCharsets.UTF_8));
            Map<?, ?> tanzhang =
                    yaml instanceof Map<?, ?> map && map.get("tanzhang") instanceof Map<?, ?> inner ? inner : Map.of();
            return new JobDefaults(
                    String.valueOf(tanzhang.get("territory")),
                    String.valueOf(tanzhang.get("factors")),
                    String.valueOf(tanzhang.get("method")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file + " cannot be read", e);
        }
    }
}
