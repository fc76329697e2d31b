package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.trace.Course;
import io.fourwave.runtime.wire.TcpFlags;
import java.util.List;

/**
 * Sequence numbers relative to the first SYN of their sender, which has the number 0. A later life has numbers of its own: the distances
 * to those of the life before are what a stale segment is about, and stay.
 */
final class RelativeNumbers {
    private static final long MODULUS = 1L << 32;

    private final List<WireSegment> segments;
    private final Course course;
    private final Long[] initial = new Long[2];

    RelativeNumbers(Course course, int modulus) {
        this.course = course;
        segments = WireSegment.of(course, modulus);
        for (WireSegment segment : segments) {
            int sender = course.peers().indexOf(segment.from());
            if ((segment.control() & TcpFlags.SYN) != 0 && initial[sender] == null) {
                initial[sender] = segment.seq();
            }
        }
    }

    List<WireSegment> segments() {
        return segments;
    }

    /** Of the segment of this number, from 1. */
    long seq(int number) {
        WireSegment segment = segments.get(number - 1);
        return segment.isOfNoSequence()
                ? 0
                : relative(segment.seq(), course.peers().indexOf(segment.from()));
    }

    long ack(int number) {
        WireSegment segment = segments.get(number - 1);
        return relative(segment.ack(), 1 - course.peers().indexOf(segment.from()));
    }

    /** How far an end has come from its first number, at most. */
    long farthest() {
        return segments.stream()
                .filter(segment -> !segment.isOfNoSequence())
                .mapToLong(segment -> seq(segment.number())
                        + segment.data().length
                        + Integer.bitCount(segment.control() & (TcpFlags.SYN | TcpFlags.FIN)))
                .filter(distance -> distance < MODULUS / 2)
                .max()
                .orElse(0);
    }

    private long relative(long number, int of) {
        return Math.floorMod(number - (initial[of] == null ? 0 : initial[of]), MODULUS);
    }
}
