package io.fourwave.cli;

import io.fourwave.runtime.link.Impairment;
import io.fourwave.runtime.link.InterfaceConfig;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.link.PcapLink;
import io.fourwave.runtime.link.TapConfig;
import io.fourwave.runtime.link.TapLink;
import io.fourwave.runtime.net.IpConfig;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.Ipv4Prefix;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the stack is, its address, and what is done to its frames. */
final class LinkOption {
    private static final int LONGEST_NAME = 15;
    private static final long REORDER_HOLD_NANOS = 3_000_000;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Device device;

    /** One of the two. */
    static final class Device {
        @Option(
                names = "--tap",
                paramLabel = "NAME",
                required = true,
                description =
                        "A TAP interface, made if it does not exist: the kernel of this machine is the neighbour.")
        private String tap;

        @Option(
                names = "--pcap-interface",
                paramLabel = "NAME",
                required = true,
                description = "An existing Ethernet interface, shared with the kernel; needs libpcap.")
        private String pcap;
    }

    @Option(
            names = "--address",
            paramLabel = "ADDRESS/LENGTH",
            required = true,
            description = "Our IPv4 address and its network: 10.0.0.2/24.")
    private String address;

    @Option(names = "--gateway", paramLabel = "ADDRESS", description = "Router for addresses outside of the network.")
    private String gateway;

    @Option(
            names = "--host-address",
            paramLabel = "ADDRESS/LENGTH",
            description = "Give the kernel's side of the TAP this address and bring it up.")
    private String hostAddress;

    @Option(names = "--mtu", paramLabel = "OCTETS", description = "MTU to set on the TAP, 576 to 65535.")
    private int mtu;

    @Option(names = "--loss", paramLabel = "PERCENT", description = "Lose so many frames, in both directions.")
    private double loss;

    @Option(
            names = "--reorder",
            paramLabel = "PERCENT",
            description = "Hold back so many frames for 3 ms, in both directions.")
    private double reorder;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Of loss and reordering. Default: a random one, printed.")
    private Long seed;

    IpConfig address() {
        Ipv4Prefix prefix = prefix("--address", address);
        requireFree(prefix);
        requireNeighbours(prefix);
        IpConfig config = host("--address", address);
        if (gateway == null) {
            return config;
        }
        try {
            return config.withGateway(gateway);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--gateway: " + e.getMessage(),
                    "an IPv4 address of the same network, such as 10.0.0.1");
        }
    }

    private static Ipv4Prefix prefix(String option, String text) {
        try {
            return Ipv4Prefix.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option + ": " + e.getMessage(),
                    "an IPv4 address and the length of its network, such as 10.0.0.2/24");
        }
    }

    /** An address a single host may have: neither a broadcast nor a multicast address. */
    private static IpConfig host(String option, String text) {
        try {
            return IpConfig.of(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option + ": " + e.getMessage(),
                    "an address of one host and the length of its network, such as 10.0.0.2/24");
        }
    }

    /** Over a TAP nobody routes between the two. */
    private void requireNeighbours(Ipv4Prefix ours) {
        if (hostAddress == null) {
            return;
        }
        Ipv4Prefix theirs = host("--host-address", hostAddress).address();
        if (!ours.contains(theirs.address()) || !theirs.contains(ours.address())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--address " + ours + " and --host-address " + theirs + " are not in the same network",
                    "the two are neighbours on the TAP: 10.0.0.2/24 and 10.0.0.1/24, say");
        }
    }

    /** Two who answer for one address would take each other's segments. */
    private void requireFree(Ipv4Prefix ours) {
        if (hostAddress != null && prefix("--host-address", hostAddress).address() == ours.address()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--address and --host-address are the same: " + Ipv4Address.format(ours.address()),
                    "the stack and the kernel need an address each, in the same network");
        }
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                each.inetAddresses()
                        .filter(taken -> taken.getHostAddress().equals(Ipv4Address.format(ours.address())))
                        .findFirst()
                        .ifPresent(taken -> {
                            throw new CommandFailure(
                                    ExitCode.ENVIRONMENT,
                                    "the address " + taken.getHostAddress() + " is in use: this machine has it on "
                                            + each.getName(),
                                    "choose an address the kernel does not have");
                        });
            }
        } catch (SocketException e) {
            // no interface at all: then the address is free
        }
    }

    /** @throws io.fourwave.runtime.link.LinkException when the device cannot be had */
    Link open(IpConfig config) {
        if (device.pcap != null) {
            requireNoTapOptions();
            return PcapLink.open(name(device.pcap), config.address().address());
        }
        if (mtu != 0 && (mtu < 576 || mtu > 65535)) {
            throw new CommandFailure(ExitCode.USAGE, "--mtu: " + mtu + " is not in 576..65535", null);
        }
        TapConfig tap = TapConfig.of(name(device.tap)).withMtu(mtu);
        if (hostAddress == null) {
            Link link = TapLink.open(tap);
            InterfaceConfig.bringUp(link.name());
            return link;
        }
        return TapLink.open(tap.withKernelAddress(prefix("--host-address", hostAddress)));
    }

    private void requireNoTapOptions() {
        if (hostAddress != null || mtu != 0) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--host-address and --mtu configure a TAP, not an existing interface", null);
        }
    }

    private static String name(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.contains("/") || name.contains(" ")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "`" + name + "` is not a name of an interface",
                    "1 to 15 characters without blanks and slashes");
        }
        return name;
    }

    boolean impaired() {
        return loss != 0 || reorder != 0;
    }

    /** The seed in use. */
    long seed() {
        if (seed == null) {
            seed = System.nanoTime() & 0xffffffL;
        }
        return seed;
    }

    /** @param direction 0 or 1: each has chances of its own */
    Impairment impairment(int direction) {
        if (!impaired()) {
            return Impairment.NONE;
        }
        return Impairment.seeded(seed() + direction)
                .withLoss(probability("--loss", loss))
                .withReordering(probability("--reorder", reorder), REORDER_HOLD_NANOS);
    }

    private static double probability(String option, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new CommandFailure(ExitCode.USAGE, option + ": " + percent + " is not a percentage", "0 to 100");
        }
        return percent / 100;
    }
}
