package io.fourwave.cli.bench;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.child.ChildJvm;
import io.fourwave.cli.child.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Goodput, short connections, and what recording costs: one child JVM, so that all of it is warm and side by side. */
final class WireBench {
    private final BenchOptions options;
    private final Set<Measure> measures;
    private final BenchResults results;

    WireBench(BenchOptions options, Set<Measure> measures, BenchResults results) {
        this.options = options;
        this.measures = measures;
        this.results = results;
    }

    /** A line of the result: what is measured, and beside what. */
    private record Row(Measure measure, String name, Probe probe, Probe baseline) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (boolean offload : options.offload() ? new boolean[] {false, true} : new boolean[] {false}) {
            String how = offload ? ", offload" : "";
            rows.add(goodput("Fourwave -> kernel" + how, Probe.Way.STACK_TO_KERNEL, offload));
            rows.add(goodput("kernel -> Fourwave" + how, Probe.Way.KERNEL_TO_STACK, offload));
        }
        Probe serves = Probe.of(Probe.Kind.CONNECTIONS, Probe.Way.KERNEL_TO_STACK);
        Probe opens = Probe.of(Probe.Kind.CONNECTIONS, Probe.Way.STACK_TO_KERNEL);
        Probe kernel = Probe.of(Probe.Kind.CONNECTIONS, Probe.Way.KERNEL_TO_KERNEL);
        rows.add(new Row(Measure.CONNECTIONS, "Fourwave is the server", serves, kernel));
        rows.add(new Row(Measure.CONNECTIONS, "Fourwave is the client", opens, kernel));
        Probe down = Probe.of(Probe.Kind.GOODPUT, Probe.Way.STACK_TO_KERNEL);
        Probe up = Probe.of(Probe.Kind.GOODPUT, Probe.Way.KERNEL_TO_STACK);
        rows.add(new Row(Measure.RECORDING, "goodput, Fourwave -> kernel", down.asRecorded(), down));
        rows.add(new Row(Measure.RECORDING, "goodput, kernel -> Fourwave", up.asRecorded(), up));
        rows.add(new Row(Measure.RECORDING, "connections, Fourwave is the server", serves.asRecorded(), serves));
        rows.add(new Row(Measure.RECORDING, "connections, Fourwave is the client", opens.asRecorded(), opens));
        rows.removeIf(row -> !measures.contains(row.measure));
        return rows;
    }

    private static Row goodput(String name, Probe.Way way, boolean offload) {
        Probe probe = Probe.of(Probe.Kind.GOODPUT, way);
        Probe baseline = Probe.of(Probe.Kind.GOODPUT, Probe.Way.KERNEL_TO_KERNEL);
        return offload
                ? new Row(Measure.GOODPUT, name, probe.offloaded(), baseline.offloaded())
                : new Row(Measure.GOODPUT, name, probe, baseline);
    }

    void run(Path work, Bench.Progress progress) throws IOException, InterruptedException {
        List<Row> rows = rows();
        Set<Probe> probes = new LinkedHashSet<>();
        for (Row row : rows) {
            probes.add(row.probe);
            probes.add(row.baseline);
        }
        StringBuilder why = new StringBuilder();
        Optional<List<String>> prefix = Namespace.prefix(why);
        Properties samples = prefix.isPresent() ? child(prefix.get(), probes, work, progress) : new Properties();
        String missing = prefix.isPresent() ? samples.getProperty("missing") : why.toString();
        if (missing != null) {
            measures.stream().sorted().forEach(measure -> results.skip(measure, missing));
            return;
        }
        String problem = samples.getProperty("problem");
        if (problem != null) {
            throw new CommandFailure(ExitCode.VERDICT, problem, null);
        }
        for (Row row : rows) {
            boolean goodput = row.probe.kind() == Probe.Kind.GOODPUT;
            results.add(new Figure(
                    row.measure,
                    row.name,
                    goodput ? "Gbit/s" : "/s",
                    samples(samples, row.probe, goodput),
                    samples(samples, row.baseline, goodput)));
        }
    }

    private static Samples samples(Properties all, Probe probe, boolean goodput) {
        Samples perSecond =
                new Samples(Arrays.stream(all.getProperty(probe.toString()).split(","))
                        .map(Double::valueOf)
                        .toList());
        return goodput ? perSecond.times(8e-9) : perSecond;
    }

    private Properties child(List<String> prefix, Set<Probe> probes, Path work, Bench.Progress progress)
            throws IOException, InterruptedException {
        Path found = Files.createTempFile(work, "wire", ".properties");
        List<String> output = new ArrayList<>();
        List<String> arguments = List.of(
                found.toAbsolutePath().toString(),
                Integer.toString(options.rounds()),
                Double.toString(options.seconds()),
                Double.toString(options.warmUpSeconds()),
                probes.stream().map(Probe::toString).collect(Collectors.joining(",")));
        int status = ChildJvm.run(prefix, WireMain.class, arguments, line -> {
            synchronized (output) {
                output.add(line);
            }
            progress.say(line);
        });
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(found)) {
            properties.load(in);
        }
        if (properties.isEmpty()) {
            String last = output.isEmpty() ? "" : ": " + output.get(output.size() - 1);
            throw new CommandFailure(ExitCode.INTERNAL, "the child JVM ended with status " + status + last, null);
        }
        return properties;
    }
}
