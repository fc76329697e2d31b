package io.fourwave.cli.demo;

import io.fourwave.cli.ExitCode;
import io.fourwave.cli.child.ChildJvm;
import io.fourwave.cli.session.SessionConfig;
import io.fourwave.cli.session.StackSession;
import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.InterfaceConfig;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.link.TapConfig;
import io.fourwave.runtime.link.TapLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Ipv4Prefix;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The child JVM of the demo: sets up device and peer, runs the transfers, leaves its figures. Lines on standard output are progress;
 * it ends when its standard input does, so that it does not outlive its parent.
 */
public final class TransferMain {
    private static final String STACK_ADDRESS = "10.77.0.2";
    private static final String PEER_ADDRESS = "10.77.0.1";
    private static final String PREFIX_LENGTH = "/24";
    private static final int MTU_OCTETS = 1500;
    private static final long TIME_WAIT_NANOS = 1_000_000_000L;
    private static final long HOLD_NANOS = 3_000_000L;
    /** Headers and options: enough to read a conversation by, a small part of 16 MiB. */
    private static final int SNAP_OCTETS = 160;

    private TransferMain() {}

    /** @param args the file with the plan, the command's name and version */
    public static void main(String[] args) {
        ChildJvm.endWithParent();
        TransferPlan plan = TransferPlan.read(Path.of(args[0]));
        Properties results = new Properties();
        int status = ExitCode.OK;
        try {
            run(plan, args[1], results);
        } catch (LinkException e) {
            results.setProperty("problem", e.getMessage().lines().findFirst().orElse(""));
            status = ExitCode.ENVIRONMENT;
        } catch (IOException | RuntimeException e) {
            results.setProperty("problem", e.getMessage() == null ? e.toString() : e.getMessage());
            status = ExitCode.VERDICT;
        }
        try (Writer out = Files.newBufferedWriter(plan.results())) {
            results.store(out, null);
        } catch (IOException e) {
            System.err.println(plan.results() + ": " + e.getMessage());
            status = ExitCode.INPUT;
        }
        System.exit(status);
    }

    private static void run(TransferPlan plan, String application, Properties results) throws IOException {
        Link device;
        Peer peer;
        if (plan.tap()) {
            InterfaceConfig.bringUp("lo");
            device = TapLink.open(TapConfig.of("fw0")
                    .withMtu(MTU_OCTETS)
                    .withKernelAddress(Ipv4Prefix.parse(PEER_ADDRESS + PREFIX_LENGTH)));
            peer = new KernelPeer(PEER_ADDRESS, STACK_ADDRESS);
        } else {
            MemoryLink.Pair cable = MemoryLink.pair(NanoClock.system(), MTU_OCTETS, Impairment.NONE, Impairment.NONE);
            device = cable.first();
            FourwaveStack other = FourwaveStack.start(
                    cable.second(), IpConfig.of(PEER_ADDRESS + PREFIX_LENGTH), TcpConfig.of(parameters()));
            peer = new StackPeer(other, STACK_ADDRESS);
        }
        SessionConfig config = new SessionConfig(
                IpConfig.of(STACK_ADDRESS + PREFIX_LENGTH),
                parameters(),
                impairment(plan, 0),
                impairment(plan, 1),
                Optional.of(plan.trace()),
                Optional.of(plan.pcapng()),
                SNAP_OCTETS);
        try (StackSession session = StackSession.start(device, config, application);
                peer) {
            results.setProperty("peer", peer.name());
            new Transfers(session, peer, plan.files(), results).run(plan.impaired());
            requireNoFault(session);
            session.finish();
            session.recordedSteps().ifPresent(steps -> results.setProperty("steps", steps.toString()));
            session.capturedPackets().ifPresent(packets -> results.setProperty("packets", packets.toString()));
            for (Map.Entry<String, Long> counter : session.statistics().entrySet()) {
                results.setProperty(
                        "counter." + counter.getKey(), counter.getValue().toString());
            }
        }
    }

    private static void requireNoFault(StackSession session) throws IOException {
        Throwable fault = session.stack().loop().faults().first();
        if (fault != null) {
            throw new IOException("an exception ended up in the event loop: " + fault, fault);
        }
    }

    private static Parameters parameters() {
        return Parameters.linux().toBuilder().timeWaitNanos(TIME_WAIT_NANOS).build();
    }

    private static Impairment impairment(TransferPlan plan, int direction) {
        if (!plan.impaired()) {
            return Impairment.NONE;
        }
        return Impairment.seeded(plan.seed() + direction)
                .withLoss(plan.lossPercent() / 100)
                .withReordering(plan.reorderPercent() / 100, HOLD_NANOS);
    }
}
