package org.tanzhang.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.Statement;

/** The rules in force: the catalogue, and the severities that the bureau set in place of the catalogue's. */
public final class RuleBook {

    private final Map<String, Rule> rules;
    private final Map<String, Override> overrides;
    private final Map<String, List<Rule>> rulesByForm = new ConcurrentHashMap<>();

    /**
     * A severity that the bureau set for a rule.
     *
     * @param severity the severity in force; null where the rule is switched off
     * @param reason why, kept beside the data
     */
    public record Override(String rule, @Nullable Severity severity, String reason) {

        /** The severity's code, or {@code off}. */
        public String code() {
            return severity == null ? "off" : severity.code();
        }
    }

    /** @throws IllegalArgumentException when two rules have one id, or an override names no rule */
    public RuleBook(List<Rule> rules, List<Override> overrides) {
        this.rules = rules.stream()
                .collect(Collectors.toMap(
                        Rule::id,
                        r -> r,
                        (a, b) -> {
                            throw new IllegalArgumentException("two rules " + a.id());
                        },
                        LinkedHashMap::new));
        this.overrides = overrides.stream().collect(Collectors.toMap(Override::rule, o -> o));
        overrides.stream()
                .filter(o -> !this.rules.containsKey(o.rule()))
                .findFirst()
                .ifPresent(o -> {
                    throw new IllegalArgumentException("no rule " + o.rule());
                });
    }

    /** All rules, in the order of the catalogue. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** What the bureau set for a rule. */
    public Optional<Override> override(String id) {
        return Optional.ofNullable(overrides.get(id));
    }

    public List<Override> overrides() {
        return List.copyOf(overrides.values());
    }

    /** What the cells of a statement violate of the rules of a form definition, with the catalogue's severities. */
    public List<Finding> check(String form, Statement.Cells cells) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> known = rulesByForm.get(form);
        for (Rule rule : known == null ? rulesByForm.computeIfAbsent(form, this::rulesOf) : known) {
            findings.addAll(rule.apply(cells));
        }
        return findings;
    }

    /** The rules that compare statements with others, in the order of the catalogue; those switched off are left out. */
    public List<Rule> comparisons() {
        return rules.values().stream()
                .filter(r -> r.comparison() != null)
                .filter(r -> override(r.id()).map(Override::severity).isPresent()
                        || override(r.id()).isEmpty())
                .toList();
    }

    private List<Rule> rulesOf(String form) {
        return rules.values().stream().filter(r -> r.forms().contains(form)).toList();
    }

    /** The finding with the severity in force; empty when its rule is switched off. */
    public Optional<Finding> judge(Finding finding) {
        Override override = overrides.get(finding.rule());
        if (override == null) {
            return Optional.of(finding);
        }
        return override.severity() == null ? Optional.empty() : Optional.of(finding.withSeverity(override.severity()));
    }

    /** The findings with the severities in force. */
    public List<Finding> judge(List<Finding> findings) {
        return overrides.isEmpty()
                ? List.copyOf(findings)
                : findings.stream().flatMap(f -> judge(f).stream()).toList();
    }
}
