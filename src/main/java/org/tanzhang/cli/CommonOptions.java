package org.tanzhang.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
    String language = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;
}
