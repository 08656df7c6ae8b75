package org.tanzhang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code methods show}: the accounting methods. Reads files only; needs no database. */
@Command(
        name = "methods",
        resourceBundle = "messages.cli",
        subcommands = MethodsShowCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class MethodsCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), Words.of("usage.command"));
    }
}
