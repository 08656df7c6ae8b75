package org.tanzhang.batch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.account.AccountInput;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.account.Beside;
import org.tanzhang.account.Placement;
import org.tanzhang.account.PlatformExports;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Partition;
import org.tanzhang.code.Region;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.intake.store.StatementRepository.Kept;
import org.tanzhang.intake.store.StatementRepository.KeptRegister;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** Gathers what one accounting rests on: the statements current for the year, placed by the registers. */
@Component
class AccountInputs {

    private final StatementRepository statements;
    private final Codes codes;

    AccountInputs(StatementRepository statements, ReferenceData reference) {
        this.statements = statements;
        this.codes = reference.codes();
    }

    /**
     * Inputs with what identifies them.
     *
     * @param statementIds the store's numbers of the statements used
     * @param contents one line a statement: form, reporter, period and digest of what it states
     */
    record Gathered(AccountInput input, List<Long> statementIds, List<String> contents) {

        /** Whether there is anything to account. */
        boolean isEmpty() {
            return input.cards().isEmpty()
                    && input.balances().isEmpty()
                    && input.matrices().isEmpty()
                    && input.beside().districts().isEmpty();
        }

        /** Equal for equal inputs, whatever the order and names of files. */
        String digest(String... others) {
            List<String> lines = new ArrayList<>(contents.stream().sorted().toList());
            lines.addAll(List.of(others));
            return Digest.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The input with the cells of what some of its regions state. */
    AccountInput filled(AccountInput input, Set<String> regions) {
        List<Long> outlines =
                input.outlinesIn(regions).stream().map(Statement::id).distinct().toList();
        return input.with(statements.cells(outlines));
    }

    /**
     * Which statements count and where. The cells of cards and tables are left in the store until they are {@link #filled};
     * those of statements that are joined or told apart (exports, parts of a year) are read.
     *
     * @param indicators whether what the parts' offices state of economy and people counts too
     * @throws IllegalArgumentException when the region has no such partition in that year
     */
    Gathered gather(String regionCode, int year, String partitionCode, @Nullable Instant asOf, boolean indicators) {
        Partition partition = codes.partition(partitionCode, regionCode, year)
                .orElseThrow(() -> new IllegalArgumentException(
                        regionCode + " has no partition " + partitionCode + " in " + year));
        return new Gathering(partition, year, asOf).gathered(indicators);
    }

    /** One gathering: what it has found so far. */
    private final class Gathering {

        private final Partition partition;
        private final int year;
        private final @Nullable Instant asOf;
        private final UsedStatements used = new UsedStatements();
        private final StatedTables tables;

        Gathering(Partition partition, int year, @Nullable Instant asOf) {
            this.partition = partition;
            this.year = year;
            this.asOf = asOf;
            this.tables = new StatedTables(statements, codes, partition, year, asOf, used);
            soundness();
        }

        Gathered gathered(boolean indicators) {
            List<Placement.Line> lines = registers();
            Placement placement = new Placement(partition, lines);
            List<Kept> cards = statements.heads("205-1", year, asOf);
            Map<Long, Kept> kept = new HashMap<>();
            Map<String, List<Statement>> partYears = partYears(cards, lines, kept);
            Set<String> carded = new HashSet<>();
            for (Kept card : UsedStatements.annual(cards)) {
                String unit = card.statement().reporter().code();
                carded.add(unit);
                place(placement, card, partYears.getOrDefault(unit, List.of()));
            }
            PlatformExports exports = exports(placement, carded);
            exports.alone().forEach(s -> placement.place(s, List.of()));
            used.remarks().addAll(exports.findings());
            placement.parts().forEach(s -> used.use(Objects.requireNonNull(kept.get(s.id()))));
            partYearsOnly(placement, partYears, carded);
            used.remarks().addAll(placement.findings());

            Map<String, Statement> balances = tables.of("energy-balance");
            Map<String, Statement> matrices = tables.of("industry-matrix");
            AccountInput.Products products = products(lines);
            Beside beside = new Beside(
                    tables.of("district-sectors"),
                    within(lines),
                    exports.besideCards(),
                    indicators ? tables.indicators() : Map.of(),
                    used.remarks());
            AccountInput input = new AccountInput(
                    year,
                    partition.parent(),
                    partition.parts(),
                    placement.cards(),
                    placement.unplaced(),
                    balances,
                    matrices,
                    products,
                    beside);
            return new Gathered(input, used.ids(), used.contents());
        }

        /** Cards of a part of the year by unit; of units that moved with their cells, by which their year is divided. */
        private Map<String, List<Statement>> partYears(
                List<Kept> cards, List<Placement.Line> lines, Map<Long, Kept> kept) {
            Set<String> once = new HashSet<>();
            Set<String> moved = lines.stream()
                    .map(l -> l.entry().creditCode())
                    .filter(unit -> !once.add(unit))
                    .collect(Collectors.toSet());
            List<Kept> parts = cards.stream()
                    .filter(k -> !k.statement().period().isFullYear())
                    .toList();
            Map<Long, List<Observation>> cells = statements.cells(parts.stream()
                    .map(Kept::statement)
                    .filter(s -> moved.contains(s.reporter().code()))
                    .map(Statement::id)
                    .toList());
            Map<String, List<Statement>> partYears = new HashMap<>();
            for (Kept part : parts) {
                Statement statement = part.statement();
                kept.put(statement.id(), part);
                partYears
                        .computeIfAbsent(statement.reporter().code(), c -> new ArrayList<>())
                        .add(statement.with(cells.getOrDefault(statement.id(), List.of())));
            }
            return partYears;
        }

        private void soundness() {
            partition.overlaps().forEach(place -> unsound("A-PARTITION-01", place));
            partition.gaps().forEach(place -> unsound("A-PARTITION-02", place));
        }

        private void unsound(String rule, String place) {
            Region parent = partition.parent();
            used.remarks()
                    .add(Finding.about(
                            parent.code(), rule, Severity.ERROR, parent.name().zh(), partition.code(), place));
        }

        private List<Placement.Line> registers() {
            List<Placement.Line> lines = new ArrayList<>();
            for (KeptRegister register : statements.registers(year, asOf)) {
                register.units().forEach(u -> lines.add(new Placement.Line(u, register.file())));
                used.use(register, year);
            }
            return lines;
        }

        private void place(Placement placement, Kept card, List<Statement> partYears) {
            int before = placement.cards().size() + placement.unplaced().size();
            placement.place(card.statement(), partYears);
            if (placement.cards().size() + placement.unplaced().size() > before) {
                used.use(card);
            }
        }

        /** What the platform exported of the units that concern the region. */
        private PlatformExports exports(Placement placement, Set<String> carded) {
            List<Statement> measures = new ArrayList<>();
            for (String form : statements.forms(PlatformExports.FORM, year, asOf)) {
                for (Kept kept : UsedStatements.annual(statements.current(form, year, asOf))) {
                    if (placement.concerns(kept.statement().reporter().code())) {
                        measures.add(kept.statement());
                        used.use(kept);
                    }
                }
            }
            return new PlatformExports(measures, carded);
        }

        /** Units that stated part of the year and never all of it (METHOD 1: they are not in annual accounts). */
        private void partYearsOnly(Placement placement, Map<String, List<Statement>> partYears, Set<String> carded) {
            new TreeMap<>(partYears).forEach((unit, sent) -> {
                if (!carded.contains(unit) && placement.concerns(unit)) {
                    Statement last = sent.stream()
                            .max(Comparator.comparing(Statement::period))
                            .orElseThrow();
                    used.partOnly(last);
                }
            });
        }

        /** Statements of units that lie inside their district's rows; who is in no register is nobody's here. */
        private List<PlacedCard> within(List<Placement.Line> lines) {
            return placed("205-5", lines).cards();
        }

        /** Output of products; what counts nowhere is told with its amounts, so that its cells are read. */
        private AccountInput.Products products(List<Placement.Line> lines) {
            Placement units = placed("products-by-unit", lines);
            used.remarks().addAll(units.findings());
            tables.outside("products-by-region");
            Map<Long, List<Observation>> cells = statements.cells(
                    units.unplaced().stream().map(Statement::id).toList());
            List<Statement> unplaced = units.unplaced().stream()
                    .map(s -> s.with(cells.getOrDefault(s.id(), List.of())))
                    .toList();
            return new AccountInput.Products(units.cards(), unplaced, tables.of("products-by-region"));
        }

        /** The whole-year statements of a form by units of a register. */
        private Placement placed(String form, List<Placement.Line> lines) {
            Placement placement = new Placement(partition, lines);
            for (Kept kept : UsedStatements.annual(statements.heads(form, year, asOf))) {
                place(placement, kept, List.of());
            }
            return placement;
        }
    }
}
