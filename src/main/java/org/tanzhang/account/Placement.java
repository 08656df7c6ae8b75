package org.tanzhang.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.Partition;
import org.tanzhang.code.Region;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/**
 * Puts each unit's statement where the registers of the year say it counts, once (METHOD 1): the registers name the
 * county, the town and the division month by month; the digits of the credit code place nobody.
 *
 * <p>A unit that moved counts at each place by its cumulative statements to the months of the moves where it sent them,
 * else by months in force. Where two registers or lines claim the same months, one of them stands and both are named.
 */
public final class Placement {

    /** A line of a register with the file in which it stands. */
    public record Line(UnitEntry entry, String file) {

        private boolean holdsIn(int month) {
            return entry.fromMonth() <= month && month <= entry.toMonth();
        }

        private int months() {
            return entry.toMonth() - entry.fromMonth() + 1;
        }

        private boolean saysTheSame(Line other) {
            return entry.region().equals(other.entry.region())
                    && entry.division().equals(other.entry.division())
                    && entry.scope() == other.entry.scope()
                    && Objects.equals(entry.town(), other.entry.town());
        }

        private String where() {
            return file + "!" + entry.cell();
        }
    }

    /** The line that stands among several: that of more months, then by code; never by order of arrival. */
    private static final Comparator<Line> PRECEDENCE = Comparator.comparing(Line::months)
            .reversed()
            .thenComparing(l -> l.entry().region())
            .thenComparing(l -> l.entry().division())
            .thenComparing(l -> String.valueOf(l.entry().town()))
            .thenComparing(l -> l.entry().scope())
            .thenComparing(l -> l.entry().parks().toString())
            .thenComparing(Line::where);

    private final Partition partition;
    private final Map<String, List<Line>> lines;
    private final Map<Place, Optional<Region>> places = new HashMap<>();
    private final List<PlacedCard> cards = new ArrayList<>();
    private final List<Statement> unplaced = new ArrayList<>();
    private final List<Statement> parts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private record Place(String region, @Nullable String town) {}

    public Placement(Partition partition, List<Line> registers) {
        this.partition = partition;
        this.lines = registers.stream()
                .sorted(PRECEDENCE)
                .collect(Collectors.groupingBy(l -> l.entry().creditCode()));
    }

    Partition partition() {
        return partition;
    }

    /** Statements with where they count, a unit that moved once for each place. */
    public List<PlacedCard> cards() {
        return cards;
    }

    /** Statements of units that no register names. */
    public List<Statement> unplaced() {
        return unplaced;
    }

    /** The part-year statements by which the year of a unit that moved was divided. */
    public List<Statement> parts() {
        return parts;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Whether the registers place the unit in one of the region's parts, or nowhere at all. */
    public boolean concerns(String creditCode) {
        List<Line> own = lines.getOrDefault(creditCode, List.of());
        return own.isEmpty() || own.stream().anyMatch(l -> place(l).isPresent() || isUndecided(l));
    }

    /**
     * Places one statement of a whole year.
     *
     * @param partYears cumulative statements of the same unit from January to an earlier month
     */
    public void place(Statement card, List<Statement> partYears) {
        List<Line> own = lines.getOrDefault(card.reporter().code(), List.of());
        if (own.isEmpty()) {
            unplaced.add(card);
            return;
        }
        claims(own);
        List<Stay> stays = stays(own);
        boolean anywhere = stays.stream().anyMatch(s -> s.region != null);
        stays.stream().filter(s -> isUndecided(s.line)).forEach(this::undecided);
        if (!anywhere) {
            return;
        }
        if (stays.size() == 1) {
            add(card, stays.get(0), CardPart.WHOLE);
            return;
        }
        Optional<List<Statement>> stated = stated(stays, partYears);
        moved(card, stays, stated.isPresent());
        if (stated.isPresent()) {
            byStatements(card, stays, stated.get());
        } else {
            byMonths(card, stays);
        }
    }

    /** The months that a unit spent at one place, in one division. */
    private static final class Stay {

        private final Line line;
        private final @Nullable Region region;
        private final List<Integer> months = new ArrayList<>();

        Stay(Line line, @Nullable Region region) {
            this.line = line;
            this.region = region;
        }

        boolean isAt(Line other, @Nullable Region otherRegion) {
            return Objects.equals(region, otherRegion)
                    && line.entry().division().equals(other.entry().division())
                    && line.entry().scope() == other.entry().scope();
        }

        int first() {
            return months.get(0);
        }

        int last() {
            return months.get(months.size() - 1);
        }

        boolean isUnbroken() {
            return last() - first() + 1 == months.size();
        }

        String named() {
            String place =
                    region == null ? line.entry().region() : region.name().zh();
            return place + " " + first() + "—" + last() + " 月";
        }
    }

    private List<Stay> stays(List<Line> own) {
        List<Stay> stays = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            int m = month;
            Optional<Line> standing = own.stream().filter(l -> l.holdsIn(m)).findFirst();
            if (standing.isPresent()) {
                Line line = standing.get();
                @Nullable Region region = place(line).orElse(null);
                Stay stay = stays.stream()
                        .filter(s -> s.isAt(line, region))
                        .findFirst()
                        .orElseGet(() -> {
                            Stay next = new Stay(line, region);
                            stays.add(next);
                            return next;
                        });
                stay.months.add(month);
            }
        }
        return stays;
    }

    private Optional<Region> place(Line line) {
        return places.computeIfAbsent(
                new Place(line.entry().region(), line.entry().town()), p -> partition.partOf(p.region(), p.town()));
    }

    private boolean isUndecided(Line line) {
        return place(line).isEmpty() && partition.isDivided(line.entry().region());
    }

    private void add(Statement card, Stay stay, CardPart part) {
        if (stay.region != null) {
            cards.add(new PlacedCard(card, stay.line.entry().in(stay.region.code()), part));
        }
    }

    /** The cumulative statements to the end of each stay but the last; empty where one of them was not sent. */
    private static Optional<List<Statement>> stated(List<Stay> stays, List<Statement> partYears) {
        List<Statement> ends = new ArrayList<>();
        for (int i = 0; i < stays.size() - 1; i++) {
            int end = stays.get(i).last();
            partYears.stream()
                    .filter(s -> s.period().fromMonth() == 1 && s.period().toMonth() == end)
                    .findFirst()
                    .ifPresent(ends::add);
        }
        boolean all = ends.size() == stays.size() - 1 && stays.stream().allMatch(Stay::isUnbroken);
        return all ? Optional.of(ends) : Optional.empty();
    }

    private void byStatements(Statement card, List<Stay> stays, List<Statement> ends) {
        parts.addAll(ends);
        for (int i = 0; i < stays.size(); i++) {
            Statement until = i < ends.size() ? ends.get(i) : card;
            add(until, stays.get(i), i == 0 ? CardPart.WHOLE : new CardPart.Since(ends.get(i - 1)));
        }
    }

    private void byMonths(Statement card, List<Stay> stays) {
        int all = stays.stream().mapToInt(s -> s.months.size()).sum();
        int before = 0;
        for (Stay stay : stays) {
            int through = before + stay.months.size();
            add(card, stay, new CardPart.ByMonths(before, through, all));
            before = through;
        }
    }

    /** Lines that name different places for the same month: each pair is said once, with both cells. */
    private void claims(List<Line> own) {
        for (int i = 0; i < own.size(); i++) {
            for (Line other : own.subList(i + 1, own.size())) {
                Line one = own.get(i);
                boolean overlap = IntStream.rangeClosed(1, 12).anyMatch(m -> one.holdsIn(m) && other.holdsIn(m));
                if (overlap
                        && !one.saysTheSame(other)
                        && (place(one).isPresent() || place(other).isPresent())) {
                    findings.add(Finding.about(
                            one.entry().creditCode(),
                            "A-DOUBLE-01",
                            Severity.ERROR,
                            one.entry().name(),
                            one.entry().region() + "/" + one.entry().division(),
                            one.where(),
                            other.entry().region() + "/" + other.entry().division(),
                            other.where()));
                }
            }
        }
    }

    private void moved(Statement card, List<Stay> stays, boolean byStatements) {
        findings.add(Finding.about(
                card.reporter().code(),
                byStatements ? "A-MOVE-02" : "A-MOVE-01",
                Severity.INFO,
                stays.get(0).line.entry().name(),
                stays.stream().map(Stay::named).collect(Collectors.joining("；"))));
    }

    private void undecided(Stay stay) {
        findings.add(Finding.about(
                stay.line.entry().creditCode(),
                "A-PARTITION-03",
                Severity.ERROR,
                stay.line.entry().name(),
                stay.line.entry().region(),
                stay.line.where()));
    }
}
