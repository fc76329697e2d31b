package io.fourwave.cli;

import io.fourwave.modelcheck.tlc.Distribution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** That other processes explore, on this machine and on others; a mixin. */
public final class DistributedOption {
    /** TLC's own. */
    static final int DEFAULT_PORT = 10997;

    private static final int MOST_PORT = 65534;

    @Option(
            names = "--distributed",
            description =
                    "Explore with TLC's server and workers: states and steps only; what leads to what is checked here.")
    private boolean distributed;

    @Option(
            names = "--listen",
            paramLabel = "HOST[:PORT]",
            description = {
                "With --distributed: the address on which workers of other machines come in, and the port after it."
                        + " Nothing guards it: use a network you trust. Default: loopback only."
            })
    private String listen;

    @Option(
            names = "--local-workers",
            paramLabel = "COUNT",
            description = "With --distributed: worker processes on this machine. Default: 2, or none with --listen.")
    private Integer localWorkers;

    @Option(
            names = "--await-workers",
            paramLabel = "COUNT",
            description =
                    "With --distributed: begin when so many worker processes are there. Default: the local ones, or 1.")
    private Integer awaitedWorkers;

    /** @return null when one process is to do it */
    Distribution distribution() {
        if (!distributed) {
            if (listen != null || localWorkers != null || awaitedWorkers != null) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--listen, --local-workers and --await-workers belong to --distributed",
                        "say --distributed, too");
            }
            return null;
        }
        int local = localWorkers != null ? localWorkers : listen == null ? 2 : 0;
        int awaited = awaitedWorkers != null ? awaitedWorkers : Math.max(1, local);
        if (local < 0 || awaited < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--local-workers and --await-workers: too few", null);
        }
        if (listen == null && awaited > local) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--await-workers: " + awaited + " will never be there, only the " + local + " of this machine",
                    "--listen HOST lets workers of other machines in");
        }
        if (listen != null) {
            Endpoint endpoint = Endpoint.of("--listen", listen);
            return new Distribution(endpoint.host(), endpoint.port(), local, awaited);
        }
        try {
            Distribution here = Distribution.onLoopback(local);
            return new Distribution(here.host(), here.port(), local, awaited);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, "--distributed: " + e.getMessage(), null);
        }
    }

    /** An address as numbers, and a port. */
    record Endpoint(String host, int port) {
        static Endpoint of(String option, String text) {
            int colon = text.lastIndexOf(':');
            boolean hasPort = colon > 0 && text.indexOf(':') == colon;
            String host = hasPort ? text.substring(0, colon) : text;
            try {
                int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : DEFAULT_PORT;
                if (port < 1 || port > MOST_PORT || host.isEmpty()) {
                    throw new NumberFormatException();
                }
                return new Endpoint(InetAddress.getByName(host).getHostAddress(), port);
            } catch (NumberFormatException e) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        option + ": `" + text + "` is not like 192.0.2.7:10997",
                        "ports go up to " + MOST_PORT);
            } catch (UnknownHostException e) {
                throw new CommandFailure(
                        ExitCode.INPUT, option + ": there is no host " + host, "name it, or its address");
            }
        }
    }
}
