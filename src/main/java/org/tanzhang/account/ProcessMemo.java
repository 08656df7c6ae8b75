package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Product;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;
import org.tanzhang.quantity.Units;

/**
 * Industrial processes from the output of products: what enterprises make, what a county states beyond them, and the parent
 * beyond its counties, each tonne once.
 */
final class ProcessMemo {

    private static final String OUTPUT = "product.";

    private final CodeList<Product> products;
    private final Units units;
    private final MemoLines lines;
    private final Map<String, BigDecimal> made = new HashMap<>();

    /** Who made it where: a county's enterprise in its division, or a region's own row. */
    record Place(String region, Basis basis, String sector, String reporter) {

        static Place of(PlacedCard output) {
            UnitEntry place = output.place();
            return new Place(place.region(), Basis.BOTTOM_UP, place.division(), place.creditCode());
        }
    }

    ProcessMemo(CodeList<Product> products, Units units, MemoLines lines) {
        this.products = products;
        this.units = units;
        this.lines = lines;
    }

    /** Output so far by product, in its ledger unit. */
    Map<String, BigDecimal> made() {
        return made;
    }

    void add(Map<String, BigDecimal> county) {
        county.forEach((product, amount) -> made.merge(product, amount, BigDecimal::add));
    }

    /** A county's enterprises, then what its own statement of output says beyond them. */
    void ofCounty(Region county, AccountInput input) {
        Map<String, BigDecimal> byEnterprises = new HashMap<>();
        for (PlacedCard output : Memo.within(county, input.products().byEnterprise())) {
            for (Observation cell : output.card().observations()) {
                product(cell).ifPresent(product -> {
                    CardPart.Counted part = output.part().of(cell, units.get(product.unit()));
                    byEnterprises.merge(product.code(), part.amount(), BigDecimal::add);
                    write(Place.of(output), product, part.amount(), part.cells());
                });
            }
        }
        add(byEnterprises);
        Place own = new Place(county.code(), Basis.BOTTOM_UP, Sector.INDUSTRY_REST, "");
        add(beyond(own, input, byEnterprises));
    }

    /** Output that counts in no county: of units that no register or none of the counties holds, or that report for more. */
    void leftOut(AccountInput input, List<Finding> findings) {
        for (Statement unplaced : input.products().unplaced()) {
            for (Observation cell : unplaced.observations()) {
                product(cell)
                        .ifPresent(product -> findings.add(Finding.about(
                                unplaced.reporter().code(),
                                "A-MEMO-03",
                                Severity.WARNING,
                                unplaced.reporter().name(),
                                unplaced.reporter().code(),
                                product.name().zh(),
                                amount(cell, product),
                                product.unit(),
                                input.year())));
            }
        }
        for (PlacedCard output : input.products().byEnterprise()) {
            UnitEntry place = output.place();
            if (input.children().stream().noneMatch(c -> c.code().equals(place.region()))) {
                findings.add(Finding.about(
                        place.creditCode(), "A-COVERAGE-04", Severity.WARNING, place.name(), place.region()));
            } else if (!Memo.isWithin(place)) {
                findings.add(Finding.about(place.creditCode(), "A-CARD-04", Severity.WARNING, place.name()));
            }
        }
    }

    /** Where no county is accounted, what its statement and its enterprises say counts nowhere. */
    void ofNoCounty(AccountInput input, List<Finding> findings) {
        int enterprises = input.products().byEnterprise().size();
        long tables = input.children().stream()
                .filter(c -> input.products().byRegion().containsKey(c.code()))
                .count();
        if (enterprises + tables > 0) {
            Region parent = input.parent();
            findings.add(Finding.about(
                    parent.code(), "A-MEMO-05", Severity.WARNING, parent.name().zh(), enterprises, tables));
        }
    }

    /** What the parent's own statement of output says beyond its counties. */
    void ofParent(Region parent, AccountInput input, Basis basis) {
        beyond(new Place(parent.code(), basis, Sector.INDUSTRY, ""), input, made);
    }

    private Map<String, BigDecimal> beyond(Place place, AccountInput input, Map<String, BigDecimal> below) {
        Map<String, BigDecimal> added = new HashMap<>();
        Statement own = input.products().byRegion().get(place.region());
        for (Observation cell : own == null ? List.<Observation>of() : own.observations()) {
            product(cell).ifPresent(product -> {
                BigDecimal beyond = amount(cell, product).subtract(below.getOrDefault(product.code(), BigDecimal.ZERO));
                if (beyond.signum() > 0) {
                    added.merge(product.code(), beyond, BigDecimal::add);
                    write(place, product, beyond, List.of(cell));
                }
            });
        }
        return added;
    }

    private BigDecimal amount(Observation cell, Product product) {
        return cell.quantity().in(units.get(product.unit())).value();
    }

    private void write(Place place, Product product, BigDecimal amount, List<Observation> cells) {
        lines.process(place, product.code(), amount, product.unit(), cells);
    }

    /** The product that a cell states the output of: item {@code product.CODE}. */
    private Optional<Product> product(Observation cell) {
        return cell.item().startsWith(OUTPUT)
                        && cell.value() != null
                        && cell.value().signum() != 0
                ? products.find(cell.item().substring(OUTPUT.length()))
                : Optional.empty();
    }
}
