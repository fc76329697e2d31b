package io.fourwave.conformance.rerun;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.ReceiveStream;
import io.fourwave.runtime.machine.SendStream;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.stream.BufferPool;
import io.fourwave.runtime.stream.ReceiveRing;
import io.fourwave.runtime.stream.SendRing;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The streams the runtime has, writing down every octet that is ever appended or committed. */
abstract class Recorded {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    void record(Octets octets, int skip) {
        byte[] copy = new byte[octets.length()];
        octets.copyTo(copy, 0);
        all.write(copy, skip, copy.length - skip);
    }

    /** The latest octets: the history of a life of so many. */
    byte[] latest(long length) {
        byte[] octets = all.toByteArray();
        if (length > octets.length) {
            throw new AssertionError("the history has " + length + " octets, the stream has seen " + octets.length);
        }
        return Arrays.copyOfRange(octets, octets.length - (int) length, octets.length);
    }

    static final class Send extends Recorded implements SendStream {
        private final SendRing ring;

        Send(BufferPool pool, int capacity) {
            ring = new SendRing(pool, capacity);
        }

        @Override
        public int length() {
            return ring.length();
        }

        @Override
        public int free() {
            return ring.free();
        }

        @Override
        public int capacity() {
            return ring.capacity();
        }

        @Override
        public void append(Octets data) {
            ring.append(data);
            record(data, 0);
        }

        @Override
        public void release(int n) {
            ring.release(n);
        }

        @Override
        public Octets slice(int offset, int length, Octets out) {
            return ring.slice(offset, length, out);
        }

        @Override
        public void clear() {
            ring.clear();
        }

        @Override
        public void save(StateSink sink) {
            ring.save(sink);
        }

        @Override
        public void restore(StateSource source) {
            ring.restore(source);
        }
    }

    static final class Receive extends Recorded implements ReceiveStream {
        private final ReceiveRing ring;
        private final Octets view = new Octets();

        Receive(BufferPool pool, int capacity) {
            ring = new ReceiveRing(pool, capacity);
        }

        @Override
        public void place(int offset, Octets data) {
            ring.place(offset, data);
        }

        @Override
        public int ready() {
            return ring.ready();
        }

        @Override
        public void commit(int n) {
            int before = ring.readable();
            ring.commit(n);
            record(ring.peek(ring.readable(), view), before);
        }

        @Override
        public int readable() {
            return ring.readable();
        }

        @Override
        public void take(int n) {
            ring.take(n);
        }

        @Override
        public int ahead() {
            return ring.ahead();
        }

        @Override
        public int rangesAhead() {
            return ring.rangesAhead();
        }

        @Override
        public int rangeOffset(int i) {
            return ring.rangeOffset(i);
        }

        @Override
        public int rangeLength(int i) {
            return ring.rangeLength(i);
        }

        @Override
        public int free() {
            return ring.free();
        }

        @Override
        public int capacity() {
            return ring.capacity();
        }

        @Override
        public void clear() {
            ring.clear();
        }

        @Override
        public void save(StateSink sink) {
            ring.save(sink);
        }

        @Override
        public void restore(StateSource source) {
            ring.restore(source);
        }
    }
}
