package org.tanzhang.intake.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.intake.reference.YamlNode;
import org.tanzhang.observation.Reporter;

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
        YamlNode root = YamlNode.parse("form definition", yaml);
        return new FormDefinition(
                root.text("id"),
                root.text("statement"),
                root.flag("companion"),
                root.name("title"),
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
                root.has("rows") ? rows(root.node("rows")) : null);
    }

    private static FormDefinition.ReporterRows rows(YamlNode node) {
        return new FormDefinition.ReporterRows(
                node.texts("code"),
                node.nodes("names").stream().map(n -> n.texts("captions")).toList(),
                node.texts("year"),
                node.nodes("columns").stream().map(FormLibrary::column).toList());
    }

    private static FormDefinition.Column column(YamlNode node) {
        String qualifier = node.textOrNull("qualifier");
        String carrier = node.textOrNull("carrier");
        return new FormDefinition.Column(
                node.text("item"),
                carrier == null ? "" : carrier,
                node.texts("names"),
                qualifier == null ? null : Pattern.compile(qualifier),
                node.textOrNull("unit"));
    }

    private static FormDefinition.Item item(YamlNode node) {
        return new FormDefinition.Item(
                node.text("item"),
                node.texts("names"),
                node.flag("negative"),
                node.flag("required"),
                node.textOrNull("unit"));
    }

    private static FormDefinition.FormCarrier carrier(YamlNode node) {
        return new FormDefinition.FormCarrier(
                node.text("carrier"), node.textOrNull("code"), node.texts("names"), node.textOrNull("unless"),
                node.textOrNull("beside"));
    }

    private static Map<String, List<String>> fields(YamlNode node) {
        Map<String, List<String>> fields = new HashMap<>();
        node.keys().forEach(key -> fields.put(key, node.texts(key)));
        return fields;
    }
}
