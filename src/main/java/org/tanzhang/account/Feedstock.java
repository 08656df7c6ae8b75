package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Region;
import org.tanzhang.method.Method;
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

    Feedstock(Method method, List<Finding> findings) {
        this.method = method;
        this.findings = findings;
    }

    void ofEnterprise(UnitEntry place, CardUse use) {
        released(
                place.region() + "/" + place.division(),
                place.name(),
                use.carrier(),
                use.rawMaterial(),
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
    void ofCounty(Region county, Carrier carrier, BigDecimal row, BigDecimal enterprises) {
        BigDecimal beyond = row.subtract(enterprises).max(BigDecimal.ZERO);
        below(carrier.code(), beyond);
        ofRow(county, carrier, beyond);
    }

    /** The parent's rows, less what is listed below it. */
    void ofParent(Region parent, Balance balance) {
        Combustion combustion = new Combustion(method);
        for (Carrier carrier : balance.carriers()) {
            if (combustion.counts(carrier)) {
                ofRow(
                        parent,
                        carrier,
                        balance.amount("final.non-energy", carrier)
                                .value()
                                .subtract(listed.getOrDefault(carrier.code(), BigDecimal.ZERO)));
            }
        }
    }

    /** What was taken out of a sector of a matrix. */
    void ofSector(Region region, String division, Carrier carrier, BigDecimal amount) {
        released(
                region.code() + "/" + division,
                region.name().zh(),
                carrier,
                amount,
                method.storedFraction().in(carrier, division));
    }

    private void ofRow(Region region, Carrier carrier, BigDecimal amount) {
        released(
                region.code() + "/non-energy",
                region.name().zh(),
                carrier,
                amount,
                method.storedFraction().in(carrier));
    }

    private void released(String where, String name, Carrier carrier, BigDecimal amount, BigDecimal stored) {
        BigDecimal released = amount.multiply(BigDecimal.ONE.subtract(stored));
        if (released.signum() > 0) {
            findings.add(Finding.about(
                    where + "/" + carrier.code(),
                    "A-MEMO-02",
                    Severity.INFO,
                    name,
                    carrier.name().zh(),
                    released,
                    carrier.unit()));
        }
    }
}
