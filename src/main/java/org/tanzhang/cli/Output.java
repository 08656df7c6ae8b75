package org.tanzhang.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a command says its result: text for people, or one JSON document and nothing else. */
record Output(PrintWriter out, boolean json) {

    static Output of(CommandSpec spec, CommonOptions common) {
        return new Output(spec.commandLine().getOut(), common.json);
    }

    /** For results that are long: the document is written as it is made. */
    void stream(Consumer<PrintWriter> text, Consumer<JsonGenerator> document) {
        if (json) {
            try (JsonGenerator generator = JsonMapper.shared()
                    .writerWithDefaultPrettyPrinter()
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .createGenerator(out)) {
                document.accept(generator);
            }
            out.println();
        } else {
            text.accept(out);
        }
        out.flush();
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
