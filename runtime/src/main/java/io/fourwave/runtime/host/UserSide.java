package io.fourwave.runtime.host;

import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.ConnectionStatus;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.tcp.Connection;
import io.fourwave.runtime.tcp.Notice;
import io.fourwave.runtime.tcp.State;
import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.Ipv4Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The user's face of a connection: turns calls into the specification's, and the marks that steps leave into callbacks, which come when the loop's turn
 * ends and never inside a step.
 */
final class UserSide implements TcpChannel {
    private final TcpHost host;
    final TcpConnection connection;
    private final Octets view = new Octets();
    private final Inbox inbox;
    private final BufferOctets buffer = new BufferOctets();
    private final InetSocketAddress local;
    private final InetSocketAddress remote;

    private ConnectionHandler handler;
    private Runnable deliveredAction;
    private int readableBefore;
    private boolean connectedPending;
    private boolean readablePending;
    private boolean writableWanted;
    private boolean ended;
    private boolean outputShut;
    private boolean over;
    private boolean closedByUser;
    private boolean finished;
    private boolean reopenNoticed;
    private int urgentPending = -1;
    private IOException cause;
    private IOException lost;

    /** @param handler null for a connection that its listener's acceptor gives one to, once established */
    UserSide(TcpHost host, TcpConnection connection, ConnectionHandler handler) {
        this.host = host;
        this.connection = connection;
        this.handler = handler;
        this.inbox = new Inbox(connection);
        this.local = socketAddress(host.localAddress(), connection.localPort());
        this.remote = socketAddress(connection.remoteAddress(), connection.remotePort());
    }

    static InetSocketAddress socketAddress(int address, int port) {
        try {
            byte[] octets = ByteBuffer.allocate(4).putInt(address).array();
            return new InetSocketAddress(InetAddress.getByAddress(octets), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address: " + Ipv4Address.format(address), e);
        }
    }

    // ---- marks left by steps ----

    /** Inside a step. */
    void notice(Notice notice) {
        switch (notice) {
            case CONNECTION_ESTABLISHED -> {
                connectedPending = true;
                host.established(connection);
            }
            case CONNECTION_CLOSING_BY_PEER -> {
                ended = true;
                readablePending = true;
            }
            case CONNECTION_CLOSED -> {
                takeOver();
                // What the peer sent is complete and can be read; that what was sent may be lost the user hears when it
                // closes.
                lost = cause;
                cause = null;
                reopenNoticed = true;
            }
            default -> {
                IOException failure = Failures.of(notice, remote);
                if (failure != null) {
                    cause = failure;
                }
            }
        }
    }

    private void takeOver() {
        if (!closedByUser) {
            inbox.takeOver();
        }
        ended = true;
        readablePending = true;
    }

    /** Inside a step. */
    void urgent(int octets) {
        urgentPending = octets;
    }

    /** Whether the 4-tuple's connection came to its end and a new one began in the same step. */
    boolean reborn(boolean opening) {
        return opening && reopenNoticed;
    }

    /** The connection is gone. */
    void over() {
        over = true;
        inbox.machineGone();
        ended = true;
        readablePending = true;
    }

    /** After a step. */
    void stepped(State state) {
        int readable = inbox.inStream();
        readablePending |= readable > readableBefore;
        readableBefore = readable;
        if (deliveredAction != null && delivered(state)) {
            Runnable action = deliveredAction;
            deliveredAction = null;
            action.run();
        }
    }

    private boolean delivered(State state) {
        return over || state == State.FIN_WAIT_2 || state == State.TIME_WAIT || state == State.CLOSED;
    }

    // ---- callbacks ----

    /** Tells the user what there is to tell. */
    void deliver() {
        try {
            tell();
        } catch (Throwable fault) {
            host.loop().faults().report("connection handler", fault);
            abort();
            finish(new IOException("the connection's handler failed", fault));
        }
    }

    private void tell() {
        if (finished) {
            return;
        }
        if (connectedPending) {
            connectedPending = false;
            if (handler == null) {
                handler = connection.listener().acceptor().accept(this);
            }
            handler.connected(this);
        }
        if (handler == null) {
            return;
        }
        if (urgentPending >= 0 && !closedByUser) {
            int octets = urgentPending;
            urgentPending = -1;
            handler.urgent(this, octets);
        }
        // After a failure nothing more is read: what the user would get might not be all.
        if (readablePending && !(over && cause != null) && !closedByUser) {
            readablePending = false;
            handler.readable(this);
        }
        if (writableWanted && !closedByUser && (over || roomAgain())) {
            writableWanted = false;
            handler.writable(this);
        }
        if (closedByUser || cause != null && over) {
            finish(closedByUser ? lost : cause);
        }
    }

    private boolean roomAgain() {
        int capacity = connection.outgoing.capacity();
        return !host.buffers().exhausted()
                && connection.outgoing.free() >= Math.min(capacity, Math.max(1, capacity / 4));
    }

    /** The connection broke, and its user is about to be told why: until then there is nothing, but no end either. */
    private boolean failing() {
        return over && cause != null && !closedByUser && !finished;
    }

    private void finish(IOException why) {
        if (!finished) {
            finished = true;
            inbox.forget();
            if (handler != null) {
                handler.closed(this, why);
            }
        }
    }

    /** The link or the host is going down. */
    void fail(IOException why) {
        cause = why;
        over();
        deliver();
    }

    // ---- the user's calls ----

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public int readable() {
        return inbox.readable();
    }

    @Override
    public boolean ended() {
        return ended || finished;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, inbox.readable());
        if (count == 0) {
            return ended() && length > 0 && !failing() ? -1 : 0;
        }
        inbox.copyTo(target, offset, count);
        skip(count);
        return count;
    }

    @Override
    public int read(ByteBuffer target) {
        int count = Math.min(target.remaining(), inbox.readable());
        if (count == 0) {
            return ended() && target.hasRemaining() && !failing() ? -1 : 0;
        }
        inbox.copyTo(target, count);
        skip(count);
        return count;
    }

    @Override
    public Octets peek(Octets out) {
        return inbox.peek(out);
    }

    @Override
    public void skip(int octets) {
        int count = Math.min(octets, inbox.readable());
        if (count > 0) {
            inbox.take(count, host.now());
            readableBefore = inbox.inStream();
            connection.afterStep();
        }
    }

    @Override
    public int writable() {
        if (failing()) {
            return 0;
        }
        if (over || closedByUser || outputShut || finished) {
            return -1;
        }
        int free = host.buffers().exhausted() ? 0 : connection.outgoing.free();
        if (free == 0) {
            wantWritable();
        }
        return free;
    }

    private void wantWritable() {
        writableWanted = true;
        if (host.buffers().exhausted()) {
            host.starved(connection);
        }
    }

    @Override
    public int write(byte[] source, int offset, int length) {
        return write(view.wrap(buffer.wrap(ByteBuffer.wrap(source)), offset, length));
    }

    @Override
    public int write(ByteBuffer source) {
        int count = write(view.wrap(buffer.wrap(source), source.position(), source.remaining()));
        if (count > 0) {
            source.position(source.position() + count);
        }
        return count;
    }

    @Override
    public int write(Octets source) {
        return write(source, false);
    }

    @Override
    public int writeUrgent(Octets source) {
        return write(source, true);
    }

    private int write(Octets source, boolean urgent) {
        int room = writable();
        if (room < 0) {
            return -1;
        }
        int count = Math.min(room, source.length());
        if (count < source.length()) {
            wantWritable();
        }
        if (count == 0) {
            return 0;
        }
        Octets data = view.wrap(source.source(), source.offset(), count);
        int result = urgent
                ? connection.machine.callSendUrgent(host.now(), data)
                : connection.machine.callSend(host.now(), data);
        connection.afterStep();
        return result == 0 ? count : -1;
    }

    @Override
    public void shutdownOutput() {
        if (!outputShut && !over && !closedByUser) {
            outputShut = true;
            connection.machine.callShutdown(host.now());
            connection.afterStep();
        }
    }

    @Override
    public void close() {
        if (closedByUser || finished) {
            return;
        }
        closedByUser = true;
        if (!over) {
            connection.machine.callClose(host.now());
            connection.afterStep();
        }
        host.somethingToDo(connection);
    }

    @Override
    public void abort() {
        closedByUser = true;
        if (!over) {
            connection.machine.callAbort(host.now());
            connection.afterStep();
        }
        host.somethingToDo(connection);
    }

    /** The host needs the place of a connection in TIME-WAIT: nobody is told anything, and what was received can still be read. */
    void retire() {
        takeOver();
        connection.machine.callAbort(host.now());
        connection.afterStep();
    }

    @Override
    public void whenDelivered(Runnable action) {
        if (over || delivered(connection.machine.state())) {
            action.run();
        } else {
            deliveredAction = action;
        }
    }

    @Override
    public long lingerNanos() {
        return host.config().parameters().lingerNanos();
    }

    @Override
    public ConnectionStatus status() {
        Connection machine = connection.machine;
        return new ConnectionStatus(
                machine.state().specName(),
                local,
                remote,
                machine.sndWnd(),
                machine.rcvWnd(),
                connection.outgoing.length(),
                readable(),
                connection.policies.timeout().srttNanos(),
                connection.policies.timeout().rtoNanos(),
                connection.policies.congestion().windowOctets());
    }

    @Override
    public void noDelay(boolean on) {
        connection.policies.nagleOff(on);
        host.somethingToDo(connection);
    }
}
