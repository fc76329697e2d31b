package io.fourwave.runtime.link;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * The system calls we need, bound directly: primitive arguments only (addresses as longs), which is JNA's fast path and allocates
 * nothing.
 */
final class LibC {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int EBADFD = 77;

    static final int O_RDWR = 2;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final short POLLIN = 1;
    static final int AF_INET = 2;
    static final int SOCK_DGRAM = 2;
    static final int CLONE_NEWNET = 0x40000000;

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    static native int open(String path, int flags);

    static native int close(int descriptor);

    static native long read(int descriptor, long address, long count);

    static native long write(int descriptor, long address, long count);

    static native int ioctl(int descriptor, long request, long address);

    static native int ppoll(long descriptors, long count, long timeout, long signalMask);

    static native int eventfd(int initial, int flags);

    static native int socket(int domain, int type, int protocol);

    static native int unshare(int flags);

    static native String strerror(int error);

    /** The error of this thread's last call. */
    static int error() {
        return Native.getLastError();
    }

    /** Address of a direct buffer's index 0. */
    static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }
}
