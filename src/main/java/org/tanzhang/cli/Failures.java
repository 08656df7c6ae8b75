package org.tanzhang.cli;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.tanzhang.batch.ChangedReferenceException;
import org.tanzhang.batch.JobFailedException;
import org.tanzhang.factor.AmbiguousFactorException;
import org.tanzhang.intake.form.FaultyFormsException;
import org.tanzhang.intake.form.FormFault;
import org.tanzhang.intake.reference.ReferenceDataException;
import org.tanzhang.intake.rule.RuleFileException;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.ledger.database.DatabaseServerException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import picocli.CommandLine;

/** Says what went wrong in one line, and what to do; the trace goes to the log. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (e instanceof CommandLine.ParameterException usage) {
            line.getErr().println(usage.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        if (e instanceof LockRepository.HeldException held) {
            line.getErr().println(Words.of("locked", String.valueOf(held.getMessage())));
            return ExitCode.LOCKED;
        }
        line.getErr().println(Words.of("failed", reason(e)));
        LoggerFactory.getLogger(Failures.class).error("failed", e);
        return ExitCode.FAILED;
    }

    private static String words(FormFault fault) {
        return fault.place() + " "
                + Words.of("form." + fault.kind().code(), fault.arguments().toArray());
    }

    private static String reason(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof DatabaseServerException server) {
                return server.message(Locale.getDefault());
            }
            if (t instanceof ReferenceDataException
                    || t instanceof AmbiguousFactorException
                    || t instanceof RuleFileException) {
                return String.valueOf(t.getMessage());
            }
            if (t instanceof FaultyFormsException forms) {
                return forms.faults().stream()
                        .map(Failures::words)
                        .collect(Collectors.joining("\n", "\n", ""))
                        .replaceFirst("[。.]$", "");
            }
            if (t instanceof ChangedReferenceException changed) {
                return Words.of(
                        changed.kind() == ChangedReferenceException.Kind.FACTOR_SET
                                ? "failed.changed-set"
                                : "failed.changed-method",
                        changed.id(),
                        changed.pinned(),
                        changed.found());
            }
            if (t instanceof BindException bind && bind.getProperty() != null) {
                return FaultySettings.reason(bind, bind.getProperty());
            }
            if (t instanceof MarkedYAMLException yaml) {
                return FaultySettings.reason(yaml);
            }
            if (t instanceof FileSystemException file) {
                return Words.of(
                        "failed.file",
                        String.valueOf(file.getFile()),
                        t.getClass().getSimpleName());
            }
            if (t instanceof SQLException) {
                return Words.of(
                        "failed.database",
                        String.valueOf(t.getMessage()).lines().findFirst().orElse(""));
            }
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return e instanceof JobFailedException job ? job.job() + ": " + message : message;
    }
}
