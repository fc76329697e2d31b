package io.fourwave.conformance.lab;

import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.host.TcpHost;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.link.MemoryLink;
import io.fourwave.runtime.link.VirtualNetwork;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.wire.Ipv4Address;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A client and a server on a cable. All on the caller's thread: what a task starts happens when time is let pass. */
public final class TwoStacks {
    public static final String CLIENT_ADDRESS = "10.0.0.1";
    public static final String SERVER_ADDRESS = "10.0.0.2";
    private static final int MTU_OCTETS = 1500;

    private final VirtualNetwork network;
    private final Loop clientLoop;
    private final Loop serverLoop;
    private final TcpHost client;
    private final TcpHost server;

    /**
     * @param network whose clock rules both
     * @param toServer what happens to the client's frames
     * @param toClient what happens to the server's frames
     * @param serverTap put around the server's end of the cable; identity for none
     */
    public TwoStacks(
            VirtualNetwork network,
            Impairment toServer,
            Impairment toClient,
            TcpConfig clientConfig,
            TcpConfig serverConfig,
            UnaryOperator<Link> serverTap) {
        this.network = network;
        MemoryLink.Pair cable = MemoryLink.pair(network.clock(), MTU_OCTETS, toServer, toClient);
        clientLoop = network.loop(cable.first());
        serverLoop = network.loop(serverTap.apply(cable.second()));
        client = TcpHost.on(IpStack.on(clientLoop, IpConfig.of(CLIENT_ADDRESS + "/24")), clientConfig);
        server = TcpHost.on(IpStack.on(serverLoop, IpConfig.of(SERVER_ADDRESS + "/24")), serverConfig);
    }

    public TcpHost client() {
        return client;
    }

    public TcpHost server() {
        return server;
    }

    /** As {@link io.fourwave.runtime.api.TcpStack#connect} takes it. */
    public int serverAddress() {
        return Ipv4Address.parse(SERVER_ADDRESS);
    }

    public long nowNanos() {
        return network.clock().nanoTime();
    }

    /** Lets all happen that happens now. */
    public void settle() {
        network.settle();
    }

    public void advance(long nanos) {
        network.advance(nanos);
    }

    /** Lets time pass until the condition holds; false when the limit came first. */
    public boolean advanceUntil(BooleanSupplier condition, long limitNanos) {
        return network.advanceUntil(condition, limitNanos);
    }

    /** The first exception that ended up in a loop, or null. */
    public Throwable firstFault() {
        Throwable fault = clientLoop.faults().first();
        return fault != null ? fault : serverLoop.faults().first();
    }
}
