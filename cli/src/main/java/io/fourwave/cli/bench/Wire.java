package io.fourwave.cli.bench;

import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpStack;
import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.InterfaceConfig;
import io.fourwave.runtime.link.TapConfig;
import io.fourwave.runtime.link.TapLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.service.ChargenService;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.tcp.ConnectionSchema;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.wire.Ipv4Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the probes work on, in this JVM's network namespace: one stack on a TAP as it is, perhaps one on a TAP with offload, and the kernel's loopback
 * for the baseline, its MTU that of the TAP.
 */
final class Wire implements AutoCloseable {
    static final int CHARGEN_PORT = 19;
    static final int DISCARD_PORT = 9;
    /**
     * Echo is served on this many ports: a kernel that closes first keeps each pair of ports for a minute, and one server port alone would soon have used
     * up all its clients'.
     */
    static final int ECHO_PORTS = 16;

    static final int FIRST_ECHO_PORT = 7000;

    private static final String LOOPBACK = "lo";
    private static final int MTU_OCTETS = 1500;
    private static final long TIME_WAIT_NANOS = 1_000_000_000L;
    private static final int BACKLOG = 256;

    private final Path directory;
    private final CountingDiscard discard = new CountingDiscard();
    private final AtomicReference<TraceWriter> trace = new AtomicReference<>();
    private final List<Station> stations = new ArrayList<>();
    private final KernelEcho kernelEcho;

    /** A stack of ours, and the addresses of both ends of its TAP. */
    record Station(FourwaveStack stack, String address, String kernelAddress) {
        TcpStack tcp() {
            return stack.tcp();
        }
    }

    private Wire(Path directory) throws IOException {
        this.directory = directory;
        kernelEcho = new KernelEcho(FIRST_ECHO_PORT, ECHO_PORTS);
    }

    /**
     * Sets everything up.
     *
     * @param directory for traces, removed when recorded
     * @throws io.fourwave.runtime.link.LinkException when the machine has no TAP for us
     */
    static Wire open(Path directory, boolean offloadToo) throws IOException {
        InterfaceConfig.bringUp(LOOPBACK);
        InterfaceConfig.setMtu(LOOPBACK, MTU_OCTETS);
        Wire wire = new Wire(directory);
        try {
            wire.stations.add(wire.station("fw0", "10.77.0", false));
            if (offloadToo) {
                wire.stations.add(wire.station("fw1", "10.78.0", true));
            }
            return wire;
        } catch (IOException | RuntimeException failure) {
            wire.close();
            throw failure;
        }
    }

    private Station station(String tap, String network, boolean offload) throws IOException {
        String kernel = network + ".1";
        String ours = network + ".2";
        TapLink link = TapLink.open(TapConfig.of(tap)
                .withMtu(MTU_OCTETS)
                .withOffload(offload)
                .withKernelAddress(Ipv4Prefix.parse(kernel + "/24")));
        // A minute of TIME-WAIT would make every round begin with more connections than the one before.
        Parameters parameters =
                Parameters.linux().toBuilder().timeWaitNanos(TIME_WAIT_NANOS).build();
        TcpConfig config = TcpConfig.of(parameters).withRecorders((machine, label) -> {
            TraceWriter current = trace.get();
            return current == null ? null : current.connection(label);
        });
        FourwaveStack stack = FourwaveStack.start(link, IpConfig.of(ours + "/24"), config);
        TcpStack tcp = stack.tcp();
        tcp.call(() -> tcp.listen(CHARGEN_PORT, BACKLOG, ConnectionOptions.DEFAULT, new ChargenService()));
        tcp.call(() -> tcp.listen(DISCARD_PORT, BACKLOG, ConnectionOptions.DEFAULT, discard));
        for (int i = 0; i < ECHO_PORTS; i++) {
            int port = FIRST_ECHO_PORT + i;
            tcp.call(() -> tcp.listen(port, BACKLOG, ConnectionOptions.DEFAULT, new EchoService()));
        }
        return new Station(stack, ours, kernel);
    }

    Station station(Probe probe) {
        return stations.get(probe.offload() ? stations.size() - 1 : 0);
    }

    CountingDiscard discard() {
        return discard;
    }

    /** What is opened from now on is as the probe wants it. */
    void prepare(Probe probe) throws IOException {
        // Without this, loopback carries segments of 64 KiB whatever its MTU is.
        InterfaceConfig.setSegmentationOffload(LOOPBACK, probe.offload());
        if (probe.recorded()) {
            Path file = Files.createTempFile(directory, "recorded", ".fwtrace");
            trace.set(TraceWriter.create(file, ConnectionSchema.SCHEMA, "fourwave bench"));
        }
    }

    /** Takes away what {@link #prepare} has set up, and finds out whether anything went wrong unseen. */
    void done(Probe probe) throws IOException {
        TraceWriter finished = trace.getAndSet(null);
        if (finished != null) {
            try {
                finished.close();
            } finally {
                Files.deleteIfExists(finished.path());
            }
        }
        for (Station station : stations) {
            Throwable fault = station.stack.loop().faults().first();
            if (fault != null) {
                throw new IOException("an exception ended up in the event loop: " + fault, fault);
            }
        }
    }

    @Override
    public void close() {
        stations.forEach(station -> station.stack.close());
        kernelEcho.close();
    }
}
