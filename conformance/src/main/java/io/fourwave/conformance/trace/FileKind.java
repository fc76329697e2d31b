package io.fourwave.conformance.trace;

/** What a file that is not a trace may be: the mistakes that happen. */
final class FileKind {
    private FileKind() {}

    /** {@code ": it looks like …"}, or nothing. */
    static String guess(byte[] start) {
        if (starts(start, 0x0a, 0x0d, 0x0d, 0x0a)) {
            return ": it looks like a pcapng capture, for Wireshark";
        }
        if (starts(start, 0xd4, 0xc3, 0xb2, 0xa1) || starts(start, 0xa1, 0xb2, 0xc3, 0xd4)) {
            return ": it looks like a pcap capture";
        }
        if (starts(start, 0x1f, 0x8b)) {
            return ": it looks compressed by gzip";
        }
        if (starts(start, 0x8f, 'F', 'W', 'T', 'R')) {
            return ": a trace whose line ends were changed, by a transfer in text mode";
        }
        return "";
    }

    private static boolean starts(byte[] start, int... octets) {
        if (start.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((start[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
