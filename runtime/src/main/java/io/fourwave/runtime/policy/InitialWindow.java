package io.fourwave.runtime.policy;

/** How much may be sent before the first acknowledgment of data. */
public enum InitialWindow {
    /** RFC 5681 section 3.1: two to four segments, by the segment's size. */
    RFC5681 {
        @Override
        public int octets(int smssOctets) {
            if (smssOctets > 2190) {
                return 2 * smssOctets;
            }
            return smssOctets > 1095 ? 3 * smssOctets : 4 * smssOctets;
        }
    },
    /** RFC 6928: ten segments, at most 14600 octets but at least two segments. */
    RFC6928 {
        @Override
        public int octets(int smssOctets) {
            return Math.min(10 * smssOctets, Math.max(2 * smssOctets, 14600));
        }
    };

    /** The window in octets for this sender maximum segment size. */
    public abstract int octets(int smssOctets);
}
