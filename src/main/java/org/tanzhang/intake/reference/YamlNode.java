package org.tanzhang.intake.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A YAML mapping whose members are asked for by name.
 *
 * @param source what the mapping was read from, for messages
 * @param value the mapping; anything else has no members
 */
public record YamlNode(String source, @Nullable Object value) {

    /** @throws org.yaml.snakeyaml.error.YAMLException when the text is no YAML; it names the line */
    public static YamlNode parse(String source, String text) {
        return new YamlNode(source, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    private Map<?, ?> map() {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    public List<String> keys() {
        return map().keySet().stream().map(String::valueOf).toList();
    }

    public boolean has(String key) {
        return map().get(key) != null;
    }

    /** @throws IllegalArgumentException when there is no such member */
    public String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw new IllegalArgumentException(source + ": " + key + " is missing in " + value);
        }
        return text;
    }

    public @Nullable String textOrNull(String key) {
        Object text = map().get(key);
        return text == null ? null : String.valueOf(text);
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(map().get(key));
    }

    public List<String> texts(String key) {
        return map().get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The Chinese and English text of a member. */
    public Name name(String key) {
        return new Name(node(key).text("zh"), node(key).text("en"));
    }

    public YamlNode node(String key) {
        return new YamlNode(source, map().get(key));
    }

    public List<YamlNode> nodes(String key) {
        return map().get(key) instanceof List<?> list
                ? list.stream().map(o -> new YamlNode(source, o)).toList()
                : List.of();
    }
}
