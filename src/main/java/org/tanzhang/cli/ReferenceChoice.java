package org.tanzhang.cli;

import java.util.List;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Code;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Region;
import org.tanzhang.code.Sector;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.intake.reference.MethodSheet;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.method.Method;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command line names of the reference data, found or refused as wrong usage. */
record ReferenceChoice(ReferenceData reference, CommandSpec spec) {

    FactorSet set(String id) {
        requireSet(id);
        return reference.factorSet(id);
    }

    /** @throws ParameterException when there is no such set */
    void requireSet(String id) {
        if (!reference.setIds().contains(id)) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.no-set", id));
        }
    }

    /** @throws ParameterException when there is no such method */
    Method method(String id) {
        List<String> ids = MethodSheet.ids(reference);
        if (!ids.contains(id)) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.no-method", id, String.join(", ", ids)));
        }
        return reference.method(id);
    }

    Carrier carrier(String codeOrName) {
        return member(reference.codes().carriers(), codeOrName, "usage.no-carrier");
    }

    Sector sector(String codeOrName) {
        return member(reference.codes().sectors(), codeOrName, "usage.no-sector");
    }

    Region region(String codeOrName) {
        return member(reference.codes().regions(), codeOrName, "usage.no-region");
    }

    private <T extends Code> T member(CodeList<T> list, String codeOrName, String unknown) {
        return list.find(codeOrName).orElseGet(() -> {
            List<T> named = list.named(codeOrName);
            if (named.size() != 1) {
                throw new ParameterException(spec.commandLine(), Words.of(unknown, codeOrName));
            }
            return named.get(0);
        });
    }
}
