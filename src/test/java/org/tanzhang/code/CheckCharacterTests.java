package org.tanzhang.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check character")
class CheckCharacterTests {

    // the standard's example, and codes printed by their holders
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "911506026673161181", "11320000MB151840XJ", "9131000063159284XQ"})
    @DisplayName("of a genuine credit code fits, and so does the one inside it")
    void fitsGenuineCodes(String code) {
        assertThat(CheckCharacter.ofCreditCode(code)).hasValue(code.charAt(17));
        assertThat(CheckCharacter.ofOrganisationCode(code.substring(8))).isEqualTo(code.charAt(16));
    }

    // reported as genuine, though their last character fails
    @ParameterizedTest(name = "{0} should end in {1}")
    @CsvSource({"91350211M0000XUF46, R", "91350100M0001TGQXM, 1"})
    @DisplayName("of two codes reported as genuine fails while the inner one fits")
    void failsForTwoGenuineCodes(String code, char expected) {
        assertThat(CheckCharacter.ofCreditCode(code)).hasValue(expected);
        assertThat(CheckCharacter.ofOrganisationCode(code.substring(8))).isEqualTo(code.charAt(16));
    }

    @Test
    @DisplayName("is none where a letter is no letter of credit codes")
    void isNoneForOtherLetters() {
        assertThat(CheckCharacter.ofCreditCode("91350100O000100Y43")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"M000100Y4", "MB151840X", "667316118"})
    @DisplayName("of an organisation code may be a digit or X")
    void ofOrganisationCodes(String code) {
        assertThat(CheckCharacter.ofOrganisationCode(code)).isEqualTo(code.charAt(8));
    }
}
