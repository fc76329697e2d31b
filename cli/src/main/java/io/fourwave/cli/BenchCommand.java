package io.fourwave.cli;

import io.fourwave.cli.bench.Bench;
import io.fourwave.cli.bench.BenchOptions;
import io.fourwave.cli.bench.Measure;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.World;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures: our stack against the Linux kernel over a TAP of its own, beside the kernel against itself; the cost of recording; TLC; the way from "
                    + "an edit of the specification to class files; replay. Each figure is a median over rounds in which it and its baseline take turns.",
            "Works as root or not; takes about eight minutes, best on an idle machine. docs/benchmarks.md says what each figure means."
        },
        footer = {
            "",
            "What can be measured: goodput, connections, recording, model, compile, replay",
            "",
            "Examples:",
            "  fourwave bench --only goodput --offload",
            "  fourwave bench --only connections,recording --rounds 7 --seconds 3 --json target/bench.json"
        })
final class BenchCommand implements Callable<Integer> {
    private static final double MOST_SECONDS = 3600;

    @Spec
    private CommandSpec command;

    @Mixin
    private SpecOption spec;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            description = "Measure only this; several with commas between, or repeated. Default: everything.")
    private List<String> only = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Samples of each figure. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--model-rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of TLC, which takes longest. Default: ${DEFAULT-VALUE}.")
    private int modelRounds;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "Of each sample taken over a wire. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "Of each of those before the first sample. Default: ${DEFAULT-VALUE}.")
    private double warmUpSeconds;

    @Option(names = "--offload", description = "Goodput also with super-segments (TSO, checksums left to the kernel).")
    private boolean offload;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "octet",
            description = "Which TLC explores. Default: ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
    private Path json;

    @Override
    public Integer call() {
        Set<Measure> measures = measures();
        atLeastOne("--rounds", rounds);
        atLeastOne("--model-rounds", modelRounds);
        seconds("--seconds", seconds);
        seconds("--warm-up", warmUpSeconds);
        Output.requireWritable("--json", json);
        if (measures.contains(Measure.MODEL)) {
            requireScenario();
        }
        BenchOptions options = new BenchOptions(
                measures,
                rounds,
                modelRounds,
                seconds,
                warmUpSeconds,
                offload,
                scenario,
                Optional.ofNullable(json),
                Home.path().resolve("target"),
                Version.application());
        return new Bench(
                        spec,
                        options,
                        command.commandLine().getOut(),
                        command.commandLine().getErr())
                .run();
    }

    private Set<Measure> measures() {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String name : only) {
            measures.add(Measure.of(name).orElseThrow(() -> {
                String near = DidYouMean.help(name, Measure.keys());
                return new CommandFailure(
                        ExitCode.USAGE,
                        "--only: there is no measure `" + name + "`",
                        near.isEmpty() ? "there are " + String.join(", ", Measure.keys()) : near);
            }));
        }
        return measures.isEmpty() ? EnumSet.allOf(Measure.class) : measures;
    }

    private void requireScenario() {
        List<String> names = spec.protocol().world().scenarios().stream()
                .map(World.Scenario::name)
                .toList();
        if (!names.contains(scenario)) {
            String near = DidYouMean.help(scenario, names);
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--scenario: there is no scenario `" + scenario + "`",
                    near.isEmpty() ? "there are " + String.join(", ", names) : near);
        }
    }

    private static void atLeastOne(String option, int count) {
        if (count < 1) {
            throw new CommandFailure(ExitCode.USAGE, option + ": " + count + " is less than 1", null);
        }
    }

    private static void seconds(String option, double value) {
        if (!(value > 0 && value <= MOST_SECONDS)) {
            throw new CommandFailure(
                    ExitCode.USAGE, option + ": " + value + " is not above 0 and up to " + (int) MOST_SECONDS, null);
        }
    }
}
