package io.fourwave.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.wire.Ipv4Address;
import java.net.SocketException;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Two hosts on a cable in virtual time: the same seed gives the same run, to the last segment. */
public final class TwoHosts {
    public static final long MILLISECOND = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;
    static final int MTU = 1500;

    public final VirtualNetwork network = new VirtualNetwork();
    final MemoryLink.Pair cable;
    public final TcpHost client;
    public final TcpHost server;
    final Loop clientLoop;
    final Loop serverLoop;
    final int serverAddress = Ipv4Address.parse("10.0.0.2");

    public TwoHosts() {
        this(Impairment.NONE.withDelay(MILLISECOND, 0), config(1));
    }

    public TwoHosts(Impairment impairment, TcpConfig config) {
        this(impairment, config, config);
    }

    public TwoHosts(Impairment impairment, TcpConfig clientConfig, TcpConfig serverConfig) {
        // Each direction has its own chances.
        Impairment back = new Impairment(
                impairment.seed() + 1,
                impairment.loss(),
                impairment.duplication(),
                impairment.reordering(),
                impairment.holdNanos(),
                impairment.delayNanos(),
                impairment.jitterNanos(),
                impairment.drop());
        cable = MemoryLink.pair(network.clock(), MTU, impairment, back);
        clientLoop = network.loop(cable.first());
        serverLoop = network.loop(cable.second());
        client = TcpHost.on(IpStack.on(clientLoop, IpConfig.of("10.0.0.1/24")), clientConfig);
        server = TcpHost.on(IpStack.on(serverLoop, IpConfig.of("10.0.0.2/24")), serverConfig);
    }

    public static TcpConfig config(long seed) {
        return TcpConfig.of(Parameters.linux()).withSeed(seed).withMemoryOctets(1 << 28);
    }

    /** Calls into a stack as its user would, and lets what follows happen. */
    <T> T call(Callable<T> task) throws Exception {
        T result = task.call();
        network.settle();
        return result;
    }

    public PeerRecord connect(int port) throws SocketException {
        return connect(port, io.fourwave.runtime.api.ConnectionOptions.DEFAULT);
    }

    public PeerRecord connect(int port, io.fourwave.runtime.api.ConnectionOptions options) throws SocketException {
        PeerRecord record = new PeerRecord();
        record.channel = client.connect(0, serverAddress, port, options, record);
        return record;
    }

    public void until(String what, long limitNanos, BooleanSupplier condition) {
        assertThat(network.advanceUntil(condition, limitNanos)).as(what).isTrue();
    }

    /** No exception was swallowed by either loop. */
    public void assertNoFaults() {
        assertThat(clientLoop.faults().first()).isNull();
        assertThat(serverLoop.faults().first()).isNull();
    }
}
