package org.tanzhang.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code runs}: all runs, oldest first. */
@Command(name = "runs", resourceBundle = "messages.cli")
final class RunsCommand implements Callable<Integer> {

    /** The bureau's clock. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        try (Session session = Session.open()) {
            List<Run> runs = session.get(RunRepository.class).all();
            Output.of(spec, common)
                    .write(
                            out -> {
                                TextTable table = new TextTable()
                                        .row(
                                                Words.of("runs.id"),
                                                Words.of("runs.year"),
                                                Words.of("table.region"),
                                                Words.of("runs.partition"),
                                                Words.of("runs.set"),
                                                Words.of("runs.method"),
                                                Words.of("runs.created"),
                                                Words.of("runs.digest"));
                                runs.forEach(r -> table.row(
                                        String.valueOf(r.id()),
                                        String.valueOf(r.year()),
                                        r.region(),
                                        r.partition(),
                                        r.factorSet(),
                                        r.method(),
                                        TIME.format(r.created()),
                                        r.digest().substring(0, 12)));
                                table.print(out);
                            },
                            () -> json(runs));
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(List<Run> runs) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("runs");
        for (Run run : runs) {
            array.addObject()
                    .put("run_id", String.valueOf(run.id()))
                    .put("year", run.year())
                    .put("region_code", run.regionCode())
                    .put("status", "completed")
                    .put("factor_set", run.factorSet())
                    .put("method", run.method())
                    .put("partition", run.partition())
                    .put("digest", run.digest())
                    .put("created", run.created().toString());
        }
        return document;
    }
}
