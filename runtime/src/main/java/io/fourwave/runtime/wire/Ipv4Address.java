package io.fourwave.runtime.wire;

/** IPv4 addresses as big-endian integers: 10.0.0.2 is 0x0a000002. */
public final class Ipv4Address {
    public static final int ANY = 0;
    public static final int BROADCAST = 0xffffffff;

    private Ipv4Address() {}

    /**
     * Reads dotted decimal notation, four parts.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static int parse(String text) {
        String[] parts = text.split("\\.", -1);
        int address = 0;
        if (parts.length != 4) {
            throw bad(text);
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw bad(text);
            }
            int value = Integer.parseInt(part);
            if (value > 255) {
                throw bad(text);
            }
            address = address << 8 | value;
        }
        return address;
    }

    public static String format(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    public static boolean isMulticast(int address) {
        return address >>> 28 == 0xe;
    }

    /** 127.0.0.0/8, never seen on a wire. */
    public static boolean isLoopback(int address) {
        return address >>> 24 == 127;
    }

    /**
     * Whether an address can be that of one station somewhere: not "this network" (0/8), loopback, multicast, class E or
     * limited broadcast (RFC 1122 3.2.1.3). Directed broadcasts depend on the prefix and are not seen here.
     */
    public static boolean isUnicast(int address) {
        return address >>> 24 != 0 && !isLoopback(address) && address >>> 28 < 0xe;
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException(
                "`" + text + "` is not an IPv4 address (expected four numbers, as in 10.0.0.2)");
    }
}
