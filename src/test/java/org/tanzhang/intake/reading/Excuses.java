package org.tanzhang.intake.reading;

import static org.tanzhang.intake.reading.Slip.DIGITS;
import static org.tanzhang.intake.reading.Slip.LEFT_OUT;
import static org.tanzhang.intake.reading.Slip.SIGN;
import static org.tanzhang.intake.reading.Slip.TEN_THOUSAND;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What nobody can see in a workbook alone: by form, item and slip, under a condition that is checked. */
final class Excuses {

    /** Coal whose heat value differs from pit to pit: R-205-1-10 asks for its coefficient. */
    private static final Set<String> COALS_WITH_COEFFICIENT = Set.of(
            "anthracite",
            "coking-coal",
            "bituminous-coal",
            "lignite",
            "cleaned-coal",
            "other-washed-coal",
            "briquettes");

    private static final Set<String> SUBTOTALS = Set.of("raw-coal", "other-petroleum-subtotal", "other-fuels-subtotal");

    private static final Set<String> PARTS_OF_SUBTOTALS = Set.of(
            "anthracite",
            "bituminous-coal",
            "naphtha",
            "other-petroleum",
            "coal-gangue",
            "raw-coal",
            "other-petroleum-subtotal",
            "other-fuels-subtotal");

    /** Half the last printed place for each of the 53 sectors and their total. */
    private static final BigDecimal ROUNDING_OF_SECTORS = new BigDecimal("0.27");

    /** Half the last printed place for each row a balance's total consumption adds up, and a sign turned counts twice. */
    private static final BigDecimal ROUNDING_OF_A_BALANCE = new BigDecimal("0.05");

    static final List<Excuse> ALL = List.of(
            excuse(
                    List.of("205-1"),
                    List.of("coefficient"),
                    LEFT_OUT,
                    (s, after) -> !COALS_WITH_COEFFICIENT.contains(s.carrier()),
                    "only kinds of coal must state one; the set's stands in for others"),
            excuse(
                    List.of("205-1-energy-saving", "205-5", "P109"),
                    List.of("coefficient"),
                    LEFT_OUT,
                    (s, after) -> true,
                    "the form asks no unit for it"),
            excuse(
                    List.of("205-1", "205-5", "P109"),
                    List.of("transport-use"),
                    LEFT_OUT,
                    (s, after) -> s.stated("transport-use").compareTo(s.stated("consumption")) <= 0,
                    "a part of consumption without a sum to complete"),
            excuse(
                    List.of("205-1-energy-saving"),
                    List.of("raw-material"),
                    LEFT_OUT,
                    (s, after) -> s.stated("raw-material").compareTo(s.stated("industrial")) <= 0,
                    "a part of industrial use without a sum to complete"),
            excuse(
                    List.of("industry-matrix"),
                    List.of("consumption-net-of-output"),
                    LEFT_OUT,
                    (s, after) -> s.states("final.total"),
                    "final use less what transformation put out, both stated: the blank loses nothing"),
            excuse(
                    List.of("205-1"),
                    List.of("purchase", "purchase-value"),
                    LEFT_OUT,
                    (s, after) -> !after.states(s.item(), s.cell().sheet()),
                    "a column in which no figure is left may not have been sent"),
            excuse(
                    List.of("205-2"),
                    List.of("industrial-205-2"),
                    LEFT_OUT,
                    (s, after) -> !s.states("input.total") && s.states("industrial"),
                    "205-1 states it too; with no input beside it the blank contradicts nothing"),
            excuse(
                    List.of("P303-1", "energy-balance-yearbook"),
                    List.of("final.non-energy"),
                    DIGITS,
                    (s, after) -> s.after() != null && s.after().compareTo(s.stated("final.industry")) <= 0,
                    "a part of industry, bounded by it alone"),
            excuse(
                    List.of("industry-matrix"),
                    List.of("sector.13", "sector.26", "sector.30", "sector.44", "sector.trade"),
                    LEFT_OUT,
                    (s, after) -> s.stated(s.item()).compareTo(ROUNDING_OF_SECTORS) <= 0,
                    "so small that the rounding of all sectors hides it from their total"),
            new Excuse(
                    List.of("wide-export"),
                    List.of("consumption", "purchase"),
                    List.of(LEFT_OUT, DIGITS, TEN_THOUSAND),
                    (s, after) -> !PARTS_OF_SUBTOTALS.contains(s.carrier()),
                    "in no subtotal: a single column says nothing of it; last year's does (R-MAGNITUDE-01, R-CHANGE-01, 07)"),
            new Excuse(
                    List.of("products-by-unit", "products-by-region"),
                    List.of(
                            "product.cement-clinker",
                            "product.lime",
                            "product.flux-limestone",
                            "product.flux-dolomite"),
                    List.of(LEFT_OUT, DIGITS, TEN_THOUSAND),
                    (s, after) -> true,
                    "in no sum: a single table says nothing of it; last year's does (R-CHANGE-08)"),
            excuse(
                    List.of("wide-export"),
                    List.of("consumption", "purchase"),
                    LEFT_OUT,
                    (s, after) -> SUBTOTALS.contains(s.carrier()),
                    "a row cannot tell a blank subtotal from a column that was not exported; the parts count"),
            excuse(
                    List.of("P303-1"),
                    List.of("total"),
                    SIGN,
                    (s, after) -> s.stated("total").compareTo(ROUNDING_OF_A_BALANCE) <= 0,
                    "so small that the rounding of what it adds up hides the change"),
            excuse(
                    List.of("coal-survey"),
                    List.of("consumption"),
                    DIGITS,
                    (s, after) -> s.carrier().equals("coke")
                            && s.after() != null
                            && s.after().compareTo(s.statedOf("coal-total")) <= 0,
                    "coke is bounded by all coal, and by the regions' own statements, which other rules compare"),
            new Excuse(
                    List.of("socio-economic"),
                    List.of("area", "population", "gdp-growth"),
                    List.of(DIGITS, SIGN),
                    (s, after) -> s.slip() == DIGITS || s.item().equals("gdp-growth"),
                    "within its range; bounded more closely by statements of their own: area and population by the year before"
                            + " and by the city (R-CHANGE-05, R-LEVEL-05), growth by GDP of both years (R-GROWTH-01)"));

    private Excuses() {}

    private static Excuse excuse(
            List<String> forms, List<String> items, Slip slip, BiPredicate<Spoilt, Reading> when, String reason) {
        return new Excuse(forms, items, List.of(slip), when, reason);
    }
}
