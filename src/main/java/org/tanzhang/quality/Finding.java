package org.tanzhang.quality;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;

/**
 * One fault or remark: which rule, how grave, where, and the arguments of its message.
 *
 * @param rule stable number, such as {@code R-205-1-01}; the key of its words in the resource bundles
 * @param cell the cell it is about, null when it is about a sheet, a file or a figure
 * @param sheet the sheet it is about, null when it is about the whole file or a figure
 * @param subject what it is about in an account, such as {@code 430112/industry/raw-coal}; empty for a workbook
 * @param value the value found, as text; empty when there is none
 * @param arguments what the message names, in its order
 * @param related the other cells between which a relation does not hold; any of them may be the wrong one
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable CellAddress cell,
        @Nullable String sheet,
        String subject,
        String value,
        List<String> arguments,
        List<CellAddress> related) {

    public Finding {
        arguments = List.copyOf(arguments);
        related = List.copyOf(related);
    }

    /** About no relation between cells. */
    public Finding(
            String rule,
            Severity severity,
            @Nullable CellAddress cell,
            @Nullable String sheet,
            String subject,
            String value,
            List<String> arguments) {
        this(rule, severity, cell, sheet, subject, value, arguments, List.of());
    }

    /** About one cell. */
    public static Finding at(CellAddress cell, String rule, Severity severity, String value, Object... arguments) {
        return new Finding(rule, severity, cell, cell.sheet(), "", value, texts(arguments));
    }

    /** About a sheet. */
    public static Finding on(String sheet, String rule, Severity severity, Object... arguments) {
        return new Finding(rule, severity, null, sheet, "", "", texts(arguments));
    }

    /** About a whole file. */
    public static Finding file(String rule, Severity severity, Object... arguments) {
        return new Finding(rule, severity, null, null, "", "", texts(arguments));
    }

    /** About a figure of the accounts. */
    public static Finding about(String subject, String rule, Severity severity, Object... arguments) {
        return new Finding(rule, severity, null, null, subject, "", texts(arguments));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same finding, weighed otherwise. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, cell, sheet, subject, value, arguments, related);
    }

    /** The same finding, about the relation of its cell to these. */
    public Finding besides(List<CellAddress> others) {
        return new Finding(rule, severity, cell, sheet, subject, value, arguments, others);
    }

    /** All cells it stands at, the one it is about first. */
    public List<CellAddress> cells() {
        return cell == null
                ? related
                : Stream.concat(Stream.of(cell), related.stream()).toList();
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments)
                .map(a -> a instanceof java.math.BigDecimal d
                        ? d.stripTrailingZeros().toPlainString()
                        : String.valueOf(a))
                .toList();
    }
}
