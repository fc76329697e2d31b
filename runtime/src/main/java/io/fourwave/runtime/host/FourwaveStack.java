package io.fourwave.runtime.host;

import io.fourwave.runtime.link.EventLoop;
import io.fourwave.runtime.link.ImpairedLink;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.SegmentLossPattern;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.time.NanoClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * A whole stack on one link, with a thread of its own.
 *
 * <pre>{@code
 * try (FourwaveStack stack = FourwaveStack.start(link, IpConfig.of("10.0.0.2/24"), TcpConfig.of(Parameters.linux()))) {
 *     stack.tcp().call(() -> stack.tcp().listen(7, 128, ConnectionOptions.DEFAULT, new EchoService()));
 *     …
 * }
 * }</pre>
 */
public final class FourwaveStack implements AutoCloseable {
    private final EventLoop loop;
    private final IpStack ip;
    private final TcpHost tcp;

    private FourwaveStack(EventLoop loop, IpStack ip, TcpHost tcp) {
        this.loop = loop;
        this.ip = ip;
        this.tcp = tcp;
    }

    /** Starts; the stack owns the link from now on. */
    public static FourwaveStack start(Link link, IpConfig address, TcpConfig config) {
        EventLoop loop = new EventLoop(losing(link, config.parameters().segLossPattern()), NanoClock.system());
        try {
            IpStack ip = IpStack.on(loop, address);
            TcpHost tcp = TcpHost.on(ip, config);
            loop.start();
            return new FourwaveStack(loop, ip, tcp);
        } catch (RuntimeException | Error failure) {
            loop.close();
            throw failure;
        }
    }

    private static Link losing(Link link, int pattern) {
        if (pattern == 0) {
            return link;
        }
        Impairment outward = Impairment.NONE.withDrop(new SegmentLossPattern(pattern));
        return new ImpairedLink(link, NanoClock.system(), Impairment.NONE, outward);
    }

    public TcpHost tcp() {
        return tcp;
    }

    public IpStack ip() {
        return ip;
    }

    public EventLoop loop() {
        return loop;
    }

    /** Counters of TCP ({@code tcp.…}), of the internet layer and of the link; any thread. */
    public Map<String, Long> statistics() {
        Map<String, Long> all = new LinkedHashMap<>();
        tcp.counters().snapshot().forEach((name, value) -> all.put("tcp." + name, value));
        all.putAll(ip.snapshot());
        return all;
    }

    /** Resets all connections, tells their users, and ends the thread. Idempotent. */
    @Override
    public void close() {
        try {
            loop.execute(tcp::shutdown);
        } catch (RejectedExecutionException ended) {
            // Then nobody is left to be told.
        }
        // Ending the loop runs what was submitted before.
        loop.close();
    }
}
