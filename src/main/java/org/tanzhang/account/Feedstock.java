package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.method.Method;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * Raw material whose carbon does not stay in products (合成氨, 甲醇, 电石 ...): a process memo, never silently zero (METHOD 2).
 *
 * <p>Each tonne is listed once: an enterprise's with its division's share, then what a county's row #用作原料、材料 states
 * beyond its enterprises, then what the parent's row states beyond its counties, both with the carrier's own share.
 */
final class Feedstock {

    private final Method method;
    private final List<Finding> findings;
    private final Map<String, BigDecimal> listed = new HashMap<>();
    private final List<Released> released = new ArrayList<>();

    /** Raw material whose carbon was released: the amount that is not stored. */
    record Released(
            String region,
            String sector,
            Basis basis,
            String reporter,
            Carrier carrier,
            BigDecimal amount,
            List<Observation> sources) {}

    Feedstock(Method method, List<Finding> findings) {
        this.method = method;
        this.findings = findings;
    }

    /** What was released, in the order in which it was met. */
    List<Released> released() {
        return released;
    }

    void ofEnterprise(UnitEntry place, CardUse use) {
        released(
                place.region() + "/" + place.division(),
                place.name(),
                new Released(
                        place.region(),
                        place.division(),
                        Basis.BOTTOM_UP,
                        place.creditCode(),
                        use.carrier(),
                        use.rawMaterial(),
                        use.sources("raw-material")),
                method.storedFraction().in(use.carrier(), place.division()));
    }

    /** What enterprises state of a column, by which the row that lies above them is reduced. */
    void below(String carrierGroup, BigDecimal rawMaterial) {
        listed.merge(carrierGroup, rawMaterial, BigDecimal::add);
    }

    /** What is listed so far, by carrier group. */
    Map<String, BigDecimal> listed() {
        return listed;
    }

    /** A county's row, less what its own enterprises state. */
    void ofCounty(Region county, Carrier carrier, Balance.Amount row, BigDecimal enterprises) {
        BigDecimal beyond = row.value().subtract(enterprises).max(BigDecimal.ZERO);
        below(carrier.code(), beyond);
        ofRow(county, Sector.INDUSTRY_REST, Basis.BOTTOM_UP, carrier, beyond, row.sources());
    }

    /** The parent's rows, less what is listed below it. */
    void ofParent(Region parent, Balance balance, Basis basis) {
        Combustion combustion = new Combustion(method);
        for (Carrier carrier : balance.carriers()) {
            if (combustion.counts(carrier)) {
                Balance.Amount row = balance.amount("final.non-energy", carrier);
                BigDecimal beyond = row.value().subtract(listed.getOrDefault(carrier.code(), BigDecimal.ZERO));
                ofRow(parent, Sector.INDUSTRY, basis, carrier, beyond, row.sources());
            }
        }
    }

    /** What was taken out of a sector of a matrix. */
    void ofSector(
            Region region,
            String division,
            Basis basis,
            Carrier carrier,
            BigDecimal amount,
            List<Observation> sources) {
        released(
                region.code() + "/" + division,
                region.name().zh(),
                new Released(region.code(), division, basis, "", carrier, amount, sources),
                method.storedFraction().in(carrier, division));
    }

    private void ofRow(
            Region region, String sector, Basis basis, Carrier carrier, BigDecimal amount, List<Observation> sources) {
        released(
                region.code() + "/non-energy",
                region.name().zh(),
                new Released(region.code(), sector, basis, "", carrier, amount, sources),
                method.storedFraction().in(carrier));
    }

    private void released(String where, String name, Released used, BigDecimal stored) {
        Carrier carrier = used.carrier();
        BigDecimal amount = used.amount().multiply(BigDecimal.ONE.subtract(stored));
        if (amount.signum() > 0) {
            released.add(new Released(
                    used.region(), used.sector(), used.basis(), used.reporter(), carrier, amount, used.sources()));
            findings.add(Finding.about(
                    where + "/" + carrier.code(),
                    "A-MEMO-02",
                    Severity.INFO,
                    name,
                    carrier.name().zh(),
                    amount,
                    carrier.unit()));
        }
    }
}
