package io.fourwave.runtime.service;

import static io.fourwave.runtime.host.TwoHosts.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.host.PeerRecord;
import io.fourwave.runtime.host.TwoHosts;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RFC 862, 863, 864. */
class SmallServicesTest {
    private final TwoHosts hosts = new TwoHosts();

    @Test
    void rfc862_echo_everythingComesBack_thenTheEnd() throws Exception {
        hosts.server.listen(
                EchoService.PORT, 4, ConnectionOptions.DEFAULT.withBuffers(10_000, 10_000), new EchoService());
        byte[] data = new byte[200_000];
        new Random(1).nextBytes(data);
        PeerRecord client = hosts.connect(7).sends(data).thenShutsDown().closesAtEnd();
        hosts.until("closed", 60 * SECOND, () -> client.closed);
        assertThat(client.received.toByteArray()).isEqualTo(data);
        hosts.assertNoFaults();
    }

    @Test
    void rfc863_discard_takesEverything() throws Exception {
        hosts.server.listen(DiscardService.PORT, 4, ConnectionOptions.DEFAULT, new DiscardService());
        PeerRecord client =
                hosts.connect(9).sends(new byte[2_000_000]).thenShutsDown().closesAtEnd();
        hosts.until("closed", 60 * SECOND, () -> client.closed);
        assertThat(client.cause).isNull();
        assertThat(client.received.size()).isZero();
        hosts.assertNoFaults();
    }

    @Test
    void rfc864_chargen_shiftsEachLineByOne_untilThePeerHasEnough() throws Exception {
        hosts.server.listen(ChargenService.PORT, 4, ConnectionOptions.DEFAULT, new ChargenService());
        PeerRecord client = hosts.connect(19);
        hosts.until("much of it", 60 * SECOND, () -> client.received.size() > 100_000);
        String[] lines = client.received.toString(StandardCharsets.US_ASCII).split("\r\n");
        assertThat(lines[0])
                .hasSize(72)
                .startsWith(" !\"#$%&'()*+,-./0123456789")
                .endsWith("fg");
        assertThat(lines[1]).startsWith("!\"#").endsWith("gh");
        for (int i = 1; i < 1000; i++) {
            assertThat(lines[i]).hasSize(72);
            assertThat(lines[i].substring(0, 71)).isEqualTo(lines[i - 1].substring(1));
        }
        client.channel.shutdownOutput();
        hosts.until("its end", 60 * SECOND, () -> client.ended);
        hosts.assertNoFaults();
    }
}
