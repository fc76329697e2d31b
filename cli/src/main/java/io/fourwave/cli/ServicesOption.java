package io.fourwave.cli;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpListener;
import io.fourwave.runtime.api.TcpStack;
import io.fourwave.runtime.service.ChargenService;
import io.fourwave.runtime.service.DiscardService;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.service.HttpFileService;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is served, and on which ports. */
final class ServicesOption {
    private static final int BACKLOG = 1024;

    @Option(names = "--echo", paramLabel = "PORT", description = "Send back what comes (RFC 862); usually 7.")
    private List<Integer> echo = List.of();

    @Option(names = "--discard", paramLabel = "PORT", description = "Read and forget (RFC 863); usually 9.")
    private List<Integer> discard = List.of();

    @Option(
            names = "--chargen",
            paramLabel = "PORT",
            description = "Send characters without end (RFC 864); usually 19.")
    private List<Integer> chargen = List.of();

    @Option(
            names = "--http",
            arity = "2",
            paramLabel = "PORT DIR",
            hideParamSyntax = true,
            description = "Serve the files of a directory over HTTP/1.1; usually 80.")
    private List<String> http = List.of();

    @Option(names = "--uploads", description = "Let HTTP clients PUT files into existing directories.")
    private boolean uploads;

    /**
     * What to serve, by port.
     *
     * @throws CommandFailure for a port that is none, given twice, or a directory that is none; or when nothing is to be served
     */
    Map<Integer, Acceptor> services() {
        Map<Integer, Acceptor> services = new LinkedHashMap<>();
        echo.forEach(port -> add(services, "--echo", port, new EchoService()));
        discard.forEach(port -> add(services, "--discard", port, new DiscardService()));
        chargen.forEach(port -> add(services, "--chargen", port, new ChargenService()));
        for (int i = 0; i + 1 < http.size(); i += 2) {
            add(services, "--http", port(http.get(i)), files(Path.of(http.get(i + 1))));
        }
        if (services.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "nothing to serve",
                    "for example --echo 7, or --http 80 DIR; see `fourwave run --help`");
        }
        return services;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--http: `" + text + "` is not a port",
                    "first the port, then the directory: --http 80 DIR");
        }
    }

    private static void add(Map<Integer, Acceptor> services, String option, int port, Acceptor service) {
        if (port < 1 || port > 65535) {
            throw new CommandFailure(ExitCode.USAGE, option + ": " + port + " is not a port", "ports are 1 to 65535");
        }
        if (services.putIfAbsent(port, service) != null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option + ": port " + port + " is in use by another service",
                    "give each a port of its own");
        }
    }

    private Acceptor files(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    "--http: " + directory + (Files.exists(directory) ? " is not a directory" : ": no such directory"),
                    "name an existing directory");
        }
        try {
            return new HttpFileService(directory, uploads);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INPUT, "--http: cannot read " + directory + ": " + e.getMessage(), null);
        }
    }

    static List<TcpListener> listen(TcpStack stack, Map<Integer, Acceptor> services) {
        List<TcpListener> listeners = new ArrayList<>();
        try {
            for (Map.Entry<Integer, Acceptor> service : services.entrySet()) {
                listeners.add(stack.call(
                        () -> stack.listen(service.getKey(), BACKLOG, ConnectionOptions.DEFAULT, service.getValue())));
            }
            return listeners;
        } catch (SocketException e) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, e.getMessage(), "choose another port");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, e.getMessage(), null);
        }
    }
}
