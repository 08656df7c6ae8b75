package org.tanzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.quality.Rule;

/** What users read lives in resource bundles, Chinese and English, and every finding has its words in both. */
@DisplayName("The message bundles")
class WordsTests {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path MESSAGES = MAIN.resolve("resources/messages");

    /** A rule's number as code or a query writes it, in quotes. */
    private static final Pattern RULE = Pattern.compile("[\"']([RA]-[A-Z0-9]+(?:-[A-Z0-9]+)*-\\d{2})\\b");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Map<String, String> bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties.forEach((key, value) -> bundle.put(String.valueOf(key), String.valueOf(value)));
        return bundle;
    }

    /** The rules that code names, and those that the catalogue checks by a relation. */
    private static Set<String> rulesInUse() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher rule = RULE.matcher(Files.readString(file));
                while (rule.find()) {
                    rules.add(rule.group(1));
                }
            }
        }
        RuleLibrary.shipped().book().rules().stream()
                .filter(r -> r.check() != null || r.comparison() != null)
                .map(Rule::id)
                .forEach(rules::add);
        return rules;
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings_zh", "findings_en"})
    @DisplayName("have words for every rule that code or the catalogue uses")
    void haveWordsForEveryRule(String name) throws IOException {
        assertThat(rulesInUse()).contains("R-FILE-01", "R-205-1-01", "A-REST-03");
        assertThat(bundle(name).keySet()).containsAll(rulesInUse());
    }

    @Test
    @DisplayName("have no words for rules that nobody uses")
    void haveNoDeadWords() throws IOException {
        assertThat(rulesInUse()).containsAll(bundle("findings_zh").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings", "cli"})
    @DisplayName("say the same things in Chinese and in English, none of them empty")
    void haveTheSameKeys(String name) throws IOException {
        Map<String, String> zh = bundle(name + "_zh");
        Map<String, String> en = bundle(name + "_en");
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        assertThat(zh.values()).noneMatch(String::isBlank);
        assertThat(en.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings", "cli"})
    @DisplayName("name no thing in one language that the other cannot name")
    void haveTheSamePlaces(String name) throws IOException {
        Map<String, String> zh = bundle(name + "_zh");
        Map<String, String> en = bundle(name + "_en");
        for (String key : zh.keySet()) {
            assertThat(places(zh.getOrDefault(key, ""))).as(key).isEqualTo(places(en.getOrDefault(key, "")));
        }
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(pattern);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }
}
