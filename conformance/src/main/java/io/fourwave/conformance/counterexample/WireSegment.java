package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.runtime.wire.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment of a counterexample as TCP's header has it. The model's segments have no options, and octets that only tell who wrote them:
 * here they are letters, small ones of the first peer and capitals of the second.
 *
 * @param seq on the wire, 0 to 2^32 - 1
 * @param ack likewise; 0 without ACK
 * @param control as {@link TcpFlags} has it
 * @param window octets, not scaled
 */
record WireSegment(int number, String from, long seq, long ack, int control, int window, byte[] data) {

    /** All segments of a run, in the order they set out. */
    static List<WireSegment> of(Course course, int modulus) {
        WireNumbers[] numbers = {new WireNumbers(modulus), new WireNumbers(modulus)};
        List<WireSegment> segments = new ArrayList<>();
        for (Course.Segment segment : course.segments()) {
            int sender = course.peers().indexOf(segment.from());
            int control = control(segment.fields().get("CTL"));
            boolean ack = (control & TcpFlags.ACK) != 0;
            byte[] data = data(segment.fields().get("DATA"));
            segments.add(new WireSegment(
                    segment.number(),
                    segment.from(),
                    seq(segment, control, numbers[sender]),
                    ack ? numbers[1 - sender].onTheWire(number(segment, "ACK")) : 0,
                    control | (data.length > 0 ? TcpFlags.PSH : 0),
                    (int) Math.min(number(segment, "WND"), 65535),
                    data));
        }
        return segments;
    }

    /** The 0 of a RST that answers what had no ACK is of no sequence. */
    private static long seq(Course.Segment segment, int control, WireNumbers numbers) {
        long number = number(segment, "SEQ");
        return ofNoSequence(control, number) ? 0 : numbers.onTheWire(number);
    }

    private static long number(Course.Segment segment, String field) {
        return segment.fields().get(field) instanceof TlaValue.Num number ? number.value() : 0;
    }

    private static int control(TlaValue flags) {
        int control = 0;
        for (TlaValue flag : flags == null ? List.<TlaValue>of() : flags.all()) {
            control |= switch (flag.text()) {
                case "FIN" -> TcpFlags.FIN;
                case "SYN" -> TcpFlags.SYN;
                case "RST" -> TcpFlags.RST;
                case "PSH" -> TcpFlags.PSH;
                case "ACK" -> TcpFlags.ACK;
                case "URG" -> TcpFlags.URG;
                case "ECE" -> TcpFlags.ECE;
                case "CWR" -> TcpFlags.CWR;
                default -> throw new IllegalArgumentException("TCP has no flag " + flag.text());
            };
        }
        return control;
    }

    /** Tokens count from 1, beyond thousands that tell the peer. */
    private static byte[] data(TlaValue tokens) {
        List<TlaValue> all = tokens == null ? List.of() : tokens.all();
        byte[] data = new byte[all.size()];
        for (int i = 0; i < data.length; i++) {
            long token = all.get(i) instanceof TlaValue.Num number ? number.value() : 0;
            data[i] = (byte) ((token < 2000 ? 'a' : 'A') + (token % 1000 - 1) % 26);
        }
        return data;
    }

    boolean isOfNoSequence() {
        return ofNoSequence(control, seq);
    }

    private static boolean ofNoSequence(int control, long number) {
        return number == 0 && (control & TcpFlags.RST) != 0 && (control & TcpFlags.ACK) != 0;
    }
}
