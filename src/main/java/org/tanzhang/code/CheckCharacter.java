package org.tanzhang.code;

import java.util.Optional;

/**
 * The check characters of unit codes: the unified social credit code (GB 32100-2015) and the organisation code
 * (GB 11714-1997). Genuine credit codes that fail are known, so a mismatch is a doubt and no proof.
 */
public final class CheckCharacter {

    /** Digits and letters of a credit code; I, O, S, V and Z are not used. */
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CheckCharacter() {}

    /**
     * C18 = (31 - sum of C_i x 3^(i-1) mod 31) mod 31.
     *
     * @param seventeen the first 17 characters of a credit code, or more
     * @return the 18th; empty where a character is none of a credit code
     */
    public static Optional<Character> ofCreditCode(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_ALPHABET.indexOf(seventeen.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return Optional.of(CREDIT_ALPHABET.charAt((31 - sum % 31) % 31));
    }

    /**
     * C9 = 11 - sum of C_i x W_i mod 11, 10 printed as X and 11 as 0; letters count 10 to 35.
     *
     * @param eight the first 8 characters of an organisation code, or more
     * @return the 9th
     */
    public static char ofOrganisationCode(String eight) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }
}
