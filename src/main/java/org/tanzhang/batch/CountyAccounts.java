package org.tanzhang.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tanzhang.account.AccountInput;
import org.tanzhang.account.Accounting;
import org.tanzhang.account.CountyPart;
import org.tanzhang.code.Region;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.ledger.PartRepository;
import org.tanzhang.ledger.PartRepository.NumberedPart;

/** Accounts counties of a planned run and keeps their parts. */
@Component
class CountyAccounts {

    private final PlannedInputs planned;
    private final AccountInputs inputs;
    private final ReferenceData reference;
    private final PartRepository parts;

    CountyAccounts(PlannedInputs planned, AccountInputs inputs, ReferenceData reference, PartRepository parts) {
        this.planned = planned;
        this.inputs = inputs;
        this.reference = reference;
        this.parts = parts;
    }

    /** Accounts those of the counties that have no part yet. Call it within one transaction. */
    void account(AccountPlan plan, Set<String> codes) {
        long run = plan.plan().run();
        AccountInput outline = planned.of(plan).input();
        List<Region> counties = Accounting.reporting(outline);
        Accounting accounting = planned.accounting(plan.order());
        Set<String> written = parts.regions(run);
        Set<String> wanted = codes.stream().filter(c -> !written.contains(c)).collect(Collectors.toSet());
        AccountInput input = inputs.filled(outline, wanted);
        List<NumberedPart> accounted = new ArrayList<>();
        for (int place = 0; place < counties.size(); place++) {
            Region county = counties.get(place);
            if (wanted.contains(county.code())) {
                CountyPart part = accounting.county(input, county);
                accounted.add(new NumberedPart(NumberedPart.first(place, counties.size()), part));
            }
        }
        parts.save(run, accounted, reference.codes());
    }

    /** The parts of all counties of a planned run. */
    List<CountyPart> parts(AccountPlan plan) {
        List<CountyPart> kept = parts.of(plan.plan().run());
        Set<String> there = kept.stream().map(CountyPart::region).collect(Collectors.toSet());
        for (Region county : Accounting.reporting(planned.of(plan).input())) {
            if (!there.contains(county.code())) {
                throw new IllegalStateException("run " + plan.plan().run() + " lacks the part of " + county.code());
            }
        }
        return kept;
    }
}
