package org.tanzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.intake.rule.RuleLibrary;

@DisplayName("The document of rules")
class RulesTests {

    @Test
    @DisplayName("is what the catalogue gives: regenerate it with jobs/tanzhang rules --markdown > src/docs/rules.md")
    void isWhatTheCatalogueGives() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/rules.md")))
                .isEqualTo(RulesDocument.of(RuleLibrary.shipped().book()));
    }
}
