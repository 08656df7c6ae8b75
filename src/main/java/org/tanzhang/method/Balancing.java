package org.tanzhang.method;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether, and how, a balanced county account stands beside the raw one: residuals are spread over the counties, and nothing
 * of the raw account changes.
 *
 * @param indicator by what an amount is spread, where the rule is {@code indicator}
 * @param deviations relative standard deviation of what a source states, where the rule is {@code least-squares}; 0 for a
 *     source that holds, none for one that does not take part
 */
public record Balancing(Rule rule, Indicator indicator, Map<Source, BigDecimal> deviations) {

    /** How the counties are brought to the city's total. */
    public enum Rule {
        /** not at all */
        NONE,
        /** in proportion to an indicator */
        INDICATOR,
        /** each amount by the reliability of its source: Stone, Champernowne and Meade 1942 */
        LEAST_SQUARES
    }

    /** What an amount is spread by. */
    public enum Indicator {
        /** what the counties themselves state for the cell */
        OWN_ACTIVITY,
        /** as much to each county */
        EQUAL,
        /** the people that live in a county, as its office states them */
        POPULATION,
        /** its GDP at current prices, likewise */
        GDP_CURRENT;

        /** The code in methods and tables; of what an office states, the item of its statement. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the counties' offices state it, beside their energy. */
        public boolean isStated() {
            return this == POPULATION || this == GDP_CURRENT;
        }
    }

    /** Where an amount was stated. */
    public enum Source {
        /** the card of an enterprise */
        CARD,
        /** the balance of a county */
        COUNTY_BALANCE,
        /** the county's total of a carrier over its sectors, which its supply bounds */
        COUNTY_TOTAL,
        /** the balance of the city */
        CITY_BALANCE
    }

    public Balancing {
        deviations = Map.copyOf(deviations);
    }

    /** No balanced account. */
    public static Balancing none() {
        return new Balancing(Rule.NONE, Indicator.OWN_ACTIVITY, Map.of());
    }

    /** Whether it rests on what the counties' offices state of economy and people. */
    public boolean asksForIndicators() {
        return rule == Rule.INDICATOR && indicator.isStated();
    }

    /** The relative standard deviation of a source, null for one that does not take part. */
    public @Nullable BigDecimal deviation(Source source) {
        return deviations.get(source);
    }
}
