package org.tanzhang.intake.rule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.intake.reference.YamlNode;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;
import org.yaml.snakeyaml.error.YAMLException;

/** The rules in force, loaded from the YAML files under {@code /rules} and the bureau's own file. */
public final class RuleLibrary {

    private final RuleBook book;
    private final String digest;

    private RuleLibrary(RuleBook book, String digest) {
        this.book = book;
        this.digest = digest;
    }

    /** The shipped rules with their own severities. */
    public static RuleLibrary shipped() {
        return load(null);
    }

    /**
     * The shipped rules with the severities that the bureau's file sets.
     *
     * @param bureau the file; one that is not there sets nothing
     * @throws RuleFileException when the bureau's file has a fault; it names the file, the rule and the remedy
     */
    public static RuleLibrary with(Path bureau) {
        return load(Files.isRegularFile(bureau) ? bureau : null);
    }

    private static RuleLibrary load(@Nullable Path bureau) {
        StringBuilder all = new StringBuilder();
        List<Rule> rules = new ArrayList<>();
        for (String name :
                resource("/rules/index").lines().filter(l -> !l.isBlank()).toList()) {
            String file = "/rules/" + name.strip() + ".yml";
            String text = resource(file);
            all.append(text);
            YamlNode.parse(file, text).nodes("rules").forEach(node -> rules.add(rule(node)));
        }
        List<RuleBook.Override> overrides = List.of();
        if (bureau != null) {
            String text = text(bureau);
            all.append(text);
            overrides = overrides(bureau, text, rules.stream().map(Rule::id).toList());
        }
        return new RuleLibrary(
                new RuleBook(rules, overrides), Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The rules in force. */
    public RuleBook book() {
        return book;
    }

    /** SHA-256 over the rules in force: a workbook that was returned is read again when it changes. */
    public String digest() {
        return digest;
    }

    private static Rule rule(YamlNode node) {
        String id = node.text("id");
        Severity severity = Severity.of(node.text("severity"));
        YamlNode check = node.node("check");
        YamlNode compare = node.node("compare");
        return new Rule(
                id,
                severity,
                node.name("title"),
                node.name("reason"),
                node.text("basis"),
                node.text("since"),
                node.name("example"),
                node.has("compare") ? compare.texts("forms") : check.texts("forms"),
                node.has("check") ? CheckReader.read(check) : null,
                node.has("compare") ? ComparisonReader.read(compare) : null);
    }

    /** {@code overrides: [{rule: R-EB-05, severity: info, reason: ...}]}; severity may be off. */
    private static List<RuleBook.Override> overrides(Path file, String text, List<String> known) {
        List<RuleBook.Override> overrides = new ArrayList<>();
        YamlNode root;
        try {
            root = YamlNode.parse(file.toString(), text);
        } catch (YAMLException e) {
            throw new RuleFileException(file + ": " + e.getMessage(), e);
        }
        for (YamlNode node : root.nodes("overrides")) {
            String rule = node.textOrNull("rule");
            // YAML reads a bare off as false
            String severity = "false".equals(node.textOrNull("severity")) ? "off" : node.textOrNull("severity");
            String reason = node.textOrNull("reason");
            if (rule == null || !known.contains(rule)) {
                throw new RuleFileException(file + ": no rule " + rule + "; the command rules lists them");
            }
            if (severity == null || !severity.matches("error|warning|info|off")) {
                throw new RuleFileException(
                        file + ": " + rule + ": severity must be error, warning, info or off, not " + severity);
            }
            if (reason == null || reason.isBlank()) {
                throw new RuleFileException(file + ": " + rule + ": a reason must be given, it is kept with the data");
            }
            if (overrides.stream().anyMatch(o -> o.rule().equals(rule))) {
                throw new RuleFileException(file + ": " + rule + " stands there twice");
            }
            overrides.add(
                    new RuleBook.Override(rule, severity.equals("off") ? null : Severity.of(severity), reason.strip()));
        }
        return overrides;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RuleFileException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = RuleLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
