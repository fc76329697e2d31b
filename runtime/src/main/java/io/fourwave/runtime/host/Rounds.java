package io.fourwave.runtime.host;

import io.fourwave.runtime.link.Loop;
import io.fourwave.runtime.stream.BufferPool;
import java.util.ArrayDeque;

/**
 * What happens when a turn of the loop ends: each connection that something happened to tells its user, and is offered its
 * opportunities to send. So one acknowledgment or segment serves all that came in the turn (RFC 9293 MUST-58, MUST-59), and no
 * user is called inside a step.
 */
final class Rounds {
    /** Opportunities one connection may use before others have their turn. */
    private static final int FAIR_SHARE = 64;

    private static final long STARVED_RETRY_NANOS = 10_000_000;

    private final Loop loop;
    private final BufferPool buffers;
    private final ArrayDeque<TcpConnection> waiting = new ArrayDeque<>();
    private final ArrayDeque<TcpConnection> starved = new ArrayDeque<>();
    /** Keeps the loop from going to sleep. */
    private final Runnable nextTurn = () -> {};

    Rounds(Loop loop, BufferPool buffers) {
        this.loop = loop;
        this.buffers = buffers;
    }

    void add(TcpConnection connection) {
        if (!connection.waiting()) {
            connection.waiting(true);
            waiting.addLast(connection);
        }
    }

    void addStarved(TcpConnection connection) {
        if (starved.isEmpty()) {
            loop.timers().schedule(loop.nowNanos() + STARVED_RETRY_NANOS, (key, nowNanos) -> retryStarved(), 0);
        }
        if (!starved.contains(connection)) {
            starved.add(connection);
        }
    }

    private void retryStarved() {
        TcpConnection[] all = starved.toArray(new TcpConnection[0]);
        starved.clear();
        for (TcpConnection connection : all) {
            if (buffers.exhausted()) {
                addStarved(connection);
            } else {
                add(connection);
            }
        }
    }

    void run(long nowNanos) {
        // Those that come to wait meanwhile are served too; those with more to send than their share wait for the next
        // turn.
        int unfinished = 0;
        while (waiting.size() > unfinished) {
            TcpConnection connection = waiting.pollFirst();
            connection.waiting(false);
            connection.user().deliver();
            if (!connection.offerOpportunities(nowNanos, FAIR_SHARE)) {
                unfinished++;
                add(connection);
            }
        }
        if (unfinished > 0) {
            loop.execute(nextTurn);
        }
    }
}
