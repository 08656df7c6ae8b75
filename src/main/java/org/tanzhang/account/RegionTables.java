package org.tanzhang.account;

import java.util.ArrayList;
import java.util.List;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quantity.Units;

/** What a region's own tables say: its balance, its industry matrix, and the carbon of its transformation. */
final class RegionTables {

    private final Codes codes;
    private final Units units;
    private final Method method;

    RegionTables(Codes codes, Units units, Method method) {
        this.codes = codes;
        this.units = units;
        this.method = method;
    }

    Balance balance(Statement statement, List<Finding> findings) {
        MixedGas mixed = new MixedGas(codes.carriers(), method.gasCarbon().mixedShares());
        return new Balance(mixed.split(statement), codes.carriers(), units, findings);
    }

    /** Whether the region is accounted from its matrix. */
    boolean restsOnMatrix(AccountInput input, String region) {
        return input.matrices().containsKey(region)
                && (method.prefersMatrix() || !input.balances().containsKey(region));
    }

    List<Activity> matrix(AccountInput input, Region region, Basis basis, Feedstock feedstock, List<Finding> findings) {
        Statement statement = input.matrices().get(region.code());
        return statement == null
                ? List.of()
                : MatrixAccount.activities(
                        region, balance(statement, findings), basis, method, codes.sectors(), feedstock);
    }

    /** Carbon into, out of and lost in transformation, where the region has a balance. */
    List<Account.Check> carbonBalance(Region region, AccountInput input, Pricing pricing, List<Finding> findings) {
        Statement statement = input.balances().get(region.code());
        return statement == null
                ? List.of()
                : new CarbonBalance(
                                region,
                                balance(statement, new ArrayList<>()),
                                method,
                                pricing,
                                codes.carriers(),
                                findings)
                        .checks();
    }
}
