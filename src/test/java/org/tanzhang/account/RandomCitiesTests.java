package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Partition;
import org.tanzhang.intake.reference.Shipped;
import org.tanzhang.ledger.TidyLedger;
import org.tanzhang.observation.UnitEntry;
import org.tanzhang.quality.Finding;

/** Promises 4 and 6 on 200 cities drawn at random, each by administration and by management. */
@DisplayName("In 200 random cities, by either partition,")
class RandomCitiesTests {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** A city's statements and account by one partition. */
    private record Accounted(RandomCity city, Partition partition, World world, Account account) {

        static Accounted of(RandomCity city, Partition partition, long seed) {
            World world = city.by(partition, new Random(seed));
            return new Accounted(city, partition, world, world.account());
        }
    }

    private static final Map<Long, List<Accounted>> ACCOUNTED = new ConcurrentHashMap<>();

    /** The city by administration and by management; accounted once for all tests. */
    private static List<Accounted> accounted(long seed) {
        return ACCOUNTED.computeIfAbsent(seed, s -> {
            RandomCity city = new RandomCity(s);
            return partitions(city).stream()
                    .map(partition -> Accounted.of(city, partition, s))
                    .toList();
        });
    }

    private static List<Partition> partitions(RandomCity city) {
        return List.of(city.administrative(), city.managed());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("the parts and the residual are the city in every cell, to the last digit")
    void closes(long seed) {
        for (Accounted city : accounted(seed)) {
            Account account = city.account();
            if (of(Basis.BOTTOM_UP, account.entries()).isEmpty()) {
                // no part of the city stated anything: its own balance is its account, on one level
                assertThat(of(Basis.RESIDUAL, account.entries())).isEmpty();
                continue;
            }
            Map<Activity.CellKey, List<LedgerEntry>> cells = account.entries().stream()
                    .filter(e -> e.flow() != Flow.NET_IMPORT && e.activity() != null)
                    .collect(Collectors.groupingBy(LedgerEntry::cell, TreeMap::new, Collectors.toList()));
            cells.forEach((cell, entries) -> closes(city.partition().code() + " " + cell, entries));
        }
    }

    private static void closes(String cell, List<LedgerEntry> entries) {
        List<LedgerEntry> city = of(Basis.TOP_DOWN, entries);
        List<LedgerEntry> parts = new ArrayList<>(of(Basis.BOTTOM_UP, entries));
        parts.addAll(of(Basis.RESIDUAL, entries));
        if (city.isEmpty()) {
            // blank in the city, or all of it zero
            assertThat(of(Basis.RESIDUAL, entries)).as(cell).isEmpty();
            return;
        }
        assertThat(city).as(cell).hasSize(1);
        assertThat(activity(parts)).as("activity of %s", cell).isEqualByComparingTo(activity(city));
        if (parts.stream().allMatch(e -> e.co2T() != null)) {
            assertThat(co2(parts)).as("CO2 of %s", cell).isEqualByComparingTo(co2(city));
        } else {
            assertThat(city.get(0).co2T()).as("%s is incomplete", cell).isNull();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("the city's own account is the same, activity for activity")
    void sameCity(long seed) {
        List<Accounted> both = accounted(seed);
        assertThat(ofCity(both.get(1).account())).isEqualTo(ofCity(both.get(0).account()));
    }

    private static List<String> ofCity(Account account) {
        return account.entries().stream()
                .filter(e -> e.basis() == Basis.TOP_DOWN)
                .filter(e -> e.activity() == null || e.activity().signum() != 0)
                .map(e -> e.cell() + " "
                        + (e.activity() == null
                                ? "NE"
                                : e.activity().stripTrailingZeros().toPlainString()))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("each unit counts once, or is named as one that does not")
    void unitsCountOnce(long seed) {
        for (Accounted city : accounted(seed)) {
            Account account = city.account();
            Set<String> named = account.findings().stream()
                    .filter(f -> List.of("A-CARD-04", "A-COVERAGE-03", "A-PARTITION-03")
                            .contains(f.rule()))
                    .map(Finding::subject)
                    .collect(Collectors.toSet());
            for (Sheet card : city.city().cards()) {
                Map<String, BigDecimal> stated = uses(card);
                Map<String, BigDecimal> counted = account.entries().stream()
                        .filter(e -> e.reporter().equals(card.code()))
                        .collect(Collectors.toMap(
                                LedgerEntry::carrier,
                                e -> Objects.requireNonNull(e.activity()),
                                BigDecimal::add,
                                TreeMap::new));
                if (named.contains(card.code())) {
                    counted.forEach((carrier, amount) -> assertThat(amount)
                            .as("%s %s %s", city.partition().code(), card.code(), carrier)
                            .isLessThanOrEqualTo(stated.get(carrier)));
                } else {
                    assertThat(plain(counted))
                            .as(city.partition().code() + card.code())
                            .isEqualTo(plain(stated));
                }
            }
        }
    }

    private static Map<String, BigDecimal> uses(Sheet card) {
        Map<String, BigDecimal> uses = new TreeMap<>();
        CardUse.of(card.statement(2024), Shipped.codes().carriers(), Shipped.units(), new ArrayList<>())
                .forEach(u -> uses.put(u.carrier().code(), u.consumption()));
        return uses;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> amounts) {
        Map<String, String> plain = new TreeMap<>();
        amounts.forEach((k, v) -> plain.put(k, v.stripTrailingZeros().toPlainString()));
        return plain;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("the digest and the findings are the same whatever the order of statements and registers")
    void orderDoesNotMatter(long seed) {
        for (Accounted first : accounted(seed)) {
            Account second =
                    first.city().by(first.partition(), new Random(-seed)).account();
            assertThat(digest(second)).isEqualTo(digest(first.account()));
            assertThat(said(second)).isEqualTo(said(first.account()));
        }
    }

    private static String digest(Account account) {
        return TidyLedger.digest(TidyLedger.of(2024, account.entries(), Shipped.codes(), "set", "method"));
    }

    private static List<String> said(Account account) {
        return account.findings().stream().map(World::line).sorted().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("two lines that claim a unit for one month are found every time")
    void doublesAreFound(long seed) {
        RandomCity city = new RandomCity(seed);
        List<String> claimed = city.cards().stream()
                .map(Sheet::code)
                .filter(unit -> claimedTwice(city.register(), unit))
                .sorted()
                .toList();
        assertThat(city.placement(city.administrative(), new Random(seed)).findings().stream()
                        .filter(f -> f.rule().equals("A-DOUBLE-01"))
                        .map(Finding::subject)
                        .distinct()
                        .sorted())
                .isEqualTo(claimed);
    }

    private static boolean claimedTwice(List<Placement.Line> register, String unit) {
        for (Placement.Line one : register) {
            for (Placement.Line other : register) {
                UnitEntry a = one.entry();
                UnitEntry b = other.entry();
                boolean both = a.creditCode().equals(unit) && b.creditCode().equals(unit);
                boolean overlap = a.fromMonth() <= b.toMonth() && b.fromMonth() <= a.toMonth();
                boolean differ = !a.region().equals(b.region())
                        || !a.division().equals(b.division())
                        || a.scope() != b.scope()
                        || !Objects.equals(a.town(), b.town());
                if (both && overlap && differ) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("parks see the same entries by their shares, and overlapping ones are said")
    void parks(long seed) {
        World world = accounted(seed).get(0).world();
        List<LedgerEntry> entries = accounted(seed).get(0).account().entries();
        Parks parks = Parks.of(entries, world.input().cards(), List.of());
        assertThat(parks.parts()).allSatisfy(part -> {
            assertThat(entries.get(part.entry()).basis()).isEqualTo(Basis.BOTTOM_UP);
            assertThat(entries.get(part.entry()).reporter()).isNotEmpty();
            assertThat(part.share()).isPositive().isLessThanOrEqualTo(BigDecimal.ONE);
        });
        List<String> overlapping = world.input().cards().stream()
                .map(AccountInput.PlacedCard::place)
                .filter(p -> p.parks().stream()
                                .map(UnitEntry.ParkShare::share)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(BigDecimal.ONE)
                        > 0)
                .map(UnitEntry::creditCode)
                .distinct()
                .sorted()
                .toList();
        assertThat(parks.findings().stream().map(Finding::subject).distinct().sorted())
                .isEqualTo(overlapping);
    }

    private static List<LedgerEntry> of(Basis basis, List<LedgerEntry> entries) {
        return entries.stream().filter(e -> e.basis() == basis).toList();
    }

    private static BigDecimal activity(List<LedgerEntry> entries) {
        return entries.stream()
                .map(LedgerEntry::activity)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal co2(List<LedgerEntry> entries) {
        return entries.stream()
                .map(LedgerEntry::co2T)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
