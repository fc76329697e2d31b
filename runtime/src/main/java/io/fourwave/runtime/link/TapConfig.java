package io.fourwave.runtime.link;

import io.fourwave.runtime.wire.Ipv4Prefix;
import io.fourwave.runtime.wire.MacAddress;
import java.util.Optional;

/**
 * Which TAP interface to open, and how.
 *
 * @param name of the interface; created unless it exists, and then gone when closed
 * @param macAddress of our station; the kernel's side has one of its own
 * @param offload exchange super-segments and unfinished checksums with the kernel
 * @param mtuOctets to set, or 0 to leave as it is
 * @param kernelAddress to give to the kernel's side, which is then brought up; or empty if someone else configures it
 */
public record TapConfig(
        String name, long macAddress, boolean offload, int mtuOctets, Optional<Ipv4Prefix> kernelAddress) {
    /** An interface configured by someone else, without offload. */
    public static TapConfig of(String name) {
        return new TapConfig(name, MacAddress.ofName("fourwave-" + name), false, 0, Optional.empty());
    }

    public TapConfig withOffload(boolean wanted) {
        return new TapConfig(name, macAddress, wanted, mtuOctets, kernelAddress);
    }

    public TapConfig withMtu(int octets) {
        return new TapConfig(name, macAddress, offload, octets, kernelAddress);
    }

    public TapConfig withMacAddress(long address) {
        return new TapConfig(name, address, offload, mtuOctets, kernelAddress);
    }

    /** The kernel becomes our neighbour with this address. */
    public TapConfig withKernelAddress(Ipv4Prefix address) {
        return new TapConfig(name, macAddress, offload, mtuOctets, Optional.of(address));
    }
}
