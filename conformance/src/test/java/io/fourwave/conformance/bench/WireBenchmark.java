package io.fourwave.conformance.bench;

import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.Checksum;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.OctetSource;
import io.fourwave.runtime.wire.OutgoingSegment;
import io.fourwave.runtime.wire.TcpFlags;
import io.fourwave.runtime.wire.TcpHeader;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a segment costs in the codecs: its checksum, reading it, writing it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WireBenchmark {
    private static final int OURS = 0x0a000002;
    private static final int PEER = 0x0a000001;

    /** Octets of payload: a bare acknowledgment, a full segment, a super-segment. */
    @Param({"0", "1448", "65000"})
    public int payloadOctets;

    private final Frame frame = new Frame();
    private final OutgoingSegment segment = new OutgoingSegment();
    private final Ipv4Header ip = new Ipv4Header();
    private final TcpHeader tcp = new TcpHeader();
    private OctetSource payload;

    @Setup
    public void setUp() {
        payload = new BufferOctets(ByteBuffer.allocateDirect(65536));
        write();
        if (read() != DropReason.ACCEPTED) {
            throw new IllegalStateException("the benchmark's own segment is not accepted");
        }
    }

    @Benchmark
    public long checksum() {
        return Checksum.add(0, frame.buffer(), Frame.NETWORK_OFFSET, frame.length() - 14);
    }

    /** IPv4 and TCP header with timestamps parsed, both checksums verified. */
    @Benchmark
    public DropReason read() {
        DropReason reason = ip.parse(frame);
        return reason.accepted() ? tcp.parse(frame, ip) : reason;
    }

    /** Payload copied, headers and checksums written. */
    @Benchmark
    public int write() {
        return encode(false);
    }

    /** The same for a link that finishes the checksum. */
    @Benchmark
    public int writeForOffload() {
        return encode(true);
    }

    private int encode(boolean partialChecksum) {
        segment.clear()
                .path(PEER, 40000, OURS, 7)
                .seq(1)
                .ack(2)
                .ctl(TcpFlags.ACK)
                .window(65535)
                .timestamps(3, 4)
                .payload(payload, 0, payloadOctets);
        segment.encode(frame, partialChecksum);
        Ipv4Header.write(frame, PEER, OURS, Ipv4Header.PROTOCOL_TCP, Ipv4Header.LENGTH + segment.length(), 1, 64, 0);
        return frame.length();
    }
}
