package io.fourwave.cli;

import io.fourwave.modelcheck.tlc.WorkerProcess;
import io.fourwave.modelcheck.tlc.distributed.WorkerChild;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave worker}. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Works for `fourwave check --distributed --listen` on another machine, run after run, until Ctrl-C.",
            "Must be of the same build; needs no specification."
        },
        footer = {"", "Example:", "  fourwave worker --server 192.0.2.7"})
final class WorkerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "HOST[:PORT]",
            description = "Where the check listens. The port is 10997 unless it says otherwise.")
    private String server;

    @Option(names = "--once", description = "End with the first run that is over.")
    private boolean once;

    @Mixin
    private TlcOption tlc;

    @Override
    public Integer call() {
        DistributedOption.Endpoint endpoint = DistributedOption.Endpoint.of("--server", server);
        PrintWriter out = command.commandLine().getOut();
        out.println("works for " + endpoint.host() + ":" + endpoint.port() + " when it is there; Ctrl-C ends it");
        out.flush();
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("fourwave-worker");
            while (true) {
                int end = work(endpoint, scratch);
                if (end != WorkerChild.DONE && end != WorkerChild.SERVER_GONE) {
                    throw failure(end, Files.readString(scratch.resolve("output.txt")));
                }
                out.println(end == WorkerChild.DONE ? "a run is over" : "the server is gone");
                out.flush();
                if (once) {
                    return ExitCode.OK;
                }
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, "TLC cannot be run: " + Output.describe(e), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } finally {
            delete(scratch);
        }
    }

    private int work(DistributedOption.Endpoint endpoint, Path scratch) throws IOException, InterruptedException {
        try (WorkerProcess process = new WorkerProcess(tlc.options(), scratch, endpoint.host(), endpoint.port())) {
            return process.await();
        }
    }

    private static CommandFailure failure(int end, String printed) {
        if (end == WorkerChild.OTHER_BUILD) {
            return new CommandFailure(
                    ExitCode.INPUT,
                    "the server is of another build of Fourwave",
                    "both must be built from the same sources");
        }
        List<String> lines = printed.lines().toList();
        return new CommandFailure(
                ExitCode.ENVIRONMENT,
                "the worker ended with status " + end + (lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1)),
                "out of memory? give it more with --memory MIB");
    }

    private static void delete(Path directory) {
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is in the temporary directory.
        }
    }
}
