package io.fourwave.cli;

import io.fourwave.spec.diagram.StateDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave diagram}. */
@Command(
        name = "diagram",
        mixinStandardHelpOptions = true,
        description = "Draws the states and transitions of a specification (SVG).",
        footer = {"", "Example:", "  fourwave diagram --out target/tcp.svg"})
final class DiagramCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private Path out;

    @Override
    public Integer call() {
        String svg = StateDiagram.svg(spec.protocol());
        if (out == null) {
            command.commandLine().getOut().println(svg);
            return ExitCode.OK;
        }
        try {
            Files.writeString(out, svg);
            return ExitCode.OK;
        } catch (IOException e) {
            throw Output.cannotWrite(out, e);
        }
    }
}
