package io.fourwave.cli;

import io.fourwave.codegen.GeneratedFile;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.codegen.OutputFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the Java of a specification; files that have not changed are left alone, stale ones deleted.",
            "The build does the same for TCP by itself."
        },
        footer = {
            "",
            "Examples:",
            "  fourwave generate --check",
            "  fourwave generate --spec spec/examples/alternating-bit --package org.example.abp --out target/abp"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final String JAVA_PACKAGE = "[a-z_][A-Za-z0-9_]*(\\.[a-z_][A-Za-z0-9_]*)*";

    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "io.fourwave.runtime.tcp",
            description = "Java package of the classes. Default: ${DEFAULT-VALUE}.")
    private String packageName;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Source folder to write to. Default: where the build of this project has it.")
    private Path out;

    @Option(
            names = "--profile-default",
            paramLabel = "PROFILE",
            description = "Profile of parameters that is the default in Java. Default: the first declared.")
    private String profile;

    @Option(names = "--check", description = "Write nothing; exit with 1 if something would be written.")
    private boolean check;

    @Override
    public Integer call() {
        if (!packageName.matches(JAVA_PACKAGE) || !SourceVersion.isName(packageName)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "not a name of a Java package: " + packageName,
                    "such as org.example.abp; no part may be a word of Java");
        }
        Path folder = out != null ? out : Home.path().resolve(GENERATED_SOURCES);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.INPUT, folder + " is not a directory", "name another with --out DIR");
        }
        List<GeneratedFile> files = files();
        PrintWriter text = command.commandLine().getOut();
        try {
            OutputFolder output = new OutputFolder(folder);
            if (check) {
                List<String> outdated = output.outdated(files);
                outdated.forEach(path -> text.println("out of date: " + path));
                text.println(
                        outdated.isEmpty()
                                ? files.size() + " files are up to date"
                                : "out of date: " + outdated.size() + " of " + files.size() + " files");
                return outdated.isEmpty() ? ExitCode.OK : ExitCode.VERDICT;
            }
            List<String> changed = output.update(files);
            changed.forEach(path -> text.println("written: " + path));
            text.println(files.size() + " files, " + changed.size() + " changed, in " + folder);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    "cannot write to " + folder + ": " + Output.describe(e),
                    "name another with --out DIR");
        }
    }

    /** Where the build of {@code runtime} generates to. */
    static final String GENERATED_SOURCES = "runtime/target/generated-sources/fourwave";

    private List<GeneratedFile> files() {
        try {
            return new JavaGenerator(spec.protocol(), packageName, profile).generate();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.INPUT, e.getMessage(), null);
        }
    }
}
