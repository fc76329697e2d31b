package io.fourwave.runtime.wire;

/**
 * An address with the length of its network prefix, as in 10.0.0.2/24.
 *
 * @param address of the station, big-endian
 * @param length bits of the prefix, 1 to 32
 */
public record Ipv4Prefix(int address, int length) {
    public Ipv4Prefix {
        if (length < 1 || length > 32) {
            throw new IllegalArgumentException("prefix length " + length + " is not in 1..32");
        }
    }

    /**
     * Reads {@code 10.0.0.2/24}.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Ipv4Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("`" + text + "` has no prefix length (expected as in 10.0.0.2/24)");
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,2}") || Integer.parseInt(bits) < 1 || Integer.parseInt(bits) > 32) {
            throw new IllegalArgumentException("`" + bits + "` is not a prefix length (expected 1 to 32)");
        }
        return new Ipv4Prefix(Ipv4Address.parse(text.substring(0, slash)), Integer.parseInt(bits));
    }

    public int mask() {
        return -1 << 32 - length;
    }

    /** Whether a station of that address is on the same link. */
    public boolean contains(int other) {
        return ((address ^ other) & mask()) == 0;
    }

    /** Whether that is the directed broadcast (or the old all-zeros form) of this network. */
    public boolean isBroadcast(int other) {
        return length < 31 && contains(other) && ((other & ~mask()) == ~mask() || (other & ~mask()) == 0);
    }

    @Override
    public String toString() {
        return Ipv4Address.format(address) + "/" + length;
    }
}
