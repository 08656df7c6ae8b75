package org.tanzhang.intake.form;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.observation.Reporter;
import org.tanzhang.quality.Check;
import org.tanzhang.quality.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The form definitions in force, loaded from the YAML files under {@code /forms}. */
public final class FormLibrary {

    private final List<FormDefinition> definitions;
    private final String digest;

    private FormLibrary(List<FormDefinition> definitions, String digest) {
        this.definitions = List.copyOf(definitions);
        this.digest = digest;
    }

    /** The shipped definitions, in the order of {@code /forms/index}, by which equally good matches are decided. */
    public static FormLibrary shipped() {
        List<FormDefinition> definitions = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (String id :
                resource("/forms/index").lines().filter(l -> !l.isBlank()).toList()) {
            String text = resource("/forms/" + id.strip() + ".yml");
            all.append(text);
            definitions.add(parse(text));
        }
        return new FormLibrary(definitions, Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
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

    /** SHA-256 over the definitions: a workbook that was returned is read again when it changes. */
    public String digest() {
        return digest;
    }

    static FormDefinition parse(String yaml) {
        Node root = new Node(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        return new FormDefinition(
                root.text("id"),
                root.text("statement"),
                root.flag("companion"),
                new Name(root.node("title").text("zh"), root.node("title").text("en")),
                Reporter.Kind.valueOf(root.text("reporter").toUpperCase(Locale.ROOT)),
                FormDefinition.Layout.valueOf(
                        root.text("layout").toUpperCase(Locale.ROOT).replace('-', '_')),
                root.texts("titles"),
                root.texts("rejects"),
                root.texts("labels"),
                root.texts("code-columns"),
                root.texts("unit-columns"),
                root.texts("ignored-columns"),
                root.nodes("items").stream().map(FormLibrary::item).toList(),
                root.nodes("carriers").stream().map(FormLibrary::carrier).toList(),
                fields(root.node("fields")),
                root.texts("footers"),
                root.flag("label-optional"),
                root.flag("sector-rows"),
                root.flag("inputs-positive"),
                root.flag("keep-blanks"),
                root.nodes("checks").stream().map(FormLibrary::check).toList());
    }

    private static FormDefinition.Item item(Node node) {
        return new FormDefinition.Item(
                node.text("item"),
                node.texts("names"),
                node.flag("negative"),
                node.flag("required"),
                node.textOrNull("unit"));
    }

    private static FormDefinition.FormCarrier carrier(Node node) {
        return new FormDefinition.FormCarrier(
                node.text("carrier"), node.textOrNull("code"), node.texts("names"), node.textOrNull("unless"));
    }

    private static Map<String, List<String>> fields(Node node) {
        Map<String, List<String>> fields = new HashMap<>();
        node.keys().forEach(key -> fields.put(key, node.texts(key)));
        return fields;
    }

    private static Check check(Node node) {
        return new Check(
                node.text("rule"),
                Severity.valueOf(node.text("severity").toUpperCase(Locale.ROOT)),
                Check.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                node.text("total"),
                node.texts("terms"),
                node.texts("items"),
                new BigDecimal(node.text("half-unit")),
                node.flag("even-if-blank"),
                node.texts("carriers"));
    }

    /** A YAML mapping whose members are asked for by name. */
    private record Node(@Nullable Object value) {

        private Map<?, ?> map() {
            return value instanceof Map<?, ?> map ? map : Map.of();
        }

        List<String> keys() {
            return map().keySet().stream().map(String::valueOf).toList();
        }

        String text(String key) {
            String text = textOrNull(key);
            if (text == null) {
                throw new IllegalArgumentException("form definition: " + key + " is missing in " + value);
            }
            return text;
        }

        @Nullable String textOrNull(String key) {
            Object text = map().get(key);
            return text == null ? null : String.valueOf(text);
        }

        boolean flag(String key) {
            return Boolean.TRUE.equals(map().get(key));
        }

        List<String> texts(String key) {
            return map().get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        Node node(String key) {
            return new Node(map().get(key));
        }

        List<Node> nodes(String key) {
            return map().get(key) instanceof List<?> list
                    ? list.stream().map(o -> new Node(o)).toList()
                    : List.of();
        }
    }
}
