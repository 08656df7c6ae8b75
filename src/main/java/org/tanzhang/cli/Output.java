package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** Where a command says its result: text for people, or one JSON document and nothing else. */
record Output(PrintWriter out, boolean json) {

    static Output of(CommandSpec spec, CommonOptions common) {
        return new Output(spec.commandLine().getOut(), common.json);
    }

    void write(Consumer<PrintWriter> text, Supplier<? extends JsonNode> document) {
        if (json) {
            out.println(document.get().toPrettyString());
        } else {
            text.accept(out);
        }
        out.flush();
    }
}
