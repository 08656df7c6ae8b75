package org.tanzhang.samples.broken;

import java.util.List;

/** The city's registers, in which the enterprises of the samples stand; they are sound. */
final class Registers {

    private Registers() {}

    static List<Sample> of(Places places) {
        return List.of(register(places, 2023), register(places, 2024));
    }

    private static Sample register(Places places, int year) {
        Sample sample = new Sample(
                "0-名录/名录_" + year + ".xlsx", Format.XLSX, year + " 年的名录，没有毛病", "the register of " + year + ", sound");
        Register register = new Register(sample, "长沙市", year);
        places.registered().forEach(register::add);
        return sample;
    }
}
