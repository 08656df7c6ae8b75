package org.tanzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists. */
class ArchitectureDocumentTests {

    private static final Path MAIN = Path.of("src/main/java/org/tanzhang");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9_]*)`");
    private static final Pattern RULE = Pattern.compile("\\b[RA]-[A-Z0-9]+(?:-[A-Z0-9]+)*-\\d{2}\\b");

    @Test
    void everyClassThatTheArchitectureNamesIsInTheTree() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher matcher = CLASS_NAME.matcher(Files.readString(Path.of("src/docs/architecture.md")));
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(named).contains("StatementReader", "Accounting", "RunRepository", "InventoryWorkbook");
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyRuleThatHasWordsIsInTheUserGuide() throws IOException {
        Set<String> worded = Files.readAllLines(Path.of("src/main/resources/messages/findings_zh.properties")).stream()
                .filter(l -> l.contains("="))
                .map(l -> l.substring(0, l.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> explained = new TreeSet<>();
        Matcher matcher = RULE.matcher(Files.readString(Path.of("src/docs/user-guide.md")));
        while (matcher.find()) {
            explained.add(matcher.group());
        }
        assertThat(explained).isEqualTo(worded);
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".java"))
                    .map(n -> n.substring(0, n.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
