/**
 * Capture files for Wireshark and tshark in which every packet carries, as its comment, the rule that fired and the change of state:
 * the specification beside the wire.
 *
 * <p>{@link io.fourwave.conformance.pcapng.PcapngFile} writes the format (draft-ietf-opsawg-pcapng),
 * {@link io.fourwave.conformance.pcapng.TappedLink} sees the frames, {@link io.fourwave.conformance.pcapng.PacketComments} brings
 * frames and steps together.
 *
 * <p>May import: runtime's {@code link}, {@code machine}, {@code stats}, {@code time} and {@code wire}, and {@code conformance.trace}.
 * Knows no protocol above Ethernet.
 */
package io.fourwave.conformance.pcapng;
