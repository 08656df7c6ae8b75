package org.tanzhang.intake.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A reference YAML file, asked by path of keys; a missing key is said with the file's name. */
record Document(Path file, byte[] bytes, Object root) {

    static Document read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Object root =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes, StandardCharsets.UTF_8));
            return new Document(file, bytes, root == null ? Map.of() : root);
        } catch (IOException | YAMLException e) {
            throw new ReferenceDataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A document with what it {@code extends} beneath it: a key of its own stands, another is the extended one's. Its
     * bytes are those of both.
     */
    static Document extended(Path file) {
        Document own = read(file);
        Object base = own.at("extends");
        if (base == null) {
            return own;
        }
        Path below = file.resolveSibling(base + ".yml");
        if (below.equals(file) || !Files.isRegularFile(below)) {
            throw new ReferenceDataException(file.getFileName() + ": extends " + base + ", which is not there");
        }
        Document extended = extended(below);
        Map<Object, Object> merged = new LinkedHashMap<>((Map<?, ?>) extended.root());
        merged.putAll((Map<?, ?>) own.root());
        byte[] bytes = Arrays.copyOf(extended.bytes(), extended.bytes().length + own.bytes().length);
        System.arraycopy(own.bytes(), 0, bytes, extended.bytes().length, own.bytes().length);
        return new Document(file, bytes, merged);
    }

    private @Nullable Object at(String... path) {
        Object node = root;
        for (String key : path) {
            node = node instanceof Map<?, ?> map ? map.get(key) : null;
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    String text(String... path) {
        Object value = at(path);
        if (value == null) {
            throw new ReferenceDataException(file.getFileName() + ": " + String.join(".", path) + " is missing");
        }
        return String.valueOf(value);
    }

    /** The text, empty when there is none. */
    String textOrEmpty(String... path) {
        Object value = at(path);
        return value == null ? "" : String.valueOf(value);
    }

    Name name(String key) {
        return new Name(text(key, "zh"), text(key, "en"));
    }

    BigDecimal decimal(String... path) {
        try {
            return new BigDecimal(text(path));
        } catch (NumberFormatException e) {
            throw new ReferenceDataException(file.getFileName() + ": " + String.join(".", path) + " is no decimal", e);
        }
    }

    List<String> keys(String... path) {
        return at(path) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, BigDecimal> decimals(String key) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        keys(key).forEach(k -> values.put(k, decimal(key, k)));
        return values;
    }

    List<BigDecimal> decimalList(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(v -> new BigDecimal(String.valueOf(v))).toList()
                : List.of();
    }

    /** The texts of a list, empty when there is none. */
    List<String> list(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Set<String> set(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    <E extends Enum<E>> E choice(Class<E> type, String... path) {
        String text = text(path);
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ReferenceDataException(
                    file.getFileName() + ": " + String.join(".", path) + " cannot be " + text, e);
        }
    }

    /** @throws ReferenceDataException unless the choice is the only one there is yet */
    void mustBe(String only, String... path) {
        if (!text(path).equals(only)) {
            throw new ReferenceDataException(file.getFileName() + ": " + String.join(".", path) + " can only be " + only
                    + ", not " + text(path));
        }
    }
}
