package org.tanzhang.intake.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tanzhang.intake.form.FormFault.Kind;
import org.tanzhang.intake.reference.Digest;

/** The form definitions in force: the shipped ones under {@code /forms}, and those that the bureau adds in a folder. */
public final class FormLibrary {

    private final List<FormDefinition> definitions;
    private final String digest;

    private FormLibrary(List<FormDefinition> definitions, String digest) {
        this.definitions = List.copyOf(definitions);
        this.digest = digest;
    }

    /** The shipped definitions, in the order of {@code /forms/index}, by which equally good matches are decided. */
    public static FormLibrary shipped() {
        return of(shippedFiles(), new ArrayList<>());
    }

    /**
     * The shipped definitions and those of a folder, which need not be there. A file whose id is a shipped one's stands in
     * its place, another comes after the shipped ones, in the order of the file names.
     *
     * @param carriers the codes of the carriers that there are
     * @throws FaultyFormsException with every fault of every file
     */
    public static FormLibrary with(Path folder, Set<String> carriers) {
        Map<String, FormFile> files = shippedFiles();
        List<FormFault> faults = new ArrayList<>();
        Map<String, FormFile> own = new LinkedHashMap<>();
        for (Path path : yamlFiles(folder, faults)) {
            read(path, carriers, faults).ifPresent(file -> {
                FormFile first = own.putIfAbsent(file.id().isEmpty() ? file.name() : file.id(), file);
                if (first != null) {
                    faults.add(FormFault.of(file.name(), 1, Kind.FORM_TWICE, file.id(), first.name()));
                }
            });
        }
        files.putAll(own);
        return of(files, faults);
    }

    private static FormLibrary of(Map<String, FormFile> files, List<FormFault> faults) {
        List<FormDefinition> definitions = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (FormFile file : files.values()) {
            all.append(file.text());
            file.definition(id -> Optional.ofNullable(files.get(id)), faults).ifPresent(definitions::add);
        }
        if (!faults.isEmpty()) {
            throw new FaultyFormsException(faults);
        }
        return new FormLibrary(definitions, Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, FormFile> shippedFiles() {
        Map<String, FormFile> files = new LinkedHashMap<>();
        for (String id :
                resource("/forms/index").lines().filter(l -> !l.isBlank()).toList()) {
            String name = id.strip() + ".yml";
            files.put(id.strip(), new FormFile(name, resource("/forms/" + name), Set.of()));
        }
        return files;
    }

    private static List<Path> yamlFiles(Path folder, List<FormFault> faults) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add(FormFault.of(folder.toString(), 1, Kind.UNREADABLE, reason(e)));
            return List.of();
        }
    }

    private static Optional<FormFile> read(Path path, Set<String> carriers, List<FormFault> faults) {
        try {
            return Optional.of(new FormFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8), carriers));
        } catch (IOException e) {
            faults.add(FormFault.of(path.toString(), 1, Kind.UNREADABLE, reason(e)));
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return e instanceof CharacterCodingException ? "UTF-8" : e.getClass().getSimpleName();
    }

    private static String resource(String name) {
        try (InputStream in = FormLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("form definition " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("form definition " + name + " cannot be read", e);
        }
    }

    public List<FormDefinition> definitions() {
        return definitions;
    }

    /** The definitions of forms that one reporter fills in. */
    public List<FormDefinition> ofOneReporter() {
        return definitions.stream().filter(f -> f.rows() == null).toList();
    }

    /** SHA-256 over the definitions: a workbook that was returned is read again when it changes. */
    public String digest() {
        return digest;
    }
}
