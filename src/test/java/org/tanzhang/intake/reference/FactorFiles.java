package org.tanzhang.intake.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A reference-data folder of a test's own, with the shipped code lists and methods. */
public record FactorFiles(Path folder) {

    private static final String HEADER =
            "id,carrier,quantity,value,lower,upper,distribution,unit,sector,region,enterprise,"
                    + "valid_from,valid_to,document,table,verification,note";

    /** Copies the shipped code lists and methods, and the sets named with what they build on. */
    public static FactorFiles in(Path folder, String... sets) throws IOException {
        copy("codes", folder);
        copy("methods", folder);
        Files.createDirectories(folder.resolve("sets"));
        for (String set : sets) {
            for (String layer : new FactorCheck(Shipped.data()).withLayers(set)) {
                copy("sets/" + layer, folder);
            }
        }
        return new FactorFiles(folder);
    }

    private static void copy(String part, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.FOLDER.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(Shipped.FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Writes a set that builds on the layers named; without lines it has no {@code factors.csv}. */
    public FactorFiles set(String id, List<String> layers, String... lines) throws IOException {
        Path set = Files.createDirectories(folder.resolve("sets").resolve(id));
        Files.writeString(
                set.resolve("set.yml"),
                "id: " + id + "\ntitle:\n  zh: 试\n  en: test\ndocument: a document\nlayers: " + layers + "\n");
        if (lines.length > 0) {
            Files.writeString(set.resolve("factors.csv"), HEADER + "\n" + String.join("\n", lines) + "\n");
        }
        return this;
    }

    /** Appends to a file of a set. */
    public void append(String file, String text) throws IOException {
        Path path = folder.resolve("sets").resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    public ReferenceData data() {
        return ReferenceData.in(folder);
    }
}
