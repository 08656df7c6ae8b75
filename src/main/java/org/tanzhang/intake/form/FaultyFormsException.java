package org.tanzhang.intake.form;

import java.util.List;
import java.util.stream.Collectors;

/** Form definitions with faults; all of them, in the order of the files. */
public final class FaultyFormsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FormFault> faults;

    FaultyFormsException(List<FormFault> faults) {
        super(faults.stream()
                .map(f -> f.place() + " " + f.kind().code() + " " + f.arguments())
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<FormFault> faults() {
        return faults;
    }
}
