package io.fourwave.runtime.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Waits for a descriptor to become readable, and can be woken by any thread through an eventfd. */
final class Waker implements AutoCloseable {
    private static final ByteBuffer ONE =
            ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder()).putLong(0, 1);
    private static final long ONE_ADDRESS = LibC.address(ONE);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int SECOND_DESCRIPTOR = 8;
    private static final int TIMEOUT = 16;
    private static final int COUNTER = 32;

    private final int event;
    /** Two pollfd, a timespec, room for the eventfd's counter. */
    private final ByteBuffer block = ByteBuffer.allocateDirect(40).order(ByteOrder.nativeOrder());

    private final long address = LibC.address(block);
    private boolean closed;

    Waker(int descriptor) {
        event = LibC.eventfd(0, LibC.O_NONBLOCK | LibC.O_CLOEXEC);
        if (event < 0) {
            throw new LinkException("cannot create an eventfd: " + LibC.strerror(LibC.error()), "");
        }
        block.putInt(0, descriptor).putShort(4, LibC.POLLIN);
        block.putInt(SECOND_DESCRIPTOR, event).putShort(SECOND_DESCRIPTOR + 4, LibC.POLLIN);
    }

    /** @return whether it was a wake-up that ended the wait */
    boolean await(long timeoutNanos) {
        long timeout = Math.max(0, timeoutNanos);
        block.putLong(TIMEOUT, timeout / NANOS_PER_SECOND).putLong(TIMEOUT + 8, timeout % NANOS_PER_SECOND);
        int ready = LibC.ppoll(address, 2, timeoutNanos == Long.MAX_VALUE ? 0 : address + TIMEOUT, 0);
        boolean woken = ready > 0 && block.getShort(SECOND_DESCRIPTOR + 6) != 0;
        if (woken) {
            LibC.read(event, address + COUNTER, 8);
        }
        return woken;
    }

    /** Any thread; the lock keeps a late call from writing into a descriptor that is somebody else's by now. */
    synchronized void wake() {
        if (!closed) {
            LibC.write(event, ONE_ADDRESS, 8);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            LibC.close(event);
        }
    }
}
