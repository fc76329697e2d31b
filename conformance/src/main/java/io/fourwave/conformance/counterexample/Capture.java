package io.fourwave.conformance.counterexample;

import io.fourwave.conformance.pcapng.Direction;
import io.fourwave.conformance.pcapng.PcapngFile;
import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.modelcheck.trace.Course.Kind;
import io.fourwave.runtime.wire.BufferOctets;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.Ipv4Header;
import io.fourwave.runtime.wire.MacAddress;
import io.fourwave.runtime.wire.OutgoingSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A counterexample as a capture file: every segment when it sets out, a copy the channel makes when that arrives first. Comments say by
 * which rule it was sent, and what became of it.
 */
final class Capture {
    private static final int[] ADDRESSES = {Ipv4Address.parse("10.0.0.1"), Ipv4Address.parse("10.0.0.2")};
    /** No service that Wireshark would look for octets of. */
    private static final int[] PORTS = {40001, 40002};
    /** The beginning of 2000, so that nobody takes it for something that has just happened. */
    private static final long EPOCH_NANOS = 946_684_800_000_000_000L;
    /** Acts within one tick follow each other at this distance. */
    private static final long STEP_NANOS = 10_000;

    private final Finding finding;
    private final Course course;
    private final Rules rules;
    private final long tickNanos;

    private Capture(Finding finding, long tickNanos) {
        this.finding = finding;
        this.course = finding.counterexample().course();
        this.rules = new Rules(finding.compilation().orThrow());
        this.tickNanos = tickNanos;
    }

    /** @param tickNanos what a tick of the model is taken for */
    static byte[] write(Finding finding, Path scratch, long tickNanos) throws IOException {
        Path file = Files.createTempFile(scratch, ".capture", ".part");
        try {
            String between =
                    String.join(" and ", finding.counterexample().course().peers());
            try (PcapngFile pcapng = PcapngFile.create(
                    file,
                    "Fourwave",
                    "model",
                    "counterexample: " + finding.headline() + "; between " + between,
                    65536)) {
                new Capture(finding, tickNanos).packets(pcapng);
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void packets(PcapngFile file) {
        List<WireSegment> segments = WireSegment.of(course, finding.scenario().modulus());
        // What was on its way from the beginning comes first.
        for (Course.Segment segment : course.segments()) {
            if (segment.act() < 0) {
                packet(
                        file,
                        segments.get(segment.number() - 1),
                        EPOCH_NANOS,
                        "on its way from the beginning\n" + fates(segment));
            }
        }
        for (int i = 0; i < course.acts().size(); i++) {
            Course.Act act = course.acts().get(i);
            long nanos = time(i);
            if (act.kind() == Kind.REPEATED_ARRIVAL) {
                packet(
                        file,
                        segments.get(act.segment() - 1),
                        nanos,
                        "#" + act.segment() + " DUPLICATED: the copy the channel has made\n" + arrival(i));
            }
            for (int number : act.sent()) {
                Course.Segment segment = course.segment(number);
                packet(file, segments.get(number - 1), nanos++, sent(i, segment) + "\n" + fates(segment));
            }
        }
    }

    /** Of an act: its tick, and how many acts came before it in that tick. */
    private long time(int index) {
        int tick = course.acts().get(index).tick();
        int within = 0;
        for (int i = index - 1; i >= 0 && course.acts().get(i).tick() == tick; i--) {
            within++;
        }
        return EPOCH_NANOS + tick * tickNanos + within * STEP_NANOS;
    }

    private String sent(int index, Course.Segment segment) {
        Course.Act act = course.acts().get(index);
        String event = act.kind() == Kind.CALL ? act.caller() + " " + act.call() : act.event();
        String again = segment.again() == 0 ? "" : ", again as #" + segment.again();
        String repeats = course.loopTo() >= 0 && index >= course.loopTo() ? ", repeats for ever" : "";
        return "#" + segment.number() + again + ", step " + (index + 1) + repeats + ", t=" + act.tick() + ": "
                + act.peer() + " sends it by " + rules.text(act.rule()) + " on " + event + ": "
                + change(index, act.peer());
    }

    /** State before and after at one end. */
    private String change(int index, String peer) {
        int end = course.peers().indexOf(peer);
        String after = course.acts().get(index).ends().get(end).state();
        String before = (index == 0
                        ? course.start()
                        : course.acts().get(index - 1).ends())
                .get(end)
                .state();
        return before.equals(after) ? after : before + " -> " + after;
    }

    private String fates(Course.Segment segment) {
        if (!segment.vanished().isEmpty()) {
            return "LOST at once: " + segment.vanished();
        }
        List<String> lines = new ArrayList<>();
        for (Course.Fate fate : segment.fates()) {
            String stale = fate.stale() ? "STALE, " : "";
            lines.add(stale
                    + switch (fate.kind()) {
                        case ARRIVAL -> "delivered " + arrival(fate.act());
                        case REPEATED_ARRIVAL -> "DUPLICATED: a copy is delivered " + arrival(fate.act());
                        default -> "LOST at t=" + course.acts().get(fate.act()).tick();
                    });
        }
        return lines.isEmpty() ? "still on its way at the end" : String.join("\n", lines);
    }

    private String arrival(int index) {
        Course.Act act = course.acts().get(index);
        return "in step " + (index + 1) + ", t=" + act.tick() + ", to " + act.peer() + ": " + rules.text(act.rule())
                + ": " + change(index, act.peer());
    }

    private void packet(PcapngFile file, WireSegment segment, long epochNanos, String comment) {
        int from = course.peers().indexOf(segment.from());
        Frame frame = new Frame();
        EthernetHeader.write(frame, mac(1 - from), mac(from), EthernetHeader.TYPE_IPV4);
        OutgoingSegment out = new OutgoingSegment()
                .path(ADDRESSES[from], PORTS[from], ADDRESSES[1 - from], PORTS[1 - from])
                .seq((int) segment.seq())
                .ack((int) segment.ack())
                .ctl(segment.control())
                .window(segment.window());
        if (segment.data().length > 0) {
            out.payload(new BufferOctets(ByteBuffer.wrap(segment.data())), 0, segment.data().length);
        }
        Ipv4Header.write(
                frame,
                ADDRESSES[from],
                ADDRESSES[1 - from],
                Ipv4Header.PROTOCOL_TCP,
                Ipv4Header.LENGTH + out.length(),
                segment.number(),
                out.timeToLive(),
                0);
        out.encode(frame, false);
        file.packet(epochNanos, frame.toArray(), from == 0 ? Direction.OUTBOUND : Direction.INBOUND, comment);
    }

    private long mac(int peer) {
        return MacAddress.ofName("counterexample " + course.peers().get(peer));
    }
}
