package org.tanzhang.intake.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.account.PlatformExports;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.delivery.Delivery.Basis;
import org.tanzhang.intake.delivery.Delivery.Line;
import org.tanzhang.intake.delivery.DeliveryRepository.Came;
import org.tanzhang.intake.delivery.DeliveryRepository.Emitted;
import org.tanzhang.intake.delivery.DeliveryRepository.Registered;
import org.tanzhang.intake.delivery.DueStatement.State;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;

/** Lays what is due of a region for a year beside what came, and beside what its senders emitted a year before. */
@Component
public class DeliveryReport {

    /** What a unit has to hand in; 205-2 is part of it, and an export of what it consumed stands in for it. */
    public static final String CARD = "205-1";
    /** What a region has to hand in. */
    public static final String BALANCE = "energy-balance";

    private final DeliveryRepository delivered;
    private final RunRepository runs;
    private final Regions regions;

    DeliveryReport(DeliveryRepository delivered, RunRepository runs, ReferenceData reference) {
        this.delivered = delivered;
        this.runs = runs;
        this.regions = reference.codes().regions();
    }

    private record Key(String form, String reporter) {}

    /** A unit that has to report, under the line it is listed in. */
    private record DueUnit(String creditCode, String name, String line) {}

    /** The delivery of a region and its direct children for a year. */
    public Delivery of(Region region, int year, DueDates dueDates) {
        List<Region> children = regions.children(region.code(), year);
        @Nullable Run run = runs.latest(year - 1, region.code()).orElse(null);
        List<Emitted> emitted = run == null ? List.of() : delivered.emitted(run.id());
        Set<String> registers = new HashSet<>(delivered.registers(year));
        Map<String, DueUnit> units = units(region, children, year, registers);

        Map<Key, Came> came = new HashMap<>();
        delivered
                .came(year, List.of(BALANCE))
                .forEach(c -> came.merge(
                        new Key(BALANCE, lineOf(c.reporter(), year)), c, (one, other) -> one.stands() ? one : other));
        byUnit(year).forEach((unit, c) -> came.put(new Key(CARD, unit), c));
        Map<Key, BigDecimal> own = new HashMap<>();
        for (Emitted e : emitted) {
            own.merge(key(e, region, year), e.co2(), BigDecimal::add);
        }

        Set<Key> open = new HashSet<>();
        Set<Key> due = new HashSet<>();
        Map<String, List<DueStatement>> statements = new TreeMap<>();
        List<Region> lines = new ArrayList<>(children);
        lines.add(region);
        for (Region line : lines) {
            Key key = new Key(BALANCE, line.code());
            add(statements, statement(line.code(), key, line.name().zh(), true, came, own, year, dueDates));
        }
        for (DueUnit unit : units.values()) {
            Key key = new Key(CARD, unit.creditCode());
            boolean listed = isCovered(unit.line(), registers);
            add(statements, statement(unit.line(), key, unit.name(), listed, came, own, year, dueDates));
        }
        for (DueStatement s : statements.values().stream().flatMap(List::stream).toList()) {
            Key key = new Key(s.form(), s.reporter());
            due.add(key);
            if (s.state() != State.ACCEPTED) {
                open.add(key);
            }
        }

        Map<String, MissingCarbon> carbon = new HashMap<>();
        for (Emitted e : emitted) {
            Key key = key(e, region, year);
            BigDecimal missing = open.contains(key) ? e.co2() : BigDecimal.ZERO;
            BigDecimal gone = due.contains(key) ? BigDecimal.ZERO : e.co2();
            carbon.merge(
                    line(e.residual() ? region.code() : e.region(), region, children, year)
                            .orElse(region.code()),
                    new MissingCarbon(e.co2(), missing, gone, e.incomplete()),
                    MissingCarbon::plus);
        }
        return new Delivery(
                year,
                region,
                dueDates,
                run,
                lines.stream()
                        .map(line -> new Line(
                                line,
                                line.equals(region),
                                isCovered(line.code(), registers) ? Basis.REGISTER : Basis.LAST_YEAR,
                                statements.getOrDefault(line.code(), List.of()).stream()
                                        .sorted(ORDER)
                                        .toList(),
                                carbon.getOrDefault(line.code(), MissingCarbon.NONE)))
                        .toList());
    }

    /** A region's own statement first, then the units that emitted most. */
    private static final Comparator<DueStatement> ORDER = Comparator.<DueStatement, Boolean>comparing(
                    s -> !s.form().equals(BALANCE))
            .thenComparing(s -> s.lastYear() == null ? BigDecimal.ZERO : s.lastYear(), Comparator.reverseOrder())
            .thenComparing(DueStatement::reporter);

    /** The units that the year's registers list; where none covers a region, those whose statements were accepted last year. */
    private Map<String, DueUnit> units(Region region, List<Region> children, int year, Set<String> registers) {
        Map<String, DueUnit> units = new TreeMap<>();
        for (Registered unit : delivered.registered(year)) {
            line(unit.region(), region, children, year)
                    .ifPresent(line -> units.put(unit.creditCode(), new DueUnit(unit.creditCode(), unit.name(), line)));
        }
        if (isCovered(region.code(), registers)) {
            return units;
        }
        Map<String, Registered> before = new HashMap<>();
        delivered.registered(year - 1).forEach(unit -> before.put(unit.creditCode(), unit));
        for (Came last : byUnit(year - 1).values()) {
            Registered place = before.get(last.reporter());
            if (!last.stands() || place == null) {
                continue;
            }
            line(place.region(), region, children, year)
                    .filter(line -> !isCovered(line, registers))
                    .ifPresent(line ->
                            units.putIfAbsent(last.reporter(), new DueUnit(last.reporter(), place.name(), line)));
        }
        return units;
    }

    /**
     * What each unit stated of its whole year: its card, or in its place the platform's exports that count where no card
     * stands ({@link PlatformExports}).
     */
    private Map<String, Came> byUnit(int year) {
        List<String> forms = Stream.concat(Stream.of(CARD), PlatformExports.COUNTING_FORMS.stream())
                .toList();
        return delivered.came(year, forms).stream()
                .collect(Collectors.toMap(Came::reporter, Function.identity(), BinaryOperator.minBy(WHAT_COUNTS)));
    }

    /** What stands first; a card before an export, of exports what came first. */
    private static final Comparator<Came> WHAT_COUNTS = Comparator.<Came, Boolean>comparing(c -> !c.stands())
            .thenComparing(c -> !c.form().equals(CARD))
            .thenComparing(Came::received)
            .thenComparing(Came::form);

    /** Whether the register of the region or of one above it is there. */
    private boolean isCovered(String code, Set<String> registers) {
        return regions.withAncestors(code).stream().anyMatch(r -> registers.contains(r.code()));
    }

    private String lineOf(String code, int year) {
        return regions.find(code).isEmpty() ? code : regions.lineOf(code, year).code();
    }

    /** The child in which a region lies, or the whole region; empty when it lies elsewhere. */
    private Optional<String> line(String code, Region region, List<Region> children, int year) {
        if (regions.find(code).isEmpty()) {
            return Optional.empty();
        }
        List<Region> above = regions.withAncestors(regions.lineOf(code, year).code());
        return above.stream()
                .filter(r -> children.contains(r) || r.equals(region))
                .map(Region::code)
                .findFirst();
    }

    /** Whose statement an emission of last year waits for: a residual is found by the whole region's balance. */
    private Key key(Emitted e, Region region, int year) {
        if (!e.reporter().isEmpty()) {
            return new Key(CARD, e.reporter());
        }
        return new Key(BALANCE, e.residual() ? region.code() : lineOf(e.region(), year));
    }

    private static void add(Map<String, List<DueStatement>> statements, DueStatement statement) {
        statements
                .computeIfAbsent(statement.region(), line -> new ArrayList<>())
                .add(statement);
    }

    private static DueStatement statement(
            String line,
            Key key,
            String name,
            boolean listed,
            Map<Key, Came> came,
            Map<Key, BigDecimal> own,
            int year,
            DueDates dueDates) {
        @Nullable Came what = came.get(key);
        @Nullable Instant received = what == null ? null : what.received();
        return new DueStatement(
                line,
                key.form(),
                what == null ? "" : what.form(),
                key.reporter(),
                name,
                state(what, listed),
                received,
                what == null ? null : what.accepted(),
                received == null
                        ? null
                        : dueDates.isLate(key.form(), year, received).orElse(null),
                what == null ? 0 : what.versions(),
                what == null ? "" : what.file(),
                own.get(key));
    }

    /** A statement that waited for the register counts as accepted once the register lists its unit. */
    private static State state(@Nullable Came came, boolean listed) {
        if (came == null) {
            return State.MISSING;
        }
        if (!came.stands()) {
            return State.RETURNED;
        }
        return came.standing() == Verdict.WAITING && !listed ? State.WAITING : State.ACCEPTED;
    }
}
