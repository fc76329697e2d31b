package io.fourwave.cli.bench;

import io.fourwave.cli.ExitCode;
import io.fourwave.cli.child.ChildJvm;
import io.fourwave.runtime.link.LinkException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The child JVM: warms every probe up, then takes one sample of each in every round. Lines on standard output are progress. */
public final class WireMain {
    private WireMain() {}

    /** @param args a file for what is found; rounds; seconds of a sample; seconds of warm-up; the probes */
    public static void main(String[] args) {
        ChildJvm.endWithParent();
        Path found = Path.of(args[0]);
        List<Probe> probes = Arrays.stream(args[4].split(",")).map(Probe::parse).toList();
        Properties results = new Properties();
        int status = ExitCode.OK;
        try (Wire wire = Wire.open(found.getParent(), probes.stream().anyMatch(Probe::offload))) {
            run(
                    wire,
                    probes,
                    Integer.parseInt(args[1]),
                    Double.parseDouble(args[2]),
                    Double.parseDouble(args[3]),
                    results);
        } catch (LinkException e) {
            results.setProperty("missing", e.getMessage().lines().findFirst().orElse(""));
            status = ExitCode.ENVIRONMENT;
        } catch (IOException | RuntimeException e) {
            results.setProperty("problem", e.getMessage() == null ? e.toString() : e.getMessage());
            status = ExitCode.VERDICT;
        }
        try (Writer out = Files.newBufferedWriter(found)) {
            results.store(out, null);
        } catch (IOException e) {
            System.err.println(found + ": " + e.getMessage());
            status = ExitCode.INPUT;
        }
        System.exit(status);
    }

    private static void run(
            Wire wire, List<Probe> probes, int rounds, double seconds, double warmUpSeconds, Properties results)
            throws IOException {
        for (Probe probe : probes) {
            System.out.println("warm-up: " + probe.told());
            sample(wire, probe, warmUpSeconds);
        }
        Map<Probe, List<String>> samples = new LinkedHashMap<>();
        probes.forEach(probe -> samples.put(probe, new ArrayList<>()));
        List<Probe> order = new ArrayList<>(probes);
        for (int round = 1; round <= rounds; round++) {
            for (Probe probe : order) {
                double perSecond = sample(wire, probe, seconds);
                samples.get(probe).add(Double.toString(perSecond));
                System.out.printf(
                        Locale.ROOT, "round %d of %d: %s: %s%n", round, rounds, probe.told(), told(probe, perSecond));
            }
            // There and back: what changes steadily over time favours neither of a pair.
            Collections.reverse(order);
        }
        samples.forEach((probe, values) -> results.setProperty(probe.toString(), String.join(",", values)));
    }

    private static String told(Probe probe, double perSecond) {
        return probe.kind() == Probe.Kind.GOODPUT
                ? String.format(Locale.ROOT, "%.2f Gbit/s", perSecond * 8e-9)
                : String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    private static double sample(Wire wire, Probe probe, double seconds) throws IOException {
        try {
            wire.prepare(probe);
            try {
                return probe.kind() == Probe.Kind.GOODPUT
                        ? new Goodput(wire).perSecond(probe, seconds)
                        : new ShortConnections(wire).perSecond(probe, seconds);
            } finally {
                wire.done(probe);
            }
        } catch (IOException e) {
            throw new IOException(probe.told() + ": " + e.getMessage(), e);
        }
    }
}
