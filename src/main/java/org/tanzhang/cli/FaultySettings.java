package org.tanzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What is wrong with {@code jobs/NAME/job.yml}: where, and what may stand there. */
final class FaultySettings {

    private FaultySettings() {}

    /** A value that is none of its kind. */
    static String reason(BindException fault, ConfigurationProperty property) {
        Class<?> kind = fault.getTarget().getType().resolve(Object.class);
        String choices = kind.isEnum()
                ? Arrays.stream(kind.getEnumConstants())
                        .map(c -> c.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(Words.of("failed.or")))
                : Words.of("failed.setting.as-delivered");
        return Words.of(
                "failed.setting",
                String.valueOf(property.getName()),
                String.valueOf(property.getValue()),
                place(property.getOrigin()),
                choices);
    }

    private static String place(@Nullable Origin given) {
        Origin origin = given instanceof PropertySourceOrigin source ? source.getOrigin() : given;
        if (origin instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
            return Words.of(
                    "failed.line",
                    file(text.getResource()),
                    String.valueOf(text.getLocation().getLine() + 1));
        }
        return String.valueOf(origin);
    }

    private static String file(Resource resource) {
        try {
            return resource.getFile().getPath();
        } catch (IOException e) {
            return resource.getDescription();
        }
    }

    /** A file that is no YAML. */
    static String reason(MarkedYAMLException fault) {
        String file = Session.jobFiles().stream()
                .filter(FaultySettings::isBroken)
                .map(Path::toString)
                .findFirst()
                .orElse("YAML");
        int line = fault.getProblemMark() == null ? 0 : fault.getProblemMark().getLine() + 1;
        return Words.of(
                "failed.yaml", Words.of("failed.line", file, String.valueOf(line)), String.valueOf(fault.getProblem()));
    }

    private static boolean isBroken(Path file) {
        try {
            new YamlPropertySourceLoader().load("job", new FileSystemResource(file));
            return false;
        } catch (IOException | MarkedYAMLException e) {
            return true;
        }
    }
}
