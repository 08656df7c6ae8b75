package org.tanzhang.quality;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The words of findings in one language, from the resource bundles {@code messages/findings}. */
public final class FindingWords {

    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private FindingWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language zh or en */
    public static FindingWords in(String language) {
        return new FindingWords(ResourceBundle.getBundle(
                "messages.findings",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** What is wrong and what to do. */
    public String of(Finding finding) {
        try {
            MessageFormat format = formats.computeIfAbsent(finding.rule(), this::format);
            synchronized (format) {
                return format.format(finding.arguments().toArray());
            }
        } catch (MissingResourceException e) {
            return finding.rule() + " " + finding.arguments();
        }
    }

    private MessageFormat format(String rule) {
        return new MessageFormat(bundle.getString(rule).replace("'", "''"), Locale.ROOT);
    }

    /** The words of a rule with {@code …} where a finding names its figures; the rule's number when it has none. */
    public String pattern(String rule) {
        return bundle.containsKey(rule) ? bundle.getString(rule).replaceAll("\\{\\d+}", "…") : rule;
    }
}
