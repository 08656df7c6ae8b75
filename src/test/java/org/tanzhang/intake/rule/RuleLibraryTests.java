package org.tanzhang.intake.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;
import org.tanzhang.quality.Severity;

@DisplayName("The rule catalogue")
class RuleLibraryTests {

    private static final RuleBook SHIPPED = RuleLibrary.shipped().book();

    @TempDir
    private Path folder;

    private Path bureau(String text) throws IOException {
        return Files.writeString(folder.resolve("rules.yml"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("has a message for every rule, and a rule for every message")
    void hasAMessageForEveryRule(String language) {
        ResourceBundle messages = ResourceBundle.getBundle(
                "messages.findings",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(new TreeSet<>(messages.keySet()))
                .isEqualTo(new TreeSet<>(SHIPPED.rules().stream().map(Rule::id).toList()));
    }

    @Test
    @DisplayName("says of every rule in both languages what holds, why, and gives an example")
    void saysWhatHoldsAndWhy() {
        for (Rule rule : SHIPPED.rules()) {
            assertThat(List.of(rule.title().zh(), rule.reason().zh()))
                    .as(rule.id())
                    .allMatch(t -> t.matches("(?s).*\\p{IsHan}.*"));
            assertThat(List.of(
                            rule.title().en(),
                            rule.reason().en(),
                            rule.example().en()))
                    .as(rule.id())
                    .allMatch(t -> t.matches("(?s).*[A-Za-z0-9].*"));
            assertThat(rule.example().zh()).as(rule.id()).isNotBlank();
            assertThat(rule.basis()).as(rule.id()).isNotBlank();
            assertThat(rule.since()).as(rule.id()).isNotBlank();
        }
    }

    /** A severity that the program writes beside a rule's number. */
    private static final Pattern SEVERITY = Pattern.compile("\"([RA]-[A-Z0-9-]+\\d)\",\\s*Severity\\.(\\w+)");

    @Test
    @DisplayName("gives each rule the severity that the program gives it")
    void agreesWithTheProgram() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = SEVERITY.matcher(Files.readString(file));
                while (m.find()) {
                    seen++;
                    Severity written = Severity.valueOf(m.group(2));
                    if (SHIPPED.find(m.group(1))
                            .map(Rule::severity)
                            .filter(s -> s == written)
                            .isEmpty()) {
                        wrong.add(m.group(1) + " " + written);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(40);
    }

    @Test
    @DisplayName("takes a bureau's severity with its reason, and lets it switch a rule off")
    void takesABureausSeverity() throws IOException {
        RuleBook book = RuleLibrary.with(bureau("""
                        overrides:
                          - {rule: R-EB-05, severity: info, reason: "省局 2025 年 3 月通知"}
                          - {rule: R-CELL-05, severity: off, reason: "平台导出的数字都是文本"}
                        """)).book();

        assertThat(book.judge(List.of(
                        Finding.on("表", "R-EB-05", Severity.WARNING),
                        Finding.on("表", "R-CELL-05", Severity.INFO),
                        Finding.on("表", "R-EB-04", Severity.ERROR))))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("R-EB-05", Severity.INFO),
                        org.assertj.core.groups.Tuple.tuple("R-EB-04", Severity.ERROR));
        assertThat(book.override("R-EB-05").map(RuleBook.Override::reason)).contains("省局 2025 年 3 月通知");
    }

    @Test
    @DisplayName("changes its digest with the bureau's file, so that returned workbooks are read again")
    void changesItsDigest() throws IOException {
        String shipped = RuleLibrary.shipped().digest();

        assertThat(RuleLibrary.with(folder.resolve("absent.yml")).digest()).isEqualTo(shipped);
        assertThat(RuleLibrary.with(bureau("overrides: [{rule: R-EB-05, severity: info, reason: r}]"))
                        .digest())
                .isNotEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "overrides: [{rule: R-NO-01, severity: info, reason: r}]; no rule R-NO-01",
                "overrides: [{rule: R-EB-05, severity: mild, reason: r}]; R-EB-05: severity must be error",
                "overrides: [{rule: R-EB-05, severity: info}]; R-EB-05: a reason must be given",
                "overrides: [{rule: R-EB-05, severity: info, reason: r}, {rule: R-EB-05, severity: error, reason: r}]; R-EB-05 stands there twice",
                "overrides: [; line 1"
            })
    @DisplayName("refuses a bureau's file with a fault, naming file and rule")
    void refusesAFault(String text, String message) throws IOException {
        Path file = bureau(text);
        assertThatThrownBy(() -> RuleLibrary.with(file))
                .isInstanceOf(RuleFileException.class)
                .hasMessageContaining("rules.yml")
                .hasMessageContaining(message);
    }
}
