package org.tanzhang.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanzhang.code.Caption;
import org.tanzhang.intake.form.FormDefinition.Column;
import org.tanzhang.quantity.Units;

/**
 * What the captions of one column say, the lowest first, apart from each other: names, a unit, and what else stands in
 * brackets, such as the price base in 地区生产总值（亿元，2020年价格）.
 *
 * @param names the captions without their brackets
 * @param said what the brackets say beside the unit
 */
record IndicatorCaption(List<String> names, Optional<String> unit, List<String> said) {

    private static final Pattern LAST_BRACKET = Pattern.compile("\\(([^()]*)\\)$");
    private static final Pattern SEPARATOR = Pattern.compile("[,、;:]");

    /** @param captions from top to bottom, as printed; one of them may be a unit alone */
    static IndicatorCaption of(List<String> captions, Units units) {
        List<String> names = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (int i = captions.size() - 1; i >= 0; i--) {
            String text = Caption.compact(captions.get(i));
            if (units.find(text).isPresent()) {
                printed.add(text);
                continue;
            }
            for (Matcher m = LAST_BRACKET.matcher(text); m.find(); m = LAST_BRACKET.matcher(text)) {
                for (String part : SEPARATOR.split(m.group(1))) {
                    (units.find(part).isPresent() ? printed : said).add(part);
                }
                text = text.substring(0, m.start());
            }
            if (!text.isEmpty()) {
                names.add(text);
            }
        }
        return new IndicatorCaption(List.copyOf(names), printed.stream().findFirst(), List.copyOf(said));
    }

    /** The lowest caption. */
    String name() {
        return names.isEmpty() ? "" : names.get(0);
    }

    /**
     * What qualifies a column's item if this is its caption: the group of its pattern, else the empty text. Empty where it
     * is not. A column without a pattern is named by the lowest caption; one with a pattern by any, and what the name
     * leaves of the captions is held against it: 2020年价格 of 2020年价格地区生产总值.
     */
    Optional<String> qualifies(Column column) {
        Pattern qualifier = column.qualifier();
        if (qualifier == null) {
            return column.names().stream().anyMatch(n -> Caption.normal(n).equals(Caption.normal(name())))
                    ? Optional.of("")
                    : Optional.empty();
        }
        for (String name : column.names()) {
            for (int i = 0; i < names.size(); i++) {
                Optional<String> left = without(Caption.normal(names.get(i)), Caption.normal(name));
                if (left.isPresent()) {
                    Matcher m = qualifier.matcher(besides(i, left.get()));
                    if (m.find()) {
                        return Optional.of(m.groupCount() > 0 && m.group(1) != null ? m.group(1) : "");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a caption says before or after a name. */
    private static Optional<String> without(String caption, String name) {
        if (caption.startsWith(name)) {
            return Optional.of(caption.substring(name.length()));
        }
        return caption.endsWith(name)
                ? Optional.of(caption.substring(0, caption.length() - name.length()))
                : Optional.empty();
    }

    private String besides(int named, String left) {
        List<String> all = new ArrayList<>(said);
        all.add(left);
        for (int i = 0; i < names.size(); i++) {
            if (i != named) {
                all.add(names.get(i));
            }
        }
        return String.join(" ", all.stream().filter(t -> !t.isEmpty()).toList());
    }
}
