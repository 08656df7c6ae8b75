package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * Carbon into washing, coking, refining and gas-making = carbon out + lost, from a region's balance: a check beside the
 * account, which counts that carbon where the products burn.
 *
 * <p>Of a row inputs are negative and outputs positive; carbon is amount x NCV x carbon content, before any oxidation. The
 * method states between which shares of the input the loss is believed.
 */
final class CarbonBalance {

    private static final List<String> PROCESSES = List.of("washing", "coking", "refining", "gas-making");

    private final Region region;
    private final Balance balance;
    private final Method method;
    private final Pricing pricing;
    private final CodeList<Carrier> carriers;
    private final List<Finding> findings;
    private final List<Account.Check> checks = new ArrayList<>();

    CarbonBalance(
            Region region,
            Balance balance,
            Method method,
            Pricing pricing,
            CodeList<Carrier> carriers,
            List<Finding> findings) {
        this.region = region;
        this.balance = balance;
        this.method = method;
        this.pricing = pricing;
        this.carriers = carriers;
        this.findings = findings;
    }

    /** {@code carbon.PROCESS.in}, {@code .out} and {@code .lost} in tC, for every process that the balance states whole. */
    List<Account.Check> checks() {
        PROCESSES.forEach(this::process);
        return checks;
    }

    private static List<String> rows(String process) {
        return switch (process) {
            case "refining" -> List.of("transformation.refining", "transformation.refining-reinput");
            case "gas-making" -> List.of("transformation.gas-making", "transformation.coke-reinput");
            default -> List.of("transformation." + process);
        };
    }

    private void process(String process) {
        BigDecimal in = BigDecimal.ZERO;
        BigDecimal out = BigDecimal.ZERO;
        List<String> unknown = new ArrayList<>();
        for (String row : rows(process)) {
            for (Carrier carrier : carriers.all()) {
                if (carrier.kind() == Carrier.Kind.TOTAL
                        || carrier.kind() == Carrier.Kind.UNSPECIFIED
                        || carrier.isPurchasedEnergy()) {
                    continue;
                }
                Balance.Amount amount = balance.amount(row, carrier);
                if (amount.value().signum() == 0 && !amount.missing()) {
                    continue;
                }
                Optional<BigDecimal> carbon = amount.missing() ? Optional.empty() : carbon(carrier, amount);
                if (carbon.isEmpty()) {
                    unknown.add(carrier.name().zh());
                } else if (carbon.get().signum() < 0) {
                    in = in.subtract(carbon.get());
                } else {
                    out = out.add(carbon.get());
                }
            }
        }
        if (!unknown.isEmpty()) {
            say("A-CARBON-02", Severity.INFO, process, String.join("、", unknown));
        } else if (in.signum() != 0 || out.signum() != 0) {
            BigDecimal lost = in.subtract(out);
            check(process + ".in", in);
            check(process + ".out", out);
            check(process + ".lost", lost);
            Method.Band band = method.carbonLossBands().get(process);
            if (band != null
                    && (lost.compareTo(in.multiply(band.low())) < 0 || lost.compareTo(in.multiply(band.high())) > 0)) {
                say("A-CARBON-01", Severity.WARNING, process, in, out, lost, band.low(), band.high());
            }
        }
    }

    /** The carbon of an amount in tC, with its sign. */
    private Optional<BigDecimal> carbon(Carrier carrier, Balance.Amount amount) {
        Activity activity = Activity.ofBalance(
                region.code(),
                Sector.INDUSTRY,
                Sector.INDUSTRY,
                carrier,
                Flow.FINAL,
                Basis.TOP_DOWN,
                amount.value(),
                "",
                amount.sources());
        return pricing.carbon(activity, Optional.empty()).map(Pricing.Carbon::tonnes);
    }

    private void check(String name, BigDecimal value) {
        checks.add(new Account.Check("carbon." + name, region.code(), value, "tC"));
    }

    private void say(String rule, Severity severity, String process, Object... details) {
        List<Object> arguments = new ArrayList<>(List.of(region.name().zh(), name(process)));
        arguments.addAll(List.of(details));
        findings.add(Finding.about(region.code() + "/transformation." + process, rule, severity, arguments.toArray()));
    }

    private static String name(String process) {
        return switch (process) {
            case "washing" -> "煤炭洗选";
            case "coking" -> "炼焦";
            case "refining" -> "炼油";
            default -> "制气";
        };
    }
}
