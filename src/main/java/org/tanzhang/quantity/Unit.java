package org.tanzhang.quantity;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit of measure: a dimension and an exact scale to the dimension's base.
 *
 * <p>Grammar of an expression: {@code 10^4 t}, {@code kJ/kg}, {@code tC/TJ}, {@code 1}. Coal equivalent, carbon and CO2
 * are dimensions of their own, so that a tonne of coal is never taken for a tonne of coal equivalent.
 */
public final class Unit {

    /** The base dimensions; the base units are t, m3, kJ, tce, tC and tCO2, and of indicators CNY, person and m2. */
    public enum Base {
        MASS,
        VOLUME,
        ENERGY,
        COAL_EQUIVALENT,
        CARBON,
        CO2,
        MONEY,
        PERSONS,
        AREA
    }

    private record Symbol(Base base, BigDecimal scale) {}

    private static final Map<String, Symbol> SYMBOLS = Map.ofEntries(
            symbol("t", Base.MASS, "1"),
            symbol("kg", Base.MASS, "0.001"),
            symbol("m3", Base.VOLUME, "1"),
            symbol("kJ", Base.ENERGY, "1"),
            symbol("MJ", Base.ENERGY, "1000"),
            symbol("GJ", Base.ENERGY, "1000000"),
            symbol("TJ", Base.ENERGY, "1000000000"),
            symbol("kWh", Base.ENERGY, "3600"),
            symbol("tce", Base.COAL_EQUIVALENT, "1"),
            symbol("kgce", Base.COAL_EQUIVALENT, "0.001"),
            symbol("tC", Base.CARBON, "1"),
            symbol("kgC", Base.CARBON, "0.001"),
            symbol("tCO2", Base.CO2, "1"),
            symbol("kgCO2", Base.CO2, "0.001"),
            symbol("CNY", Base.MONEY, "1"),
            symbol("person", Base.PERSONS, "1"),
            symbol("m2", Base.AREA, "1"));

    private static final Pattern TERM = Pattern.compile("(?:10\\^(\\d{1,2})\\s*)?([A-Za-z][A-Za-z0-9]*|1)");

    public static final Unit ONE = parse("1");
    public static final Unit TONNE_CO2 = parse("tCO2");
    public static final Unit TERAJOULE = parse("TJ");
    public static final Unit TONNE_COAL_EQUIVALENT = parse("tce");

    private final String expression;
    /** The scale to the base is a fraction, so that kgce/kWh (1/3600) stays exact. */
    private final BigDecimal numerator;

    private final BigDecimal denominator;
    private final Map<Base, Integer> dimension;

    /** What it was multiplied by, by expression. */
    private final Map<String, Unit> products = new ConcurrentHashMap<>();

    private Unit(String expression, BigDecimal numerator, BigDecimal denominator, Map<Base, Integer> dimension) {
        this.expression = expression;
        this.numerator = numerator;
        this.denominator = denominator;
        this.dimension = Map.copyOf(dimension);
    }

    private static Map.Entry<String, Symbol> symbol(String name, Base base, String scale) {
        return Map.entry(name, new Symbol(base, new BigDecimal(scale)));
    }

    /** @throws IllegalArgumentException when the expression is not of the grammar or names an unknown unit */
    public static Unit parse(String expression) {
        String[] terms = expression.strip().split("/", -1);
        BigDecimal[] scale = {BigDecimal.ONE, BigDecimal.ONE};
        Map<Base, Integer> dimension = new EnumMap<>(Base.class);
        for (int i = 0; i < terms.length; i++) {
            Matcher m = TERM.matcher(terms[i].strip());
            if (!m.matches() || i > 1) {
                throw new IllegalArgumentException("not a unit: " + expression);
            }
            BigDecimal factor = m.group(1) == null ? BigDecimal.ONE : BigDecimal.TEN.pow(Integer.parseInt(m.group(1)));
            if (!"1".equals(m.group(2))) {
                Symbol symbol = SYMBOLS.get(m.group(2));
                if (symbol == null) {
                    throw new IllegalArgumentException("unknown unit " + m.group(2) + " in " + expression);
                }
                factor = factor.multiply(symbol.scale());
                dimension.merge(symbol.base(), i == 0 ? 1 : -1, Integer::sum);
            }
            scale[i] = factor;
        }
        dimension.values().removeIf(e -> e == 0);
        return new Unit(expression.strip(), scale[0], scale[1], dimension);
    }

    /** The product of two units; each is worked out once. */
    Unit times(Unit other) {
        return products.computeIfAbsent(other.expression, e -> product(other));
    }

    private Unit product(Unit other) {
        Map<Base, Integer> product = new EnumMap<>(Base.class);
        product.putAll(dimension);
        other.dimension.forEach((base, exponent) -> product.merge(base, exponent, Integer::sum));
        product.values().removeIf(e -> e == 0);
        return new Unit(
                expression + "·" + other.expression,
                numerator.multiply(other.numerator),
                denominator.multiply(other.denominator),
                product);
    }

    /** The value in this unit of a value in the other, exact where the quotient terminates. */
    BigDecimal convert(BigDecimal value, Unit from) {
        return Quantity.exactQuotient(
                value.multiply(from.numerator).multiply(denominator), from.denominator.multiply(numerator));
    }

    /** Whether a quantity in this unit can be stated in the other. */
    public boolean sameDimensionAs(Unit other) {
        return dimension.equals(other.dimension);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Unit u && (expression.equals(u.expression) || hasScaleOf(u));
    }

    private boolean hasScaleOf(Unit u) {
        return dimension.equals(u.dimension)
                && numerator.multiply(u.denominator).compareTo(u.numerator.multiply(denominator)) == 0;
    }

    @Override
    public int hashCode() {
        return dimension.hashCode();
    }

    /** The expression the unit was written as. */
    @Override
    public String toString() {
        return expression;
    }
}
