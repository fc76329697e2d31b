package io.fourwave.runtime.net;

import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.Ipv4Prefix;
import io.fourwave.runtime.wire.OutgoingSegment;

/**
 * How a host sits on its link.
 *
 * @param address own address and prefix
 * @param gateway next hop for what is not on the link, or {@link Ipv4Address#ANY} for none
 * @param timeToLive of what we send unless a segment says otherwise
 */
public record IpConfig(Ipv4Prefix address, int gateway, int timeToLive) {
    public IpConfig {
        if (!Ipv4Address.isUnicast(address.address()) || address.isBroadcast(address.address())) {
            throw new IllegalArgumentException("`" + address + "` cannot be the address of a host");
        }
        if (gateway != Ipv4Address.ANY && (!address.contains(gateway) || gateway == address.address())) {
            throw new IllegalArgumentException(
                    "the gateway `" + Ipv4Address.format(gateway) + "` is not a neighbour in " + address);
        }
    }

    /** An address without a gateway, as in {@code 10.0.0.2/24}. */
    public static IpConfig of(String prefix) {
        return new IpConfig(Ipv4Prefix.parse(prefix), Ipv4Address.ANY, OutgoingSegment.DEFAULT_TIME_TO_LIVE);
    }

    /** The same with a gateway. */
    public IpConfig withGateway(String gatewayAddress) {
        return new IpConfig(address, Ipv4Address.parse(gatewayAddress), timeToLive);
    }
}
