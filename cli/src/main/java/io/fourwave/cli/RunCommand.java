package io.fourwave.cli;

import io.fourwave.cli.session.SessionConfig;
import io.fourwave.cli.session.StackSession;
import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.TcpListener;
import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.tcp.Parameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourwave run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the stack on an interface and serves until Ctrl-C.",
        footer = {
            "",
            "Examples (as root, or in `unshare -Urn`):",
            "  fourwave run --tap tap0 --address 10.0.0.2/24 --host-address 10.0.0.1/24 --echo 7",
            "  fourwave run --tap tap0 --address 10.0.0.2/24 --host-address 10.0.0.1/24 --http 80 docs \\",
            "      --loss 5 --reorder 5 --seed 1 --trace run.fwtrace --pcapng run.pcapng"
        })
final class RunCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 200;
    /** What closes by itself within this time after Ctrl-C is not reset. */
    private static final long GRACE_MILLIS = 1_000;

    @Spec
    private CommandSpec command;

    @Mixin
    private LinkOption link;

    @Mixin
    private ServicesOption services;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "linux",
            description = "Parameters of TCP: rfc or linux. Default: ${DEFAULT-VALUE}.")
    private String profile;

    @Option(names = "--trace", paramLabel = "FILE", description = "Record every step, for `fourwave replay`.")
    private Path trace;

    @Option(
            names = "--pcapng",
            paramLabel = "FILE",
            description = "Capture every packet, with the rule that fired as its comment.")
    private Path pcapng;

    @Override
    public Integer call() throws InterruptedException {
        IpConfig address = link.address();
        Map<Integer, Acceptor> served = services.services();
        requireFiles();
        SessionConfig config = new SessionConfig(
                address,
                parameters(),
                link.impairment(0),
                link.impairment(1),
                Optional.ofNullable(trace),
                Optional.ofNullable(pcapng),
                SessionConfig.NO_SNAP);
        Link device = link.open(address);
        String name = device.name();
        Interrupt interrupt = new Interrupt();
        try (StackSession session = StackSession.start(device, config, Version.application());
                interrupt) {
            List<TcpListener> listeners = ServicesOption.listen(session.stack().tcp(), served);
            say(address.address() + " on " + name + ", ports "
                    + served.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + (link.impaired() ? ", seed " + link.seed() : "") + "; Ctrl-C ends it");
            serve(session.stack(), interrupt);
            end(session, listeners);
        }
        return interrupt.came() ? ExitCode.INTERRUPTED : ExitCode.ENVIRONMENT;
    }

    private void requireFiles() {
        Output.requireWritable("--trace", trace);
        Output.requireWritable("--pcapng", pcapng);
        if (trace != null
                && pcapng != null
                && trace.toAbsolutePath()
                        .normalize()
                        .equals(pcapng.toAbsolutePath().normalize())) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--trace and --pcapng are the same file: " + trace, "give each a file of its own");
        }
    }

    private Parameters parameters() {
        try {
            return Parameters.profile(profile);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--profile: " + e.getMessage(), "rfc or linux");
        }
    }

    private void serve(FourwaveStack stack, Interrupt interrupt) throws InterruptedException {
        while (!interrupt.await(LOOK_MILLIS)) {
            LinkException gone = stack.loop().failure();
            if (gone != null) {
                throw gone;
            }
        }
    }

    private void end(StackSession session, List<TcpListener> listeners) throws InterruptedException {
        FourwaveStack stack = session.stack();
        stack.tcp().execute(() -> listeners.forEach(TcpListener::close));
        long until = System.nanoTime() + GRACE_MILLIS * 1_000_000;
        while (stack.tcp().connectionCount() > 0 && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        int left = stack.tcp().connectionCount();
        CommandFailure notWhole = null;
        try {
            session.finish();
        } catch (CommandFailure e) {
            notWhole = e;
        }
        say("");
        say(left == 0 ? "ended; every connection was closed" : "ended; " + left + " connections were reset");
        session.recordedSteps().ifPresent(steps -> say("trace    " + trace + ", " + steps + " steps"));
        session.capturedPackets().ifPresent(packets -> say("capture  " + pcapng + ", " + packets + " packets"));
        session.statistics().forEach((name, value) -> {
            if (value != 0) {
                say(String.format("%,15d  %s", value, name));
            }
        });
        if (notWhole != null) {
            throw notWhole;
        }
    }

    private void say(String text) {
        PrintWriter out = command.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
