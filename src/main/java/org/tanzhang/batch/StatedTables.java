package org.tanzhang.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Partition;
import org.tanzhang.code.Region;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.intake.store.StatementRepository.Kept;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.Statement;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** What a partition's parent and parts state of themselves in a year. */
final class StatedTables {

    private final StatementRepository statements;
    private final Codes codes;
    private final Partition partition;
    private final int year;
    private final @Nullable Instant asOf;
    private final UsedStatements used;

    StatedTables(
            StatementRepository statements,
            Codes codes,
            Partition partition,
            int year,
            @Nullable Instant asOf,
            UsedStatements used) {
        this.statements = statements;
        this.codes = codes;
        this.partition = partition;
        this.year = year;
        this.asOf = asOf;
        this.used = used;
    }

    /** Statements of regions that lie in the parent and are no part of this partition, but of another. */
    void outside(String form) {
        for (Kept kept : UsedStatements.annual(statements.heads(form, year, asOf))) {
            Region region =
                    codes.regions().countedAs(kept.statement().reporter().code(), year);
            boolean counts =
                    region.equals(partition.parent()) || partition.parts().contains(region);
            if (!counts && codes.regions().withAncestors(region.code()).contains(partition.parent())) {
                used.use(kept);
                used.remarks()
                        .add(Finding.about(
                                region.code(),
                                "A-MEMO-04",
                                Severity.INFO,
                                region.name().zh(),
                                kept.statement().origin().file(),
                                partition.name().zh()));
            }
        }
    }

    /** What the parts state of economy and people, with the few cells of it. */
    Map<String, Statement> indicators() {
        Map<String, Statement> outlines = of("socio-economic", partition.parts());
        Map<Long, List<Observation>> cells =
                statements.cells(outlines.values().stream().map(Statement::id).toList());
        outlines.replaceAll((region, s) -> s.with(cells.getOrDefault(s.id(), List.of())));
        return outlines;
    }

    /** The tables of a form that the region and its parts state, by region. */
    Map<String, Statement> of(String form) {
        List<Region> regions = new ArrayList<>(partition.parts());
        regions.add(partition.parent());
        return of(form, regions);
    }

    private Map<String, Statement> of(String form, List<Region> regions) {
        Map<String, Kept> tables = new TreeMap<>();
        List<Kept> all = statements.heads(form, year, asOf);
        for (Kept table : UsedStatements.annual(all)) {
            String code = table.statement().reporter().code();
            Region region = codes.regions().countedAs(code, year);
            if (regions.contains(region)) {
                tables.merge(region.code(), table, (one, other) -> ofTheLine(region, form, one, other));
            }
        }
        tables.values().forEach(used::use);
        all.stream()
                .filter(k -> !k.statement().period().isFullYear())
                .filter(k -> partition
                        .parts()
                        .contains(codes.regions()
                                .countedAs(k.statement().reporter().code(), year)))
                .filter(k -> !tables.containsKey(codes.regions()
                        .countedAs(k.statement().reporter().code(), year)
                        .code()))
                .forEach(k -> used.partOnly(k.statement()));
        Map<String, Statement> stated = new TreeMap<>();
        tables.forEach((region, kept) -> stated.put(region, kept.statement()));
        return stated;
    }

    /** Of two statements under the codes of one line, that under the code in force counts. */
    private Kept ofTheLine(Region region, String form, Kept one, Kept other) {
        boolean first = one.statement().reporter().code().equals(region.code());
        Kept counts = first ? one : other;
        Kept left = first ? other : one;
        used.remarks()
                .add(Finding.about(
                        region.code(),
                        "A-LINE-01",
                        Severity.WARNING,
                        left.statement().reporter().code(),
                        counts.statement().reporter().code(),
                        form,
                        counts.statement().origin().file()));
        return counts;
    }
}
