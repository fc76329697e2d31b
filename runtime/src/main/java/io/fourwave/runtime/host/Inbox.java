package io.fourwave.runtime.host;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.wire.BufferOctets;
import java.nio.ByteBuffer;

/**
 * What a user can read: the octets in the machine's stream, and after the machine's end those it left behind. They belong to the
 * user, since they were acknowledged.
 */
final class Inbox {
    private final TcpConnection connection;
    private final Octets view = new Octets();
    private byte[] leftover;
    private int leftoverAt;
    private boolean machineGone;

    Inbox(TcpConnection connection) {
        this.connection = connection;
    }

    /** Inside the step that ends the connection: takes over what the machine is about to forget. */
    void takeOver() {
        int readable = connection.incoming.readable();
        if (readable > 0) {
            leftover = new byte[readable];
            connection.incoming.peek(readable, view).copyTo(leftover, 0);
            leftoverAt = 0;
        }
    }

    /** The machine's stream is not this connection's any more. */
    void machineGone() {
        machineGone = true;
    }

    void forget() {
        leftover = null;
        machineGone = true;
    }

    int readable() {
        if (leftover != null) {
            return leftover.length - leftoverAt;
        }
        return machineGone ? 0 : connection.incoming.readable();
    }

    /** Copies the first octets; no more than are readable. */
    void copyTo(byte[] target, int offset, int count) {
        if (leftover != null) {
            System.arraycopy(leftover, leftoverAt, target, offset, count);
        } else {
            connection.incoming.peek(count, view).copyTo(target, offset);
        }
    }

    /** Copies the first octets to the buffer's position, and moves it. */
    void copyTo(ByteBuffer target, int count) {
        if (leftover != null) {
            target.put(leftover, leftoverAt, count);
        } else if (count > 0) {
            Octets octets = connection.incoming.peek(count, view);
            octets.source().copyTo(octets.offset(), target, target.position(), count);
            target.position(target.position() + count);
        }
    }

    /** Points a view at all there is. */
    Octets peek(Octets out) {
        int count = readable();
        if (leftover != null) {
            return out.wrap(new BufferOctets(ByteBuffer.wrap(leftover)), leftoverAt, count);
        }
        return count == 0 ? out.clear() : connection.incoming.peek(count, out);
    }

    /** RECEIVE of the first octets; no more than are readable. */
    void take(int count, long nowNanos) {
        if (leftover != null) {
            leftoverAt += count;
        } else {
            connection.machine.callReceive(nowNanos, count);
        }
    }

    /** In the machine's stream; for telling whether there is something new. */
    int inStream() {
        return machineGone ? 0 : connection.incoming.readable();
    }
}
