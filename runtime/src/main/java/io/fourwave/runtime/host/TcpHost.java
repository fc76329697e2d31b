package io.fourwave.runtime.host;

import io.fourwave.runtime.api.Acceptor;
import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.api.TcpListener;
import io.fourwave.runtime.api.TcpStack;
import io.fourwave.runtime.link.LinkException;
import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.net.SegmentHandler;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.stream.BufferPool;
import io.fourwave.runtime.tcp.Control;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.tcp.Segment;
import io.fourwave.runtime.tcp.State;
import io.fourwave.runtime.tcp.TimeWaitReuse;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.TcpHeader;
import java.net.BindException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * TCP on one link: finds the connection a segment belongs to, keeps listeners and ports, and runs the round after each turn of the loop, in which users
 * are told and connections may send. Belongs to the loop's thread.
 */
public final class TcpHost implements SegmentHandler, TcpStack {
    private static final int HEADERS = 40;
    /** Ranges beyond holes one peer may make us remember; who has more is not losing packets but looking for our limits. */
    private static final int MAX_RANGES_AHEAD = 1024;

    private final IpStack ip;
    private final Loop loop;
    private final TcpConfig config;
    private final BufferPool buffers;
    private final ConnectionTable connections;
    private final Int2ObjectHashMap<Listener> listeners = new Int2ObjectHashMap<>();
    private final InitialSequenceNumbers sequenceNumbers;
    private final EphemeralPorts ports;
    private final SipHash timestampOffsets;
    private final EnumCounters<TcpCounter> counters = new EnumCounters<>(TcpCounter.class);
    private final Rounds rounds;
    private final Transmitter transmitter;
    private final Parameters parameters;
    private final TcpConnection nobody;
    private int inTimeWait;

    private TcpHost(IpStack ip, TcpConfig config) {
        this.ip = ip;
        this.loop = ip.loop();
        this.config = config;
        this.buffers = new BufferPool(config.memoryOctets());
        this.rounds = new Rounds(loop, buffers);
        this.transmitter = new Transmitter(ip, counters);
        RandomGenerator random =
                config.seed().isPresent() ? new SplittableRandom(config.seed().getAsLong()) : new SecureRandom();
        this.connections = new ConnectionTable(random.nextLong());
        this.sequenceNumbers = new InitialSequenceNumbers(random.nextLong(), random.nextLong());
        this.timestampOffsets = new SipHash(random.nextLong(), random.nextLong());
        this.ports = new EphemeralPorts(random);
        // MUST-67: what fits into a datagram of this link without options.
        this.parameters =
                config.parameters().toBuilder().rcvMss(ip.mtuOctets() - HEADERS).build();
        this.nobody = new TcpConnection(this, ConnectionOptions.DEFAULT);
    }

    /** Puts TCP on an internet layer whose loop has not been started yet. */
    public static TcpHost on(IpStack ip, TcpConfig config) {
        TcpHost host = new TcpHost(ip, config);
        ip.registerTcp(host);
        host.nobody.record();
        return host;
    }

    // ---- from the internet layer ----

    @Override
    public void segment(Ipv4Header header, TcpHeader tcp, long nowNanos) {
        counters.increment(TcpCounter.SEGMENTS_RECEIVED);
        counters.add(TcpCounter.OCTETS_RECEIVED, tcp.payloadLength());
        if (tcp.has(Control.RST)) {
            counters.increment(TcpCounter.RESETS_RECEIVED);
        }
        TcpConnection connection = connections.get(ConnectionTable.key(header.source(), tcp.srcPort(), tcp.dstPort()));
        if (connection != null) {
            if (tcp.payloadLength() == 0 || roomFor(connection, tcp)) {
                connection.arrives(tcp, nowNanos);
            }
            return;
        }
        Listener listener = listeners.get(tcp.dstPort());
        if (listener != null) {
            arrivesAt(listener, header, tcp, nowNanos);
            return;
        }
        counters.increment(TcpCounter.STRAY_SEGMENTS);
        nobody.path(tcp.dstPort(), header.source(), tcp.srcPort());
        nobody.arrives(tcp, nowNanos);
    }

    /** Bounds what a peer can make us hold; a segment refused here is as good as lost on the way. */
    private boolean roomFor(TcpConnection connection, TcpHeader tcp) {
        if (buffers.exhausted()) {
            counters.increment(TcpCounter.DATA_DROPPED_MEMORY);
            return false;
        }
        if (connection.incoming.rangesAhead() >= MAX_RANGES_AHEAD && tcp.seq() - connection.machine.rcvNxt() > 0) {
            counters.increment(TcpCounter.DATA_DROPPED_HOLES);
            return false;
        }
        return true;
    }

    private void arrivesAt(Listener listener, Ipv4Header header, TcpHeader tcp, long nowNanos) {
        if (tcp.has(Control.SYN) && !mayOpen(listener)) {
            listener.refuse();
            return;
        }
        TcpConnection spare = listener.spareFor(header.source(), tcp.srcPort());
        spare.arrives(tcp, nowNanos);
        if (spare.machine.state() == State.LISTEN) {
            listener.spareLeft();
        } else {
            listener.spareTaken();
            counters.increment(TcpCounter.PASSIVE_OPENS);
            spare.halfOpen(true);
            spare.user(new UserSide(this, spare, null));
            add(spare);
            spare.afterStep();
        }
    }

    private boolean mayOpen(Listener listener) {
        if (!listener.hasRoom()) {
            counters.increment(TcpCounter.SYN_DROPPED_BACKLOG);
            return false;
        }
        if (connections.size() >= config.maxConnections() || buffers.exhausted()) {
            counters.increment(TcpCounter.SYN_DROPPED_CONNECTION_LIMIT);
            return false;
        }
        return true;
    }

    @Override
    public void icmpError(IcmpError error, long nowNanos) {
        TcpConnection connection =
                connections.get(ConnectionTable.key(error.destination(), error.dstPort(), error.srcPort()));
        if (connection == null) {
            counters.increment(TcpCounter.ICMP_STRAY);
            return;
        }
        counters.increment(TcpCounter.ICMP_ERRORS);
        switch (error.severity()) {
            case SOFT -> connection.machine.callIcmpSoftError(nowNanos, error.seq());
            case HARD -> connection.machine.callIcmpHardError(nowNanos, error.seq());
            case TOO_LARGE -> connection.pathMtu(error.seq(), error.nextHopMtu());
        }
        connection.afterStep();
    }

    @Override
    public void batchEnd(long nowNanos) {
        rounds.run(nowNanos);
    }

    @Override
    public void linkDown(LinkException cause) {
        connections.forEach(
                connection -> connection.user().fail(new SocketException("the link is down: " + cause.getMessage())));
    }

    // ---- from connections ----

    /** Sends a segment of a connection; inside a step. */
    void transmit(TcpConnection connection, Segment segment) {
        transmitter.send(connection, segment, now());
    }

    /** Inside a step. */
    void stateChanged(State from, State to) {
        inTimeWait += (to == State.TIME_WAIT ? 1 : 0) - (from == State.TIME_WAIT ? 1 : 0);
    }

    /** After a step: one connection more in TIME-WAIT than there may be is closed at once. */
    void limitTimeWait(TcpConnection connection) {
        if (inTimeWait > parameters.timeWaitMax()) {
            counters.increment(TcpCounter.TIME_WAIT_OVERFLOW);
            connection.user().retire();
        }
    }

    /** Inside a step. */
    void established(TcpConnection connection) {
        counters.increment(TcpCounter.ESTABLISHED);
        handshakeOver(connection);
    }

    private void handshakeOver(TcpConnection connection) {
        if (connection.halfOpen()) {
            connection.halfOpen(false);
            connection.listener().handshakeOver();
        }
    }

    /** After a step that brought the machine back to where it began. */
    void remove(TcpConnection connection) {
        connections.remove(connection.key());
        connection.inTable(false);
        handshakeOver(connection);
        counters.increment(TcpCounter.REMOVED);
    }

    /** After a step in which a SYN ended the connection in TIME-WAIT and began a new one in its place. */
    void reopened(TcpConnection connection) {
        UserSide old = connection.user();
        old.over();
        old.deliver();
        Listener listener = listeners.get(connection.localPort());
        connection.childOf(listener);
        connection.halfOpen(true);
        listener.adopted();
        connection.user(new UserSide(this, connection, null));
        counters.increment(TcpCounter.PASSIVE_OPENS);
    }

    /** The connection's user is to be told something, or it may want to send. */
    void somethingToDo(TcpConnection connection) {
        rounds.add(connection);
    }

    /** The user waits for memory, which no event of the connection itself will bring. */
    void starved(TcpConnection connection) {
        rounds.addStarved(connection);
    }

    /** A listener's user has closed it. */
    void closed(Listener listener) {
        listeners.remove(listener.port());
        connections.forEach(connection -> {
            if (connection.halfOpen() && connection.listener() == listener) {
                connection.user().abort();
            }
        });
    }

    // ---- for users ----

    @Override
    public TcpListener listen(int port, int backlog, ConnectionOptions options, Acceptor acceptor)
            throws SocketException {
        int chosen = port == 0 ? ports.next(candidate -> !listeners.containsKey(candidate)) : port;
        if (chosen < 1 || chosen > 65535) {
            throw new BindException(port == 0 ? "every port has a listener" : port + " is not a port");
        }
        if (listeners.containsKey(chosen)) {
            throw new BindException(
                    "port " + chosen + " of " + Ipv4Address.format(localAddress()) + " has a listener already");
        }
        Listener listener =
                new Listener(this, chosen, Math.max(1, Math.min(backlog, parameters.backlog())), options, acceptor);
        listeners.put(chosen, listener);
        return listener;
    }

    @Override
    public TcpChannel connect(
            int localPort, int remoteAddress, int remotePort, ConnectionOptions options, ConnectionHandler handler)
            throws SocketException {
        if (remotePort < 1 || remotePort > 65535 || localPort < 0 || localPort > 65535) {
            throw new SocketException("not a port: " + (remotePort < 1 || remotePort > 65535 ? remotePort : localPort));
        }
        if (!ip.hasRoute(remoteAddress)) {
            throw new NoRouteToHostException("no route to " + Ipv4Address.format(remoteAddress) + " from "
                    + ip.config().address());
        }
        if (connections.size() >= config.maxConnections()) {
            throw new SocketException(
                    "there are " + connections.size() + " connections, as many as this host is to hold");
        }
        int port = localPort == 0
                ? ports.next(
                        candidate -> !listeners.containsKey(candidate) && usable(candidate, remoteAddress, remotePort))
                : localPort;
        if (port == EphemeralPorts.NONE || !usable(port, remoteAddress, remotePort)) {
            throw new BindException((localPort == 0 ? "every ephemeral port" : "port " + localPort) + " is in use with "
                    + Ipv4Address.format(remoteAddress) + ":" + remotePort);
        }
        return open(port, remoteAddress, remotePort, options, handler);
    }

    private TcpChannel open(
            int localPort, int remoteAddress, int remotePort, ConnectionOptions options, ConnectionHandler handler) {
        TcpConnection connection = new TcpConnection(this, options);
        connection.path(localPort, remoteAddress, remotePort);
        TcpConnection old = connections.get(connection.key());
        if (old != null) {
            counters.increment(TcpCounter.TIME_WAIT_REUSED);
            connection.goesOnFrom(old.machine.sndNxt());
            old.user().retire();
        }
        connection.record();
        connection.user(new UserSide(this, connection, handler));
        add(connection);
        counters.increment(TcpCounter.ACTIVE_OPENS);
        connection.machine.callOpenActive(now());
        connection.afterStep();
        return connection.user();
    }

    /** No connection has the 4-tuple, or one in TIME-WAIT that may be taken over. */
    private boolean usable(int localPort, int remoteAddress, int remotePort) {
        TcpConnection present = connections.get(ConnectionTable.key(remoteAddress, remotePort, localPort));
        return present == null
                || present.machine.state() == State.TIME_WAIT
                        && parameters.timeWaitReuseActive() == TimeWaitReuse.REUSED;
    }

    private void add(TcpConnection connection) {
        connections.put(connection.key(), connection);
        connection.inTable(true);
    }

    /** Aborts every connection and closes every listener; their users are told. */
    public void shutdown() {
        for (Listener listener : listeners.values().toArray(new Listener[0])) {
            listener.close();
        }
        connections.forEach(connection -> connection.user().abort());
        connections.forEach(connection -> connection.user().fail(new SocketException("the stack has been stopped")));
        batchEnd(now());
    }

    // ---- what connections need ----

    Parameters parametersFor(ConnectionOptions options) {
        if (!options.keepAlive() && options.userTimeoutNanos() == 0) {
            return parameters;
        }
        Parameters.Builder own = parameters.toBuilder().keepaliveEnabled(options.keepAlive());
        if (options.userTimeoutNanos() > 0) {
            own.userTimeoutNanos(options.userTimeoutNanos());
        }
        return own.build();
    }

    int initialSequenceNumber(int localPort, int remoteAddress, int remotePort, long nowNanos) {
        return sequenceNumbers.next(localAddress(), localPort, remoteAddress, remotePort, nowNanos);
    }

    int timestampMillis(TcpConnection connection, long nowNanos) {
        return transmitter.timestampMillis(connection, nowNanos);
    }

    int timestampOffset(TcpConnection connection) {
        return (int) timestampOffsets.hash(connection.key(), 0);
    }

    Listener listenerAt(int port) {
        return listeners.get(port);
    }

    TcpConfig config() {
        return config;
    }

    BufferPool buffers() {
        return buffers;
    }

    IpStack ip() {
        return ip;
    }

    Loop loop() {
        return loop;
    }

    long now() {
        return loop.nowNanos();
    }

    /** Connections of any state, TIME-WAIT included. */
    public int connectionCount() {
        return connections.size();
    }

    /** Any thread. */
    public EnumCounters<TcpCounter> counters() {
        return counters;
    }

    @Override
    public int localAddress() {
        return ip.localAddress();
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public boolean inLoop() {
        return loop.inLoop();
    }
}
