package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.trace.Course;
import io.fourwave.runtime.wire.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/** Sequence numbers relative to the latest SYN of their sender, as packetdrill's scripts have them: a SYN has the number 0. */
final class RelativeNumbers {
    private static final long MODULUS = 1L << 32;

    private final List<WireSegment> segments;
    private final List<long[]> relative = new ArrayList<>();

    RelativeNumbers(Course course, int modulus) {
        segments = WireSegment.of(course, modulus);
        long[] initial = new long[2];
        for (WireSegment segment : segments) {
            int sender = course.peers().indexOf(segment.from());
            if ((segment.control() & TcpFlags.SYN) != 0) {
                initial[sender] = segment.seq();
            }
            relative.add(new long[] {
                Math.floorMod(segment.seq() - initial[sender], MODULUS),
                Math.floorMod(segment.ack() - initial[1 - sender], MODULUS)
            });
        }
    }

    List<WireSegment> segments() {
        return segments;
    }

    /** Of the segment of this number, from 1. */
    long seq(int number) {
        return relative.get(number - 1)[0];
    }

    long ack(int number) {
        return relative.get(number - 1)[1];
    }
}
