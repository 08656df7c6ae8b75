package org.tanzhang.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Flow;
import org.tanzhang.observation.Observation;

/**
 * A quantity of one carrier used in one flow, before any factor.
 *
 * @param region code of the region in whose account it counts
 * @param reporter credit code of the enterprise that states it; empty for a balance
 * @param amount in the carrier's ledger unit
 * @param coefficient the coal equivalent stated for it (column 10), null when none is
 * @param statedHeat the cell whose coefficient gives the heat value, null when the factor set's counts
 * @param reason why the entry exists, for rests and residuals; empty otherwise
 * @param sources the cells it was computed from
 * @param missing whether the amount exists but was not stated (NE, C); it is no zero then, and has no CO2
 */
record Activity(
        String region,
        String sector,
        String sectorGroup,
        Carrier carrier,
        Flow flow,
        Basis basis,
        String reporter,
        BigDecimal amount,
        @Nullable Observation coefficient,
        @Nullable Observation statedHeat,
        String reason,
        List<Observation> sources,
        boolean missing) {

    Activity {
        sources = List.copyOf(sources);
    }

    /** An activity taken from a region's balance. */
    static Activity ofBalance(
            String region,
            String sector,
            String sectorGroup,
            Carrier carrier,
            Flow flow,
            Basis basis,
            BigDecimal amount,
            String reason,
            List<Observation> sources) {
        return new Activity(
                region, sector, sectorGroup, carrier, flow, basis, "", amount, null, null, reason, sources, false);
    }

    /** An activity that a balance says exists without stating it. */
    static Activity missing(
            String region,
            String sector,
            String sectorGroup,
            Carrier carrier,
            Flow flow,
            Basis basis,
            List<Observation> sources) {
        return new Activity(
                region, sector, sectorGroup, carrier, flow, basis, "", BigDecimal.ZERO, null, null, "", sources, true);
    }

    /** The cell at which the two levels close. */
    CellKey cell() {
        return new CellKey(sectorGroup, carrier.carrierGroup(), flow);
    }

    /** The coarsest sector and carrier that both levels have, by flow. */
    record CellKey(String sectorGroup, String carrierGroup, Flow flow) implements Comparable<CellKey> {

        @Override
        public int compareTo(CellKey o) {
            int bySector = sectorGroup.compareTo(o.sectorGroup);
            int byCarrier = carrierGroup.compareTo(o.carrierGroup);
            return bySector != 0 ? bySector : byCarrier != 0 ? byCarrier : flow.compareTo(o.flow);
        }

        @Override
        public String toString() {
            return sectorGroup + "/" + carrierGroup + "/" + flow.code();
        }
    }

    /** The cells of several lists, each once. */
    static List<Observation> union(List<Observation> a, List<Observation> b) {
        List<Observation> both = new ArrayList<>(a);
        b.stream().filter(o -> !both.contains(o)).forEach(both::add);
        return both;
    }
}
