package org.tanzhang.batch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tanzhang.account.AccountInput;
import org.tanzhang.account.AccountInput.PlacedCard;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Region;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.store.StatementRepository;
import org.tanzhang.intake.store.StatementRepository.Kept;
import org.tanzhang.intake.store.StatementRepository.KeptRegister;
import org.tanzhang.observation.Statement;
import org.tanzhang.observation.UnitEntry;

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
                    && input.matrices().isEmpty();
        }

        /** Equal for equal inputs, whatever the order and names of files. */
        String digest(String... others) {
            List<String> lines = new ArrayList<>(contents.stream().sorted().toList());
            lines.addAll(List.of(others));
            return Digest.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    Gathered gather(String regionCode, int year, @Nullable Instant asOf) {
        Region parent = codes.regions().get(regionCode);
        List<Region> children = codes.regions().children(regionCode, year);
        List<Long> ids = new ArrayList<>();
        List<String> contents = new ArrayList<>();

        Map<String, UnitEntry> places = new HashMap<>();
        for (KeptRegister register : statements.registers(year, asOf)) {
            // a unit that moved counts where it was last, until its months are told apart
            register.units()
                    .forEach(u -> places.merge(
                            u.creditCode(), u, (first, next) -> next.toMonth() > first.toMonth() ? next : first));
            ids.add(register.statement());
            contents.add("unit-register|" + register.region() + "|" + year + "|" + register.contentDigest());
        }

        List<PlacedCard> placed = new ArrayList<>();
        List<Statement> unplaced = new ArrayList<>();
        for (Kept card : annual(statements.current("205-1", year, asOf))) {
            UnitEntry entry = places.get(card.statement().reporter().code());
            if (entry == null) {
                unplaced.add(card.statement());
            } else {
                Optional<Region> county = childAbove(entry.region(), year, children);
                if (county.isEmpty()) {
                    continue;
                }
                placed.add(
                        new PlacedCard(card.statement(), entry.in(county.get().code())));
                use(card, ids, contents);
            }
        }

        Map<String, Statement> balances = tables("energy-balance", parent, year, asOf, children, ids, contents);
        Map<String, Statement> matrices = tables("industry-matrix", parent, year, asOf, children, ids, contents);
        List<PlacedCard> made = new ArrayList<>();
        for (Kept output : annual(statements.current("products-by-unit", year, asOf))) {
            UnitEntry entry = places.get(output.statement().reporter().code());
            Optional<Region> county = entry == null ? Optional.empty() : childAbove(entry.region(), year, children);
            if (entry != null && county.isPresent()) {
                made.add(
                        new PlacedCard(output.statement(), entry.in(county.get().code())));
                use(output, ids, contents);
            }
        }
        AccountInput.Products products = new AccountInput.Products(
                made, tables("products-by-region", parent, year, asOf, children, ids, contents));
        AccountInput input = new AccountInput(year, parent, children, placed, unplaced, balances, matrices, products);
        return new Gathered(input, ids, contents);
    }

    /** The tables of a form that the parent and its children state, by region. */
    private Map<String, Statement> tables(
            String form,
            Region parent,
            int year,
            @Nullable Instant asOf,
            List<Region> children,
            List<Long> ids,
            List<String> contents) {
        Map<String, Statement> tables = new TreeMap<>();
        for (Kept table : annual(statements.current(form, year, asOf))) {
            Region region = codes.regions().lineOf(table.statement().reporter().code(), year);
            boolean wanted = region.equals(parent) || children.contains(region);
            if (wanted && tables.putIfAbsent(region.code(), table.statement()) == null) {
                use(table, ids, contents);
            }
        }
        return tables;
    }

    private static void use(Kept kept, List<Long> ids, List<String> contents) {
        Statement s = kept.statement();
        ids.add(s.id());
        contents.add(String.join("|", s.form(), s.reporter().code(), s.period().toString(), kept.contentDigest()));
    }

    /** Full-year statements, one a reporter: an annual statement stands before the cumulative one to December. */
    private static List<Kept> annual(List<Kept> all) {
        Map<String, Kept> byReporter = all.stream()
                .filter(k -> k.statement().period().isFullYear())
                .sorted(Comparator.comparing((Kept k) -> k.statement().period().cumulative()))
                .collect(Collectors.toMap(
                        k -> k.statement().reporter().code(), k -> k, (first, second) -> first, LinkedHashMap::new));
        return byReporter.values().stream()
                .sorted(Comparator.comparing(k -> k.statement().reporter().code()))
                .toList();
    }

    private Optional<Region> childAbove(String region, int year, List<Region> children) {
        return codes
                .regions()
                .withAncestors(codes.regions().lineOf(region, year).code())
                .stream()
                .filter(children::contains)
                .findFirst();
    }
}
