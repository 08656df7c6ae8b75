package org.tanzhang.intake.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.KnownResiduals;
import org.tanzhang.account.ResidualAssignment;
import org.tanzhang.account.ResidualReason;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.quantity.Quantity;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * The bureau's reasons for residuals: {@code codes/residual-reasons.csv}, the list, and {@code codes/residuals.csv}, which
 * assigns them. Neither belongs to the digest of the code lists, on which the reading of workbooks rests.
 */
final class ResidualFiles {

    /** The reasons that the program gives; only the last may be assigned too. */
    private static final List<String> GIVEN =
            List.of(ResidualReason.ROUNDING, ResidualReason.UNEXPLAINED, ResidualReason.NOT_REPORTED);

    private final Map<String, ResidualReason> reasons = new LinkedHashMap<>();
    private final List<ResidualAssignment> assignments = new ArrayList<>();
    private final Codes codes;
    private final Units units;

    /** @throws ReferenceDataException with file and line when something is missing or wrong */
    ResidualFiles(Path lists, Codes codes, Units units) {
        this.codes = codes;
        this.units = units;
        Table list = new Table(lists.resolve("residual-reasons.csv"));
        list.read(this::reason)
                .forEach(reason -> require(
                        reasons.put(reason.code(), reason) == null,
                        list.file().getFileName() + ": code " + reason.code() + " stands twice"));
        GIVEN.forEach(code -> require(
                reasons.containsKey(code),
                list.file().getFileName() + " lacks the reason " + code + ", which the program gives"));
        new Table(lists.resolve("residuals.csv")).read(this::assignment);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ReferenceDataException(otherwise);
        }
    }

    /** What is known of the residuals of a region's account of a year. */
    KnownResiduals known(String region, int year, List<KnownResiduals.Before> before) {
        return new KnownResiduals(
                reasons, assignments.stream().filter(a -> a.isFor(region, year)).toList(), before);
    }

    private ResidualReason reason(Table.Line l) {
        return new ResidualReason(l.text("code"), ReferenceData.name(l), truth(l, "at_city"));
    }

    private static boolean truth(Table.Line l, String column) {
        String text = l.text(column);
        check(Set.of("true", "false").contains(text), column + " can be true or false, not " + text);
        return text.equals("true");
    }

    private ResidualAssignment assignment(Table.Line l) {
        String reason = l.text("reason");
        check(reasons.containsKey(reason), "reason " + reason + " is not in residual-reasons.csv");
        check(
                !GIVEN.subList(0, 2).contains(reason),
                "reason " + reason + " is given by the program and cannot be assigned");
        codes.regions().get(l.text("region"));
        String sector = l.text("sector_group");
        check(
                codes.sectors().get(sector).sectorGroup().equals(sector),
                "sector_group " + sector + " is no group at which city and counties close");
        Carrier carrier = codes.carriers().get(l.text("carrier_group"));
        check(
                carrier.carrierGroup().equals(carrier.code()),
                "carrier_group " + carrier.code() + " is part of " + carrier.carrierGroup() + ", at which they close");
        Flow flow = Flow.of(l.text("flow"));
        check(flow != Flow.NET_IMPORT, "net-import has no residual");
        ResidualAssignment assignment = new ResidualAssignment(
                l.text("region"),
                sector,
                carrier.code(),
                flow,
                l.year("valid_from"),
                l.year("valid_to"),
                reason,
                amount(l, carrier),
                share(l, "tolerance"),
                share(l, "change"),
                l.textOrEmpty("note"));
        Integer from = assignment.from();
        Integer to = assignment.to();
        check(from == null || to == null || from <= to, "valid_from is after valid_to");
        assignments.forEach(other -> agree(assignment, other));
        assignments.add(assignment);
        return assignment;
    }

    /** An amount is of one year, in a unit of its own. */
    private @Nullable BigDecimal amount(Table.Line l, Carrier carrier) {
        BigDecimal amount = decimal(l, "amount");
        if (amount == null) {
            return null;
        }
        check(
                l.year("valid_from") != null && Objects.equals(l.year("valid_from"), l.year("valid_to")),
                "an amount is of one year: valid_from and valid_to must be the same");
        Unit stated = units.get(l.text("unit"));
        Unit ledger = units.get(carrier.unit());
        check(
                stated.sameDimensionAs(ledger),
                "unit " + l.text("unit") + " does not fit " + carrier.name().zh() + ", which is in " + carrier.unit());
        return new Quantity(amount, stated).in(ledger).value();
    }

    private static @Nullable BigDecimal share(Table.Line l, String column) {
        BigDecimal share = decimal(l, column);
        check(share == null || share.signum() >= 0, column + " must not be negative");
        return share;
    }

    private static @Nullable BigDecimal decimal(Table.Line l, String column) {
        String text = l.textOrNull(column);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is no decimal: " + text, e);
        }
    }

    /** Two lines may explain a cell of a year together, but not each the same of it. */
    private static void agree(ResidualAssignment a, ResidualAssignment b) {
        if (!a.overlaps(b)) {
            return;
        }
        check(!a.reason().equals(b.reason()), "the reason " + a.reason() + " stands twice for this cell and year");
        check(
                a.amount() != null || b.amount() != null,
                "this cell and year has the reason " + b.reason() + " already; of two, one states its amount");
        check(same(a.tolerance(), b.tolerance()), "this cell and year has another tolerance already");
        check(same(a.change(), b.change()), "this cell and year has another change already");
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null || a.compareTo(b) == 0;
    }

    /** Said with file and line by the table that is being read. */
    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
