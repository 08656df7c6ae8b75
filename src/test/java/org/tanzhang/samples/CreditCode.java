package org.tanzhang.samples;

/** Unified social credit codes with valid check characters (GB 32100-2015, inner code GB 11714-1997). */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** A code of an enterprise (91) registered in {@code region}, whose inner code ends in the fictional {@code serial}. */
    public static String of(String region, int serial) {
        String body = "MAHC%04d".formatted(serial);
        String seventeen = "91" + region + body + innerCheck(body);
        return seventeen + check(seventeen);
    }

    /** C9 = 11 - sum(C_i x W_i) mod 11, 10 printed as X and 11 as 0; letters count 10 to 35. */
    private static char innerCheck(String body) {
        int sum = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * INNER_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }

    /** C18 = (31 - sum(C_i x 3^(i-1) mod 31) mod 31) mod 31. */
    public static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (char character : seventeen.toCharArray()) {
            sum += ALPHABET.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
