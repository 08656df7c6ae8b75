package org.tanzhang.intake.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanzhang.code.Name;

/**
 * A method's file as a list of its choices, for reading aloud: whatever keys it has, its own and those of what it extends.
 *
 * @param document what the method follows
 */
public record MethodSheet(String id, Name title, String document, List<Choice> choices) {

    private static final Set<String> HEAD = Set.of("id", "title", "document", "extends");

    /**
     * A choice.
     *
     * @param key the key of the first level
     * @param part the key below it, empty when there is none
     * @param below the key below that, empty when there is none
     * @param list whether it is a list, of any length
     * @param values what was chosen
     * @param from id of the method whose file chooses
     */
    public record Choice(String key, String part, String below, boolean list, List<String> values, String from) {

        public Choice {
            values = List.copyOf(values);
        }

        private static Choice of(String key, String part, String below, Object value, String from) {
            return value instanceof List<?> list
                    ? new Choice(
                            key,
                            part,
                            below,
                            true,
                            list.stream().map(String::valueOf).toList(),
                            from)
                    : new Choice(key, part, below, false, List.of(String.valueOf(value)), from);
        }

        /** The keys down to the choice, with dots. */
        public String path() {
            return Stream.of(key, part, below).filter(k -> !k.isEmpty()).collect(Collectors.joining("."));
        }
    }

    public MethodSheet {
        choices = List.copyOf(choices);
    }

    private record Chosen(Object value, String from) {}

    /** The ids of the methods, sorted. */
    public static List<String> ids(ReferenceData reference) {
        Path folder = reference.folder().resolve("methods");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.substring(0, name.length() - ".yml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ReferenceDataException(folder + " cannot be read", e);
        }
    }

    /** @throws ReferenceDataException when the file, or one that it extends, is not there or cannot be read */
    public static MethodSheet read(ReferenceData reference, String id) {
        Path folder = reference.folder().resolve("methods");
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        List<String> way = new ArrayList<>();
        for (String next = id; !next.isEmpty(); ) {
            if (way.contains(next)) {
                throw new ReferenceDataException(next + ".yml: methods extend one another in a circle");
            }
            way.add(next);
            Document file = Document.read(folder.resolve(next + ".yml"));
            String from = next;
            if (file.root() instanceof Map<?, ?> keys) {
                keys.forEach((key, value) -> {
                    if (value != null) {
                        chosen.putIfAbsent(String.valueOf(key), new Chosen(value, from));
                    }
                });
            }
            next = file.textOrEmpty("extends");
        }
        Document own = Document.read(folder.resolve(id + ".yml"));
        List<Choice> choices = new ArrayList<>();
        chosen.forEach((key, what) -> {
            if (HEAD.contains(key)) {
                return;
            }
            if (what.value() instanceof Map<?, ?> parts) {
                parts.forEach((part, value) -> choices.addAll(part(key, String.valueOf(part), value, what.from())));
            } else {
                choices.add(Choice.of(key, "", "", what.value(), what.from()));
            }
        });
        return new MethodSheet(id, own.name("title"), own.textOrEmpty("document"), choices);
    }

    private static List<Choice> part(String key, String part, Object value, String from) {
        return value instanceof Map<?, ?> below
                ? below.entrySet().stream()
                        .map(e -> Choice.of(key, part, String.valueOf(e.getKey()), e.getValue(), from))
                        .toList()
                : List.of(Choice.of(key, part, "", value, from));
    }
}
