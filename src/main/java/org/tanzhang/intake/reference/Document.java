package org.tanzhang.intake.reference;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A reference YAML file, asked by path of keys; what is wrong with a key is said with file and line.
 *
 * @param base what it extends, null where it stands alone
 */
record Document(
        Path file, byte[] bytes, Object root, @Nullable Document base) {

    static Document read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Object root =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes, StandardCharsets.UTF_8));
            return new Document(file, bytes, root == null ? Map.of() : root, null);
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
            throw own.fault("names " + base + ", which is not there", "extends");
        }
        Document extended = extended(below);
        Map<Object, Object> merged = new LinkedHashMap<>((Map<?, ?>) extended.root());
        merged.putAll((Map<?, ?>) own.root());
        byte[] bytes = Arrays.copyOf(extended.bytes(), extended.bytes().length + own.bytes().length);
        System.arraycopy(own.bytes(), 0, bytes, extended.bytes().length, own.bytes().length);
        return new Document(file, bytes, merged, extended);
    }

    private @Nullable Object at(String... path) {
        Object node = root;
        for (String key : path) {
            // an unquoted 26 is a number to YAML
            node = node instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .filter(e -> String.valueOf(e.getKey()).equals(key))
                            .map(Map.Entry::getValue)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null)
                    : null;
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    /** Whether the file or what it extends has the key. */
    boolean has(String... path) {
        return at(path) != null;
    }

    /** A fault of a key: {@code methods/city-county-2025.yml:14: autoproducers WHAT}. */
    ReferenceDataException fault(String what, String... path) {
        return new ReferenceDataException(place(path) + ": " + String.join(".", path) + " " + what);
    }

    /** The file that holds a key, with its folder, and the key's line; of a key that is nowhere, this file. */
    private String place(String... path) {
        Path folder = file.toAbsolutePath().getParent();
        String name = (folder == null ? "" : folder.getFileName() + "/") + file.getFileName();
        Node node = nodes();
        boolean own = false;
        int line = 0;
        for (String key : path) {
            NodeTuple entry = entry(node, key);
            if (entry == null) {
                break;
            }
            own = true;
            line = entry.getKeyNode().getStartMark().getLine() + 1;
            node = entry.getValueNode();
        }
        if (own) {
            return name + ":" + line;
        }
        return base != null && base.has(path) ? base.place(path) : name;
    }

    private @Nullable Node nodes() {
        int from = base == null ? 0 : base.bytes().length;
        String own = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(own));
    }

    private static @Nullable NodeTuple entry(@Nullable Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(t -> t.getKeyNode() instanceof ScalarNode s
                                && s.getValue().equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    String text(String... path) {
        Object value = at(path);
        if (value == null) {
            throw fault("is missing", path);
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
            throw fault("is no decimal: " + text(path), path);
        }
    }

    /** A decimal from 0 to 1. */
    BigDecimal share(String... path) {
        BigDecimal share = decimal(path);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw fault("must lie from 0 to 1, not " + share.toPlainString(), path);
        }
        return share;
    }

    /** Whether the key holds keys of its own. */
    boolean isMap(String... path) {
        return at(path) instanceof Map<?, ?>;
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

    /** @throws ReferenceDataException unless it is one of the choices, written as their names in small letters */
    <E extends Enum<E>> E choice(Class<E> type, String... path) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return choice(choices, path);
    }

    /** @throws ReferenceDataException unless it is one of the choices */
    <E> E choice(Map<String, E> choices, String... path) {
        E chosen = choices.get(text(path));
        if (chosen == null) {
            throw fault("can be " + String.join(" or ", choices.keySet()) + ", not " + text(path), path);
        }
        return chosen;
    }
}
