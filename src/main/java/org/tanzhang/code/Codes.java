package org.tanzhang.code;

import java.util.List;

/** The code lists in force, together. */
public record Codes(
        Regions regions,
        CodeList<Sector> sectors,
        CodeList<Carrier> carriers,
        List<NamedFlow> flows,
        CodeList<Product> products,
        String digest) {

    /** Code lists without products. */
    public Codes(
            Regions regions,
            CodeList<Sector> sectors,
            CodeList<Carrier> carriers,
            List<NamedFlow> flows,
            String digest) {
        this(regions, sectors, carriers, flows, new CodeList<>("products", List.of()), digest);
    }

    /** A flow with its names, as the code list states them. */
    public record NamedFlow(Flow flow, Name name) {}

    public Codes {
        flows = List.copyOf(flows);
    }

    /** The names of a flow. */
    public Name nameOf(Flow flow) {
        return flows.stream()
                .filter(f -> f.flow() == flow)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The group (balance column) of a carrier. */
    public Carrier groupOf(Carrier carrier) {
        return carriers.get(carrier.carrierGroup());
    }
}
