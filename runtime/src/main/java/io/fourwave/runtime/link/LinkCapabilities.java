package io.fourwave.runtime.link;

/**
 * What a link takes off our hands.
 *
 * @param checksumOffload transport checksums may be left partial when sending, and may arrive partial or verified
 * @param segmentationOffload TCP super-segments may be sent and may arrive
 * @param maxSuperSegmentOctets largest IPv4 datagram the link takes; the MTU without segmentation offload
 */
public record LinkCapabilities(boolean checksumOffload, boolean segmentationOffload, int maxSuperSegmentOctets) {
    /** A plain link: every frame complete and at most one MTU. */
    public static LinkCapabilities plain(int mtuOctets) {
        return new LinkCapabilities(false, false, mtuOctets);
    }
}
