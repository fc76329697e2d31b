package io.fourwave.runtime.host;

import static io.fourwave.runtime.host.TwoHosts.MILLISECOND;
import static io.fourwave.runtime.host.TwoHosts.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.link.FrameRule;
import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.TcpHeader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 2018: what is held beyond a hole is reported on the wire, where both ends agreed to that. */
class SelectiveAcknowledgmentTest {
    private final List<String> reports = new ArrayList<>();

    /** Loses nothing, and notes the acknowledgments with blocks, relative to the acknowledgment field. */
    private boolean note(Frame frame, long ordinal) {
        Ipv4Header ip = new Ipv4Header();
        TcpHeader tcp = new TcpHeader();
        if (ip.parse(frame).accepted()
                && tcp.parse(frame, ip).accepted()
                && tcp.options().sackBlocks() > 0) {
            StringBuilder blocks = new StringBuilder();
            for (int i = 0; i < tcp.options().sackBlocks(); i++) {
                int left = tcp.options().sackLeft(i) - tcp.ack();
                blocks.append(i == 0 ? "" : " ")
                        .append(left)
                        .append('+')
                        .append(tcp.options().sackRight(i) - tcp.ack() - left);
            }
            reports.add(blocks.toString());
        }
        return false;
    }

    /** Data segments are of 1448 octets; the given ones of the first flight are lost. */
    private void send(TcpConfig config, List<Integer> lost) throws Exception {
        FrameRule rule = new FrameRule() {
            private int dataFrames;

            @Override
            public boolean matches(Frame frame, long ordinal) {
                return frame.length() > 1000 && lost.contains(dataFrames++);
            }
        };
        TwoHosts hosts = new TwoHosts(Impairment.NONE.withDelay(MILLISECOND, 0), config);
        hosts.cable.first().impairment(Impairment.NONE.withDelay(MILLISECOND, 0).withDrop(rule));
        hosts.cable
                .second()
                .impairment(Impairment.NONE.withDelay(MILLISECOND, 0).withDrop(this::note));
        PeerRecord server = new PeerRecord();
        hosts.server.listen(80, 16, ConnectionOptions.DEFAULT, channel -> server);
        hosts.connect(80).sends(new byte[14_480]).thenShutsDown();
        hosts.until("all of it", 60 * SECOND, () -> server.ended);
        assertThat(server.received.size()).isEqualTo(14_480);
        hosts.assertNoFaults();
    }

    @Test
    void r2018_latestRangeFirst_thenTheOthers() throws Exception {
        send(TwoHosts.config(1), List.of(1, 3, 5));
        assertThat(reports).startsWith("1448+1448", "4344+1448 1448+1448", "7240+1448 1448+1448 4344+1448");
    }

    @Test
    void nothingLost_nothingReported() throws Exception {
        send(TwoHosts.config(1), List.of());
        assertThat(reports).isEmpty();
    }

    @Test
    void notAgreedOn_nothingReported() throws Exception {
        Parameters without = Parameters.linux().toBuilder().sackEnabled(false).build();
        send(TwoHosts.config(1).withParameters(without), List.of(1, 3, 5));
        assertThat(reports).isEmpty();
    }
}
