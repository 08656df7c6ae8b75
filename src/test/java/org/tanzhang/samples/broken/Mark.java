package org.tanzhang.samples.broken;

/** A place in a sample, at which a finding is expected. */
record Mark(Sample sample, String sheet, String cell) {

    Mark error(String rule) {
        return expect(rule, "error");
    }

    Mark warning(String rule) {
        return expect(rule, "warning");
    }

    Mark info(String rule) {
        return expect(rule, "info");
    }

    private Mark expect(String rule, String severity) {
        sample.expect(new Seeded(sample.file(), sheet, cell, rule, severity));
        return this;
    }
}
