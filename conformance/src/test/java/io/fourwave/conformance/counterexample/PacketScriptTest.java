package io.fourwave.conformance.counterexample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.conformance.counterexample.PacketdrillParser.Call;
import io.fourwave.conformance.counterexample.PacketdrillParser.Packet;
import io.fourwave.conformance.counterexample.PacketdrillParser.Script;
import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.trace.Course;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are read by packetdrill's grammar and tell of one end what the counterexample tells of it. */
class PacketScriptTest {
    private static final long TICK_MILLIS = 100;

    @ParameterizedTest
    @CsvSource({
        "fin-takes-no-sequence-number, A",
        "fin-takes-no-sequence-number, B",
        "fin-before-the-data, B",
        "close-overtakes-data, A",
        "last-ack-on-any-ack, B",
        "retransmission-off, A"
    })
    void script_hasWhatTheEndSees_inOrderAndInTime(String mutant, String peer) {
        Finding finding = Museum.killed(mutant);
        Course course = finding.counterexample().course();
        Script script = PacketdrillParser.parse(PacketScript.write(finding, peer, TICK_MILLIS));

        List<Packet> packets = script.events().stream()
                .filter(Packet.class::isInstance)
                .map(Packet.class::cast)
                .toList();
        List<Course.Act> here =
                course.acts().stream().filter(act -> act.peer().equals(peer)).toList();
        int at = 0;
        for (Course.Act act : here) {
            double seconds = act.tick() * TICK_MILLIS / 1000.0;
            if (act.kind() == Course.Kind.ARRIVAL || act.kind() == Course.Kind.REPEATED_ARRIVAL) {
                same(packets.get(at++), course.segment(act.segment()), true, seconds);
            }
            for (int number : act.sent()) {
                same(packets.get(at++), course.segment(number), false, seconds);
            }
        }
        assertThat(packets).hasSize(at);
        assertThat(script.init()).contains("net.ipv4.tcp_timestamps=0");
    }

    private static void same(Packet packet, Course.Segment segment, boolean inbound, double seconds) {
        assertThat(packet.inbound()).isEqualTo(inbound);
        assertThat(packet.seconds()).isCloseTo(seconds, org.assertj.core.data.Offset.offset(1e-9));
        // The initial sequence numbers are 0 in these scenarios, so the model's numbers are relative ones.
        assertThat(packet.seq()).hasToString(segment.fields().get("SEQ").toString());
        String control = segment.fields().get("CTL").toString();
        assertThat(packet.flags().contains("F")).isEqualTo(control.contains("FIN"));
        assertThat(packet.flags().contains("S")).isEqualTo(control.contains("SYN"));
        assertThat(packet.flags().contains("R")).isEqualTo(control.contains("RST"));
        assertThat(packet.flags().contains(".")).isEqualTo(control.contains("ACK"));
        if (control.contains("ACK")) {
            assertThat(packet.ack()).hasToString(segment.fields().get("ACK").toString());
        }
        assertThat(packet.octets()).isEqualTo(segment.fields().get("DATA").all().size());
        assertThat(packet.win() >= 0).isEqualTo(inbound);
    }

    @Test
    void calls_areThoseOfSockets() {
        Finding finding = Museum.killed("last-ack-on-any-ack");
        Script server = PacketdrillParser.parse(PacketScript.write(finding, "B", TICK_MILLIS));
        Script client = PacketdrillParser.parse(PacketScript.write(finding, "A", TICK_MILLIS));

        assertThat(names(server))
                .containsSubsequence("socket", "setsockopt", "bind", "listen", "accept", "write", "close");
        assertThat(names(client)).containsSubsequence("socket", "fcntl", "fcntl", "connect", "shutdown");
        assertThat(server.events())
                .filteredOn(event -> event instanceof Call call && call.name().equals("write"))
                .singleElement()
                .isEqualTo(new Call(0, "write", List.of("4", "...", "1"), "1"));
    }

    private static List<String> names(Script script) {
        return script.events().stream()
                .filter(Call.class::isInstance)
                .map(event -> ((Call) event).name())
                .toList();
    }

    @Test
    void script_saysWhereAnEndWithoutTheMutantDiffers() {
        assertThat(PacketScript.write(Museum.killed("fin-takes-no-sequence-number"), "B", TICK_MILLIS))
                .contains("HERE it differs: without the mutant sent here: <SEQ=1><ACK=2><CTL=ACK>");
        assertThat(PacketScript.write(Museum.killed("fin-takes-no-sequence-number"), "A", TICK_MILLIS))
                .contains("it shows at the other end")
                .doesNotContain("HERE");
        assertThat(PacketScript.write(Museum.killed("last-ack-on-any-ack"), "B", TICK_MILLIS))
                .contains("HERE it differs: without the mutant the end is in LAST-ACK, not in CLOSED");
    }

    @Test
    void lostSegments_areMarked() {
        assertThat(PacketScript.write(Museum.killed("retransmission-off"), "B", TICK_MILLIS))
                .containsPattern("// step \\d+, t=0: #\\d, which (this end has sent|was for this end), is LOST");
    }

    @Test
    void segmentThatArrivesTwice_isInjectedTwice_andMarked() {
        String script = PacketScript.write(Museum.duplicated(), "B", TICK_MILLIS);
        List<String> arrivals =
                script.lines().filter(line -> line.contains(": #4 ")).toList();

        assertThat(arrivals).hasSize(2);
        assertThat(arrivals.get(0)).contains("#4 DUPLICATED arrives: ");
        assertThat(arrivals.get(1)).contains("#4 STALE arrives: ");
        assertThat(PacketdrillParser.parse(script).events())
                .filteredOn(event -> event instanceof Packet packet
                        && packet.inbound()
                        && packet.flags().contains("F"))
                .hasSize(2);
    }

    @Test
    void listenerThatIsUsedAgain_isNotOpenedTwice() {
        assertThat(names(PacketdrillParser.parse(PacketScript.write(Museum.duplicated(), "B", TICK_MILLIS))))
                .containsOnlyOnce("socket", "bind", "listen")
                .filteredOn("accept"::equals)
                .hasSize(2);
    }

    /** An A that never comes: packetdrill refuses a script without events. */
    @Test
    void endAtWhichNothingHappens_hasAScriptThatCanBeRun() {
        String script = PacketScript.write(Museum.killed("syn-not-timed"), "B", TICK_MILLIS);

        assertThat(script).contains("Nothing happens at this end.");
        assertThat(PacketdrillParser.parse(script).events())
                .singleElement()
                .isInstanceOf(PacketdrillParser.Command.class);
    }

    @Test
    void whatRepeatsForEver_isTold() {
        Finding endless = Museum.endless();
        int loop = endless.counterexample().course().loopTo();

        assertThat(PacketScript.write(endless, "A", TICK_MILLIS))
                .containsSubsequence(
                        "\n// From here on again and again:",
                        "\n// step ",
                        "\n// and back to before step " + (loop + 1) + ", for ever\n");
    }

    /** A parser that takes everything would prove nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+0 < F. 1:1(0) ack 1",
                "+0 < F. 1:1(0) ack 1 win 65536",
                "+0 < F. 1:3(1) ack 1 win 2",
                "+0 < X. 1:1(0) ack 1 win 2",
                "+0 < . 1:1(0) ack 1 win 2 <...>",
                "+0 > . 4294967296:4294967296(0) ack 1",
                "+0 > . 1:1 ack 1",
                "-1 > . 1:1(0) ack 1",
                "+0 colse(3) = 0",
                "+0 close(3)",
                "+0 close(3 = 0",
                "+0 close(3) = -1 EBADF",
                "> . 1:1(0) ack 1"
            })
    void parser_refusesWhatPacketdrillRefuses(String script) {
        assertThatThrownBy(() -> PacketdrillParser.parse(script + "\n"))
                .isInstanceOf(PacketdrillParser.SyntaxError.class);
    }
}
