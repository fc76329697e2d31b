package io.fourwave.cli.demo;

import io.fourwave.cli.ExitCode;
import io.fourwave.cli.child.ChildJvm;
import io.fourwave.cli.child.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** A file down, a file up, many short connections: between our stack and the kernel, in a child JVM. */
final class TransferStep implements DemoStep {
    private final String name;
    private final String link;
    private final double lossPercent;
    private final double reorderPercent;
    private final int limitSeconds;

    TransferStep(String name, String link, double lossPercent, double reorderPercent, int limitSeconds) {
        this.name = name;
        this.link = link;
        this.lossPercent = lossPercent;
        this.reorderPercent = reorderPercent;
        this.limitSeconds = limitSeconds;
    }

    @Override
    public String title() {
        return "16 MiB down, 16 MiB up, " + Transfers.SHORT_CONNECTIONS + " short connections over " + link;
    }

    @Override
    public int limitSeconds() {
        return limitSeconds;
    }

    @Override
    public String run(DemoContext context) throws IOException, InterruptedException {
        Properties results = transfer(context);
        String problem = results.getProperty("problem");
        if (problem != null) {
            throw new DemoFailure(ExitCode.VERDICT, problem, List.of());
        }
        if (!context.kernel()) {
            context.figure("peer", results.getProperty("peer"));
        } else {
            context.figure("peer", results.getProperty("peer") + ", in a network namespace of its own, over a TAP");
        }
        String text = figures(context, results);
        return "SHA-256 equal both ways; " + text;
    }

    private Properties transfer(DemoContext context) throws IOException, InterruptedException {
        if (context.kernel()) {
            StringBuilder why = new StringBuilder();
            Optional<List<String>> prefix = Namespace.prefix(why);
            if (prefix.isPresent()) {
                Properties results = child(context, prefix.get(), true);
                if (results.getProperty("status").equals(Integer.toString(ExitCode.ENVIRONMENT))) {
                    why.append(results.getProperty("problem"));
                } else {
                    return results;
                }
            }
            context.noKernel(why.toString());
        }
        return child(context, List.of(), false);
    }

    private Properties child(DemoContext context, List<String> prefix, boolean tap)
            throws IOException, InterruptedException {
        Path files = Files.createDirectories(context.file("files"));
        Path results = context.file(name + ".results");
        Files.deleteIfExists(results);
        TransferPlan plan = new TransferPlan(
                tap,
                files.toAbsolutePath(),
                context.file(name + ".fwtrace").toAbsolutePath(),
                context.file(name + ".pcapng").toAbsolutePath(),
                lossPercent,
                reorderPercent,
                context.options().seed(),
                results.toAbsolutePath());
        Path planFile = context.file(name + ".plan");
        plan.write(planFile);
        StringBuilder output = new StringBuilder();
        try {
            int status = ChildJvm.run(
                    prefix,
                    TransferMain.class,
                    List.of(
                            planFile.toAbsolutePath().toString(),
                            context.options().application()),
                    line -> {
                        synchronized (output) {
                            output.append(line).append('\n');
                        }
                        context.progress("      " + line);
                    });
            if (!Files.exists(results)) {
                throw new DemoFailure(
                        ExitCode.INTERNAL,
                        "the child JVM ended with status " + status,
                        output.toString().lines().toList());
            }
            Properties properties = TransferPlan.properties(results);
            properties.setProperty("status", Integer.toString(status));
            return properties;
        } finally {
            Files.deleteIfExists(planFile);
            Files.deleteIfExists(results);
            delete(files);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private String figures(DemoContext context, Properties results) {
        String down = megabits(results, "download.nanos");
        String up = megabits(results, "upload.nanos");
        double perSecond = Transfers.SHORT_CONNECTIONS * 1e9 / Long.parseLong(results.getProperty("short.nanos"));
        String connections = String.format(Locale.ROOT, "%,.0f connections/s", perSecond);
        String text = down + " down, " + up + " up, " + connections;
        context.figure(
                "goodput, " + name,
                down + " down, " + up + " up; a cold JVM, every step recorded, every packet captured");
        context.figure("short connections, " + name, connections);
        if (lossPercent > 0) {
            context.figure(
                    "the bad link",
                    String.format(
                            Locale.ROOT,
                            "seed %d: %s of %s frames lost, %s held back; %,d octets sent again by our stack, %s timeouts",
                            context.options().seed(),
                            sum(results, "lost"),
                            sum(results, "offered"),
                            sum(results, "reordered"),
                            Long.parseLong(results.getProperty("counter.tcp.octets-retransmitted", "0")),
                            results.getProperty("counter.tcp.retransmission-timeouts", "0")));
        }
        return text;
    }

    private static String sum(Properties results, String counter) {
        long inward = Long.parseLong(results.getProperty("counter.inward." + counter, "0"));
        long outward = Long.parseLong(results.getProperty("counter.outward." + counter, "0"));
        return String.format(Locale.ROOT, "%,d", inward + outward);
    }

    private static String megabits(Properties results, String property) {
        long nanos = Long.parseLong(results.getProperty(property));
        return String.format(Locale.ROOT, "%,.1f Mbit/s", Transfers.FILE_OCTETS * 8e3 / nanos);
    }
}
