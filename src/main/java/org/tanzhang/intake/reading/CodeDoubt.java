package org.tanzhang.intake.reading;

import java.util.Optional;
import org.tanzhang.code.CheckCharacter;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** A unit's code whose check character does not fit: it may be miscopied. */
final class CodeDoubt {

    private CodeDoubt() {}

    /** @param code a credit code of 18 characters, or an organisation code of 8 with or without its ninth */
    static Optional<Finding> of(CellAddress at, String code) {
        if (code.length() == 18) {
            Optional<Character> check = CheckCharacter.ofCreditCode(code);
            if (check.isEmpty() || check.get() != code.charAt(17)) {
                String expected = check.map(String::valueOf).orElse("—");
                return Optional.of(Finding.at(at, "R-UNIT-CODE-03", Severity.WARNING, code, code, expected));
            }
            return organisation(at, code, code.substring(8, 17));
        }
        String plain = code.replace("-", "");
        return plain.length() == 9 ? organisation(at, code, plain) : Optional.empty();
    }

    private static Optional<Finding> organisation(CellAddress at, String stated, String nine) {
        char expected = CheckCharacter.ofOrganisationCode(nine);
        return expected == nine.charAt(8)
                ? Optional.empty()
                : Optional.of(Finding.at(at, "R-UNIT-CODE-04", Severity.WARNING, stated, nine, expected));
    }
}
