package io.fourwave.runtime.host;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.link.ImpairedLink;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.NetworkNamespace;
import io.fourwave.runtime.link.TapConfig;
import io.fourwave.runtime.link.TapLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.service.ChargenService;
import io.fourwave.runtime.service.DiscardService;
import io.fourwave.runtime.service.EchoService;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.time.NanoClock;
import io.fourwave.runtime.wire.Ipv4Prefix;
import java.io.InputStream;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the stack against the kernel over a TAP interface in a network namespace of its own: goodput both ways, and short connections. Not a test: run
 * it by hand, as root or under {@code unshare -Urn}. Arguments: seconds of each measure (3), {@code offload} or {@code plain}, loss and reordering (0).
 */
public final class KernelThroughput {
    private static final String OURS = "10.9.8.2";

    private KernelThroughput() {}

    public static void main(String[] args) throws Exception {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 3;
        boolean offload = args.length > 1 && args[1].equals("offload");
        NetworkNamespace.enterNew();
        double loss = args.length > 2 ? Double.parseDouble(args[2]) : 0;
        Link tap = TapLink.open(
                TapConfig.of("tap0").withOffload(offload).withKernelAddress(Ipv4Prefix.parse("10.9.8.1/24")));
        if (loss > 0) {
            Impairment impairment = Impairment.seeded(1).withLoss(loss).withReordering(loss, 2_000_000);
            tap = new ImpairedLink(tap, NanoClock.system(), impairment, impairment);
        }
        TcpConfig config = TcpConfig.of(Parameters.linux());
        try (FourwaveStack stack = FourwaveStack.start(tap, IpConfig.of(OURS + "/24"), config)) {
            stack.tcp().call(() -> {
                stack.tcp().listen(7, 128, ConnectionOptions.DEFAULT, new EchoService());
                stack.tcp().listen(9, 128, ConnectionOptions.DEFAULT, new DiscardService());
                return stack.tcp().listen(19, 128, ConnectionOptions.DEFAULT, new ChargenService());
            });
            for (int round = 0; round < 3; round++) {
                report("download from the stack", stack, seconds, KernelThroughput::download);
                report("upload to the stack", stack, seconds, KernelThroughput::upload);
                report("short connections", stack, seconds, KernelThroughput::shortConnections);
            }
            if (stack.loop().faults().first() != null) {
                stack.loop().faults().first().printStackTrace();
            }
        }
    }

    @FunctionalInterface
    private interface Measure {
        String run(double seconds) throws Exception;
    }

    private static void report(String what, FourwaveStack stack, double seconds, Measure measure) throws Exception {
        Map<String, Long> before = stack.statistics();
        String result = measure.run(seconds);
        Map<String, Long> changed = new TreeMap<>();
        stack.statistics().forEach((name, value) -> {
            if (value != before.getOrDefault(name, 0L)) {
                changed.put(name, value - before.getOrDefault(name, 0L));
            }
        });
        System.out.println(what + ": " + result + "\n    " + changed);
    }

    private static String download(double seconds) throws Exception {
        try (Socket socket = new Socket(OURS, 19)) {
            byte[] buffer = new byte[1 << 17];
            InputStream in = socket.getInputStream();
            long start = System.nanoTime();
            long octets = 0;
            while (System.nanoTime() - start < seconds * 1e9) {
                octets += in.read(buffer);
            }
            return rate(octets, start);
        }
    }

    private static String upload(double seconds) throws Exception {
        try (Socket socket = new Socket(OURS, 9)) {
            byte[] buffer = new byte[1 << 17];
            long start = System.nanoTime();
            long octets = 0;
            while (System.nanoTime() - start < seconds * 1e9) {
                socket.getOutputStream().write(buffer);
                octets += buffer.length;
            }
            socket.shutdownOutput();
            socket.getInputStream().read();
            return rate(octets, start);
        }
    }

    private static String shortConnections(double seconds) throws Exception {
        long start = System.nanoTime();
        int count = 0;
        byte[] buffer = new byte[64];
        while (System.nanoTime() - start < seconds * 1e9) {
            try (Socket socket = new Socket(OURS, 7)) {
                socket.getOutputStream().write(buffer);
                socket.getInputStream().readNBytes(buffer, 0, buffer.length);
            }
            count++;
        }
        return String.format("%.0f/s", count / ((System.nanoTime() - start) / 1e9));
    }

    private static String rate(long octets, long start) {
        return String.format("%.2f Gbit/s", octets * 8.0 / (System.nanoTime() - start));
    }
}
