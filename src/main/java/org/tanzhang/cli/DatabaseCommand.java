package org.tanzhang.cli;

import java.util.concurrent.Callable;
import org.tanzhang.ledger.database.Status;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code database start|stop|status}: the embedded server. */
@Command(name = "database", resourceBundle = "messages.cli")
final class DatabaseCommand implements Callable<Integer> {

    /** What can be asked of it. */
    enum Action {
        start,
        stop,
        status
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "start|stop|status", descriptionKey = "action")
    private Action action = Action.status;

    @Override
    public Integer call() {
        switch (action) {
            case start -> Session.server().start();
            case stop -> Session.server().stop();
            case status -> {}
        }
        Status status = Session.server().status();
        String port = status.port().isPresent() ? String.valueOf(status.port().getAsInt()) : "";
        String pid = status.pid().isPresent() ? String.valueOf(status.pid().getAsLong()) : "";
        Output.of(spec, common)
                .write(
                        out -> out.println(
                                status.running()
                                        ? Words.of("database.running", pid, port, status.dataDirectory())
                                        : Words.of("database.stopped", status.dataDirectory())),
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("running", status.running())
                                .put("pid", pid)
                                .put("port", port)
                                .put("data", status.dataDirectory().toString()));
        return ExitCode.DONE;
    }
}
