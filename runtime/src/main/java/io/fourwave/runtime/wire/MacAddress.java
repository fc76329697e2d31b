package io.fourwave.runtime.wire;

/** Ethernet addresses as the low 48 bits of a long. */
public final class MacAddress {
    public static final long BROADCAST = 0xffffffffffffL;

    private static final long GROUP_BIT = 1L << 40;

    private MacAddress() {}

    public static boolean isGroup(long address) {
        return (address & GROUP_BIT) != 0;
    }

    /**
     * A locally administered address made of a name, so that a station of the same name keeps its address and neighbours'
     * caches stay right over a restart.
     */
    public static long ofName(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < name.length(); index++) {
            hash = (hash ^ name.charAt(index)) * 0x100000001b3L;
        }
        return 0x02L << 40 | (hash ^ hash >>> 40) & 0xffffffffffL;
    }

    /** @throws IllegalArgumentException with a message for the user */
    public static long parse(String text) {
        if (!text.matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not an Ethernet address (expected as in 02:00:00:00:00:01)");
        }
        return Long.parseLong(text.replace(":", ""), 16);
    }

    public static long ofOctets(byte[] octets) {
        long address = 0;
        for (int index = 0; index < 6; index++) {
            address = address << 8 | octets[index] & 0xff;
        }
        return address;
    }

    public static String format(long address) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (address >>> shift) & 0xff;
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 15, 16));
            text.append(shift == 0 ? "" : ":");
        }
        return text.toString();
    }
}
