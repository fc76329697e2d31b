package io.fourwave.cli;

import io.fourwave.cli.demo.Demo;
import io.fourwave.cli.demo.DemoOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "The whole in one go: parse, verify the generated code, check the model, transfer files between our stack and the Linux kernel, "
                    + "replay every step on the specification; once on a clean link, once with loss and reordering.",
            "Works as root or not; takes two or three minutes. Everything it makes is in target/demo."
        },
        footer = {"", "Examples:", "  fourwave demo", "  fourwave demo --seed 7 --out /tmp/demo"})
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go. Default: target/demo of this project.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Of loss and reordering. Default: a random one, printed.")
    private Long seed;

    @Option(
            names = "--loss",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description = "Of frames each way. Default: ${DEFAULT-VALUE}.")
    private double loss;

    @Option(
            names = "--reorder",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description = "Of frames held back each way. Default: ${DEFAULT-VALUE}.")
    private double reorder;

    @Option(names = "--in-memory", description = "Do not try the kernel: a second stack of ours is the peer.")
    private boolean inMemory;

    @Override
    public Integer call() {
        for (double percent : new double[] {loss, reorder}) {
            if (!(percent > 0 && percent <= 50)) {
                throw new CommandFailure(ExitCode.USAGE, percent + " is not a percentage above 0 and up to 50", null);
            }
        }
        Path folder = out != null ? out : Home.path().resolve("target/demo");
        DemoOptions options = new DemoOptions(
                folder,
                Home.path().resolve(GenerateCommand.GENERATED_SOURCES),
                seed != null ? seed : System.nanoTime() & 0xffffffL,
                loss,
                reorder,
                inMemory,
                Version.application());
        return new Demo(
                        spec,
                        options,
                        command.commandLine().getOut(),
                        command.commandLine().getErr())
                .run();
    }
}
