package org.tanzhang.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.batch.Jobs;
import org.tanzhang.batch.Pinning;
import org.tanzhang.batch.Settings;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.reference.ReferenceDataException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** With what to account: region, factor set, method, and which statements. */
final class Choices {

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "region")
    private @Nullable String region;

    @Option(names = "--factors", paramLabel = "SET", descriptionKey = "factors")
    private @Nullable String factors;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "method")
    private @Nullable String method;

    @Option(names = "--partition", paramLabel = "administrative|managed", descriptionKey = "partition")
    private @Nullable String partition;

    /**
     * What was chosen, or the defaults.
     *
     * @throws ParameterException when a code or id is unknown
     * @throws org.tanzhang.batch.ChangedReferenceException when runs used the set or the method with other files
     */
    Jobs.Choice resolve(Session session, CommandSpec spec, @Nullable String asOf) {
        Settings settings = session.settings();
        ReferenceData reference = session.get(ReferenceData.class);
        String code = region == null ? settings.territory() : region;
        if (reference.codes().regions().find(code).isEmpty()) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.no-region", code));
        }
        String set = factors == null ? settings.factors() : factors;
        String how = method == null ? settings.method() : method;
        try {
            session.get(Pinning.class).check(reference.factorSet(set), reference.method(how));
        } catch (ReferenceDataException e) {
            boolean known = reference.setIds().contains(set);
            if (known) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return new Jobs.Choice(
                code, set, how, partition(settings, reference, spec), asOf == null ? null : time(asOf, spec));
    }

    private String partition(Settings settings, ReferenceData reference, CommandSpec spec) {
        String chosen = partition == null ? settings.partition() : partition;
        Set<String> known = reference.codes().partitions().codes();
        if (!known.contains(chosen)) {
            throw new ParameterException(
                    spec.commandLine(), Words.of("usage.no-partition", chosen, String.join(", ", known)));
        }
        return chosen;
    }

    /** A date means its end in Chinese time; a time with offset means itself. */
    private static Instant time(String text, CommandSpec spec) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.no-time", text), e);
        }
    }

    /** {@code 2024}, {@code 2020..2024} or {@code 2020,2024}. */
    static List<Integer> years(String text, CommandSpec spec) {
        List<Integer> years = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.matches("\\d{4}(\\.\\.\\d{4})?")) {
                throw new ParameterException(spec.commandLine(), Words.of("usage.no-year", text));
            }
            int from = Integer.parseInt(part.substring(0, 4));
            int to = Integer.parseInt(part.substring(part.length() - 4));
            for (int year = from; year <= to; year++) {
                years.add(year);
            }
        }
        if (years.isEmpty()) {
            throw new ParameterException(spec.commandLine(), Words.of("usage.no-year", text));
        }
        return years;
    }
}
