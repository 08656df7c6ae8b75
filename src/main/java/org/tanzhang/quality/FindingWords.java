package org.tanzhang.quality;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of findings in one language, from the resource bundles {@code messages/findings}. */
public final class FindingWords {

    private final ResourceBundle bundle;

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
            String pattern = bundle.getString(finding.rule());
            return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT)
                    .format(finding.arguments().toArray());
        } catch (MissingResourceException e) {
            return finding.rule() + " " + finding.arguments();
        }
    }

    /** The words of a rule with {@code …} where a finding names its figures; the rule's number when it has none. */
    public String pattern(String rule) {
        return bundle.containsKey(rule) ? bundle.getString(rule).replaceAll("\\{\\d+}", "…") : rule;
    }
}
