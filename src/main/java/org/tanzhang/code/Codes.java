package org.tanzhang.code;

import java.util.List;
import java.util.Optional;

/** The code lists in force, together. */
public record Codes(
        Regions regions,
        CodeList<Sector> sectors,
        CodeList<Carrier> carriers,
        List<NamedFlow> flows,
        CodeList<Product> products,
        Partitions partitions,
        List<ParkSector> parkSectors,
        String digest) {

    /** Code lists without products, with the administrative partition alone. */
    public Codes(
            Regions regions,
            CodeList<Sector> sectors,
            CodeList<Carrier> carriers,
            List<NamedFlow> flows,
            String digest) {
        this(
                regions,
                sectors,
                carriers,
                flows,
                new CodeList<>("products", List.of()),
                Partitions.NONE,
                List.of(),
                digest);
    }

    /** A flow with its names, as the code list states them. */
    public record NamedFlow(Flow flow, Name name) {}

    public Codes {
        flows = List.copyOf(flows);
        parkSectors = List.copyOf(parkSectors);
    }

    /** The names of a flow. */
    public Name nameOf(Flow flow) {
        return flows.stream()
                .filter(f -> f.flow() == flow)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** A region's partition of that code; empty where the region has none in that year. */
    public Optional<Partition> partition(String code, String region, int year) {
        return partitions.find(code, region, year, regions);
    }

    /** The group (balance column) of a carrier. */
    public Carrier groupOf(Carrier carrier) {
        return carriers.get(carrier.carrierGroup());
    }
}
