package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.factor.Factor;
import org.tanzhang.factor.FactorQuantity;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * Coal equivalents in a region and year: 当量 of every carrier, 等价 of electricity, by the coal that its generation took in
 * that year. The two never enter one sum.
 */
final class EnergyFactors {

    /** How electricity is converted. */
    enum Conversion {
        /** 当量: by its own heat */
        CALORIFIC("calorific"),
        /** 等价: by the coal burnt to make it */
        EQUIVALENT("equivalent");

        private final String code;

        Conversion(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private final int year;
    private final Codes codes;
    private final Units units;
    private final FactorSet set;
    private final Method method;

    EnergyFactors(int year, Codes codes, Units units, FactorSet set, Method method) {
        this.year = year;
        this.codes = codes;
        this.units = units;
        this.set = set;
        this.method = method;
    }

    /** An amount in the carrier's ledger unit, in tce; zero needs no coefficient, all else is empty without one. */
    Optional<BigDecimal> tce(String region, Carrier carrier, BigDecimal amount, Conversion conversion) {
        if (amount.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        Quantity quantity = new Quantity(amount, units.get(carrier.unit()));
        if (quantity.unit().sameDimensionAs(Unit.TONNE_COAL_EQUIVALENT)) {
            return Optional.of(quantity.in(Unit.TONNE_COAL_EQUIVALENT).value());
        }
        Optional<Factor> factor = carrier.kind() == Carrier.Kind.ELECTRICITY && conversion == Conversion.EQUIVALENT
                ? ofYearOrBefore(region, FactorQuantity.COAL_EQUIVALENT_BY_FUEL)
                : set.resolve(carrier.code(), FactorQuantity.COAL_EQUIVALENT, wanted(region));
        return factor.map(f ->
                quantity.times(f.asQuantity()).in(Unit.TONNE_COAL_EQUIVALENT).value());
    }

    /** The coefficient of electricity by the coal that makes it, kgce/kWh. */
    Optional<Factor> electricityEquivalent(String region) {
        return ofYearOrBefore(region, FactorQuantity.COAL_EQUIVALENT_BY_FUEL);
    }

    /** The share of net-imported electricity that is made without fossil fuels. */
    Optional<Factor> importedNonFossilShare(String region) {
        return ofYearOrBefore(region, FactorQuantity.NON_FOSSIL_SHARE);
    }

    static Account.Source source(Factor factor) {
        return new Account.Source(factor.id(), factor.document(), factor.verification());
    }

    private Optional<Factor> ofYearOrBefore(String region, FactorQuantity quantity) {
        Optional<Factor> ofYear = set.resolve("electricity", quantity, wanted(region));
        return ofYear.isEmpty() && method.electricity().fromLatestBefore()
                ? set.latestBefore("electricity", quantity, wanted(region))
                : ofYear;
    }

    private FactorSet.Wanted wanted(String region) {
        List<String> line =
                codes.regions().withAncestors(region).stream().map(Region::code).toList();
        return new FactorSet.Wanted(line, Sector.TOTAL, Sector.TOTAL, year);
    }
}
