package io.fourwave.runtime.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The kernel's {@code struct ifreq}: an interface's name and a union. Reading and writing go through one native block. */
final class IfReq {
    /** Where the union begins; also the room for the name, its end mark included. */
    static final int DATA = 16;

    private static final int LENGTH = 40;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LENGTH).order(ByteOrder.nativeOrder());

    /**
     * @param name of the interface; empty lets the kernel choose where it may
     * @throws LinkException if it cannot be a name
     */
    IfReq(String name) {
        byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
        if (octets.length >= DATA || !name.matches("[^/\\s?]*") || name.equals(".") || name.equals("..")) {
            throw new LinkException(
                    "`" + name + "` cannot be the name of an interface",
                    "use up to 15 characters without blanks and slashes");
        }
        buffer.put(0, octets);
    }

    /** The union and the name, in the machine's byte order. */
    ByteBuffer buffer() {
        return buffer;
    }

    String name() {
        int end = 0;
        while (end < DATA && buffer.get(end) != 0) {
            end++;
        }
        byte[] octets = new byte[end];
        buffer.get(0, octets);
        return new String(octets, StandardCharsets.US_ASCII);
    }

    /** @return 0, or the error number */
    int ioctl(int descriptor, long request) {
        return LibC.ioctl(descriptor, request, LibC.address(buffer)) < 0 ? LibC.error() : 0;
    }
}
