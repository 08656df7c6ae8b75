package org.tanzhang.intake.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanzhang.code.Caption;
import org.tanzhang.observation.NotationKey;

/**
 * Numbers as workbooks hold them (METHOD 1): the shortest decimal of the stored double, rounded to 15 significant
 * digits.
 */
final class NumberText {

    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);
    private static final Pattern TYPED =
            Pattern.compile("[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?");

    private static final Pattern DASH = Pattern.compile("[-–—−―─]{1,4}|\\.{2,3}|…{1,2}");

    private static final Pattern WITH_UNIT =
            Pattern.compile("([-+]?[\\d,.]+)((?:\\p{IsHan}|[A-Za-z%³·^/]|(?<=[A-Za-z])\\d){1,12})");

    private NumberText() {}

    /** The value of a stored number cell. */
    static Optional<BigDecimal> stored(String digits) {
        if (isShort(digits)) {
            return Optional.of(plain(new BigDecimal(digits)));
        }
        try {
            double value = Double.parseDouble(digits);
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
            BigDecimal rounded = new BigDecimal(Double.toString(value)).round(FIFTEEN_DIGITS);
            return Optional.of(plain(rounded));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a plain decimal of at most 15 digits: then it is the shortest decimal of its own double. */
    private static boolean isShort(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        int points = 0;
        for (int i = start; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '.' && i > start) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        int count = digits.length() - start - points;
        return points <= 1 && count > 0 && count <= FIFTEEN_DIGITS.getPrecision() && !digits.endsWith(".");
    }

    /** The value of a number typed as text, with thousands separators, full-width digits or a leading apostrophe. */
    static Optional<BigDecimal> typed(String text) {
        String typed = Caption.compact(text).replace('−', '-');
        String compact = typed.startsWith("'") ? typed.substring(1) : typed;
        if (!TYPED.matcher(compact).matches() || !compact.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(plain(new BigDecimal(compact.replace(",", "")).round(FIFTEEN_DIGITS)));
    }

    /** A number with the words typed after it, such as 120 and 吨. */
    record WithUnit(String number, String unit) {}

    /** A number and what is typed after it, where that may be a unit: 120吨, 1,200.5 万kWh. Which unit it is, is not judged. */
    static Optional<WithUnit> withUnit(String text) {
        Matcher both = WITH_UNIT.matcher(Caption.compact(text));
        return both.matches() && typed(both.group(1)).isPresent()
                ? Optional.of(new WithUnit(both.group(1), both.group(2)))
                : Optional.empty();
    }

    /** The notation that stands in place of a number. */
    static Optional<NotationKey> notation(String text) {
        String compact = Caption.compact(text).toUpperCase(Locale.ROOT);
        if (DASH.matcher(compact).matches()) {
            return Optional.of(NotationKey.DASH);
        }
        return switch (compact) {
            case "NO" -> Optional.of(NotationKey.NO);
            case "NE" -> Optional.of(NotationKey.NE);
            case "IE" -> Optional.of(NotationKey.IE);
            case "C" -> Optional.of(NotationKey.C);
            case "NA", "N/A" -> Optional.of(NotationKey.NA);
            default -> Optional.empty();
        };
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
