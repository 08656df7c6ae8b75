package org.tanzhang.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTests {

    @Test
    void everyMessageExistsInBothLanguagesWithTheSameArguments() {
        var english = new Messages();
        var chinese = new Messages_zh();

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(arguments(chinese.getString(key))).as(key).isEqualTo(arguments(english.getString(key)));
        }
    }

    @Test
    void aFaultSpeaksTheLanguageOfItsReader() {
        var fault = new DatabaseServerException("no-port", 15432, 25431);

        assertThat(fault).hasMessageStartingWith("No free port was found on 127.0.0.1 between 15432 and 25431.");
        assertThat(fault.message(Locale.SIMPLIFIED_CHINESE)).startsWith("127.0.0.1 上 15432 至 25431 之间没有可用端口");
        assertThat(fault.message(Locale.FRENCH)).isEqualTo(fault.getMessage());
        assertThat(fault.key()).isEqualTo("no-port");
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("%\\d\\$s")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }
}
