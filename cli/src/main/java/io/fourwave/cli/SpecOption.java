package io.fourwave.cli;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the specification is, and its compilation; a mixin of every command that needs one. */
public final class SpecOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--spec",
            paramLabel = "DIR|FILE",
            description = "The specification: a directory of .wave files, or one. Default: spec/tcp of this project.")
    private Path path;

    private Compilation compilation;

    /** What was asked for, or this project's own. */
    public Path path() {
        return path != null ? path : Home.path().resolve("spec/tcp");
    }

    /** What an earlier command was asked for, unless this one is asked for something else. */
    void orElse(Path earlier) {
        if (path == null) {
            path = earlier;
        }
    }

    /**
     * Compiles; warnings go to standard error.
     *
     * @throws CommandFailure when there are errors, which were printed then
     */
    public Protocol protocol() {
        return compilation().protocol().orElseThrow();
    }

    /** As {@link #protocol}, with its sources. */
    public Compilation compilation() {
        if (compilation == null) {
            if (path != null && path.toString().isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--spec: the name is empty", "a directory of .wave files, or one");
            }
            if (path == null && !Files.isDirectory(path())) {
                throw new CommandFailure(
                        ExitCode.INPUT, "there is no specification at " + path(), "name one with --spec DIR");
            }
            Compilation compiled = Compiler.compile(path());
            CommandLine line = command.commandLine();
            String text = line.getColorScheme().ansi().enabled() ? compiled.renderColoured() : compiled.render();
            if (!text.isEmpty()) {
                line.getErr().println(text.stripTrailing());
            }
            if (compiled.hasErrors()) {
                throw new CommandFailure(ExitCode.INPUT, path() + " has errors", null);
            }
            compilation = compiled;
        }
        return compilation;
    }

    /** The lines of a source by the name that places have; empty when there is none. */
    public List<String> lines(String name) {
        return compilation()
                .sources()
                .file(name)
                .map(file -> file.text().lines().toList())
                .orElse(List.of());
    }
}
