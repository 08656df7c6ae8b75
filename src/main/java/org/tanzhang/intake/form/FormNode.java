package org.tanzhang.intake.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Name;
import org.tanzhang.intake.form.FormFault.Kind;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping of a form definition with its lines. What is asked of it and is not there, or is of another kind, becomes
 * a fault; the answer is then empty, so that one pass finds every fault.
 */
final class FormNode {

    private final String file;
    private final int line;
    private final Map<String, NodeTuple> members = new LinkedHashMap<>();
    private final List<FormFault> faults;

    /** @param keys the members that there may be; others are faults; empty for any */
    FormNode(String file, Node node, Set<String> keys, List<FormFault> faults) {
        this.file = file;
        this.line = lineOf(node);
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            fault(line, Kind.NO_MAPPING);
            return;
        }
        for (NodeTuple member : mapping.getValue()) {
            String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (members.put(key, member) != null) {
                fault(lineOf(member.getKeyNode()), Kind.KEY_TWICE, key);
            }
            if (!keys.isEmpty() && !keys.contains(key)) {
                fault(
                        lineOf(member.getKeyNode()),
                        Kind.UNKNOWN_KEY,
                        key,
                        String.join(", ", keys.stream().sorted().toList()));
            }
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void fault(int at, Kind kind, Object... arguments) {
        faults.add(FormFault.of(file, at, kind, arguments));
    }

    int line() {
        return line;
    }

    /** The line of a member, of the mapping itself where there is none. */
    int line(String key) {
        NodeTuple member = members.get(key);
        return member == null ? line : lineOf(member.getKeyNode());
    }

    Set<String> keys() {
        return members.keySet();
    }

    private @Nullable Node member(String key) {
        NodeTuple member = members.get(key);
        return member == null ? null : member.getValueNode();
    }

    /** A text that must be there. */
    String text(String key) {
        Node node = member(key);
        if (node == null) {
            fault(line, Kind.MISSING, key);
            return "";
        }
        return Objects.requireNonNullElse(textOrNull(key), "");
    }

    @Nullable String textOrNull(String key) {
        Node node = member(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        fault(lineOf(node), Kind.NO_TEXT, key);
        return null;
    }

    boolean flag(String key) {
        String text = textOrNull(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(line(key), Kind.NO_FLAG, key, text);
        }
        return "true".equals(text);
    }

    @Nullable Integer year(String key) {
        String text = textOrNull(key);
        if (text != null && !text.matches("(?:19|20)\\d{2}")) {
            fault(line(key), Kind.YEAR, key, text);
            return null;
        }
        return text == null ? null : Integer.valueOf(text);
    }

    /** A regular expression, null when there is none. */
    @Nullable Pattern pattern(String key) {
        String text = textOrNull(key);
        try {
            return text == null ? null : Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            fault(line(key), Kind.YAML, e.getDescription() + ": " + text);
            return null;
        }
    }

    <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
        String text = text(key);
        Optional<E> chosen = Arrays.stream(choices.getEnumConstants())
                .filter(c -> code(c).equals(text))
                .findFirst();
        if (chosen.isEmpty() && !text.isEmpty()) {
            String all = Arrays.stream(choices.getEnumConstants())
                    .map(FormNode::code)
                    .collect(Collectors.joining(", "));
            fault(line(key), Kind.CHOICE, key, text, all);
        }
        return chosen;
    }

    private static String code(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The texts of a list, empty when there is none. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                fault(lineOf(node), Kind.NO_TEXT, key);
            }
        }
        return texts;
    }

    /** The texts of a list that must be there and hold something. */
    List<String> someTexts(String key) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            fault(line(key), Kind.MISSING, key);
        }
        return texts;
    }

    private List<Node> list(String key) {
        Node node = member(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(lineOf(node), Kind.NO_LIST, key);
        return List.of();
    }

    /** The mappings of a list, empty when there is none. */
    List<FormNode> nodes(String key, Set<String> allowed) {
        return list(key).stream()
                .map(n -> new FormNode(file, n, allowed, faults))
                .toList();
    }

    /** The mapping of a member, empty when there is none. */
    Optional<FormNode> node(String key, Set<String> allowed) {
        Node node = member(key);
        return node == null ? Optional.empty() : Optional.of(new FormNode(file, node, allowed, faults));
    }

    /** The Chinese and English text of a member that must be there. */
    Name name(String key) {
        Optional<FormNode> node = node(key, Set.of("zh", "en"));
        if (node.isEmpty()) {
            fault(line, Kind.MISSING, key);
        }
        return node.map(n -> new Name(n.text("zh"), n.text("en"))).orElse(new Name("", ""));
    }
}
