package org.tanzhang.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.observation.CellAddress;

@DisplayName("The words of a finding")
class FindingWordsTests {

    private static final CellAddress G9 = new CellAddress("205-1", 8, 6);
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private static Finding totalOff() {
        return Finding.at(
                G9,
                "R-205-1-01",
                Severity.ERROR,
                "130",
                new BigDecimal("1300000.50"),
                new BigDecimal("1.3E+3"),
                new BigDecimal("100"));
    }

    @Test
    @DisplayName("are Chinese or English, with the numbers as they stand in the workbook")
    void areInTwoLanguages() {
        assertThat(FindingWords.in("zh").of(totalOff()))
                .isEqualTo("合计（4）1300000.5 不等于工业（5）与非工业（7）之和 1300，差 100。请核对（5）、（7）是否漏填，或改正合计。");
        assertThat(FindingWords.in("en").of(totalOff()))
                .isEqualTo(
                        "Total (4) 1300000.5 is not the sum 1300 of industrial (5) and non-industrial (7); difference 100."
                                + " Check (5) and (7) for what was left out, or correct the total.");
    }

    @Test
    @DisplayName("do not depend on the machine's locale")
    void doNotDependOnTheLocale() {
        String zh = FindingWords.in("zh").of(totalOff());
        for (Locale locale : new Locale[] {Locale.GERMANY, Locale.forLanguageTag("ar-EG"), Locale.CHINA, Locale.ROOT}) {
            Locale.setDefault(locale);
            ResourceBundle.clearCache();
            assertThat(FindingWords.in("zh").of(totalOff())).isEqualTo(zh);
            assertThat(FindingWords.in("en").of(totalOff())).startsWith("Total (4) 1300000.5 ");
        }
    }

    @Test
    @DisplayName("show what the sender typed as it is, apostrophes and braces included")
    void keepWhatWasTyped() {
        Finding typed = Finding.at(G9, "R-CELL-01", Severity.ERROR, "", "it's {0} or ''");
        assertThat(FindingWords.in("en").of(typed))
                .isEqualTo(
                        "\"it's {0} or ''\" is no number. Enter a number, or leave the cell empty if there is none.");
        assertThat(FindingWords.in("zh").of(typed)).isEqualTo("“it's {0} or ''”不是数值。请填写数值；没有的留空。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("are complete sentences whose every place is filled")
    void fillEveryPlace(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle("messages.findings", Locale.forLanguageTag(language));
        for (String rule : bundle.keySet()) {
            String pattern = bundle.getString(rule);
            String expected = pattern;
            Object[] places = new Object[12];
            for (int i = 0; i < places.length; i++) {
                places[i] = "<" + i + ">";
                expected = expected.replace("{" + i + "}", "<" + i + ">");
            }
            Finding finding = Finding.file(rule, Severity.INFO, places);
            assertThat(FindingWords.in(language).of(finding))
                    .as(rule)
                    .isEqualTo(expected)
                    .doesNotContain("{");
        }
    }

    /** Information that only says what the program did with a file; the sender has nothing to do. */
    private static final Set<String> NOTICES =
            Set.of("R-CELL-04", "R-CELL-05", "R-FILE-10", "R-FILE-12", "R-FILE-13", "R-FILE-18");

    /** How a sentence of remedy begins. */
    private static final Pattern IMPERATIVE = Pattern.compile(
            "(?i)(please|add|agree|ask|check|compare|complete|correct|enter|fill|import|keep|let|merge|name|open|put|remove|save"
                    + "|say|send|state|use|verify|withdraw|write)\\b.*");

    /** Whether a message says, after what is wrong, what to do: 请, or a sentence that begins with an imperative. */
    private static boolean saysWhatToDo(String language, String message) {
        return language.equals("zh")
                ? message.contains("请")
                : Stream.of(message.split("[.;:] "))
                        .skip(1)
                        .anyMatch(s -> IMPERATIVE.matcher(s).matches());
    }

    /** Information of the account (A-..) says how it counted and need not ask for anything. */
    private static boolean asksForSomething(Rule rule) {
        return rule.severity() != Severity.INFO || rule.id().startsWith("R-") && !NOTICES.contains(rule.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("say what to do, in each rule that asks for something")
    void sayWhatToDo(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle("messages.findings", Locale.forLanguageTag(language));
        assertThat(RuleLibrary.shipped().book().rules().stream()
                        .filter(FindingWordsTests::asksForSomething)
                        .map(rule -> rule.id() + " " + bundle.getString(rule.id()))
                        .filter(words -> !saysWhatToDo(language, words)))
                .isEmpty();
    }

    @Test
    @DisplayName("that state a difference alone do not say what to do")
    void differenceIsNoRemedy() {
        assertThat(saysWhatToDo("zh", "居民生活 {0} 不等于城镇与乡村之和 {1}，差 {2}。")).isFalse();
        assertThat(saysWhatToDo("en", "Use {0} is not the sum {1}; difference {2}."))
                .isFalse();
        assertThat(saysWhatToDo("en", "Use {0} is not the sum {1}; difference {2}. Please check."))
                .isTrue();
    }

    @Test
    @DisplayName("of a rule nobody worded are its number and what it found")
    void fallBackToTheRule() {
        assertThat(FindingWords.in("en").of(Finding.file("R-NOBODY-99", Severity.INFO, "x", 3)))
                .isEqualTo("R-NOBODY-99 [x, 3]");
    }

    @Test
    @DisplayName("belong to a finding that knows what it is about")
    void findingKnowsItsPlace() {
        assertThat(totalOff().sheet()).isEqualTo("205-1");
        assertThat(totalOff().isError()).isTrue();
        assertThat(Finding.about("430112/industry/raw-coal", "A-REST-03", Severity.ERROR)
                        .subject())
                .isEqualTo("430112/industry/raw-coal");
        assertThat(Severity.WARNING.code()).isEqualTo("warning");
    }
}
