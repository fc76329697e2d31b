package io.fourwave.runtime.link;

import io.fourwave.runtime.wire.Ipv4Prefix;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Configures the kernel's side of an interface by ioctl, so that no tool has to be installed. Linux. */
public final class InterfaceConfig {
    private static final int SIOCGIFFLAGS = 0x8913;
    private static final int SIOCSIFFLAGS = 0x8914;
    private static final int SIOCSIFADDR = 0x8916;
    private static final int SIOCSIFNETMASK = 0x891c;
    private static final int SIOCGIFMTU = 0x8921;
    private static final int SIOCSIFMTU = 0x8922;
    private static final int SIOCGIFHWADDR = 0x8927;
    private static final int SIOCETHTOOL = 0x8946;
    private static final int ETHTOOL_STSO = 0x1f;
    private static final int ARPHRD_ETHER = 1;
    private static final int IFF_UP = 1;
    private static final int IFF_RUNNING = 0x40;

    private InterfaceConfig() {}

    /** @throws LinkException if there is no such interface, or without the right to change it; so do the others */
    public static void bringUp(String name) {
        IfReq request = call(name, SIOCGIFFLAGS, new IfReq(name), "read the state of");
        short flags = request.buffer().getShort(IfReq.DATA);
        request.buffer().putShort(IfReq.DATA, (short) (flags | IFF_UP | IFF_RUNNING));
        call(name, SIOCSIFFLAGS, request, "bring up");
    }

    /** Gives the kernel an address on the interface; the route to its network follows when the interface is up. */
    public static void setAddress(String name, Ipv4Prefix address) {
        call(name, SIOCSIFADDR, withAddress(name, address.address()), "set the address of");
        call(name, SIOCSIFNETMASK, withAddress(name, address.mask()), "set the netmask of");
    }

    public static void setMtu(String name, int octets) {
        IfReq request = new IfReq(name);
        request.buffer().putInt(IfReq.DATA, octets);
        call(name, SIOCSIFMTU, request, "set the MTU to " + octets + " of");
    }

    /** Whether the kernel hands the interface TCP segments longer than its MTU, to be cut up by it (TSO); {@code lo} is born with it. */
    public static void setSegmentationOffload(String name, boolean wanted) {
        ByteBuffer value = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
        value.putInt(0, ETHTOOL_STSO).putInt(4, wanted ? 1 : 0);
        IfReq request = new IfReq(name);
        request.buffer().putLong(IfReq.DATA, LibC.address(value));
        call(name, SIOCETHTOOL, request, "switch segmentation offload of");
        // The kernel reads what the address says: the buffer must live until here.
        Reference.reachabilityFence(value);
    }

    public static int mtu(String name) {
        return call(name, SIOCGIFMTU, new IfReq(name), "read the MTU of")
                .buffer()
                .getInt(IfReq.DATA);
    }

    /** The Ethernet address of the kernel's side. */
    public static long macAddress(String name) {
        IfReq request = call(name, SIOCGIFHWADDR, new IfReq(name), "read the Ethernet address of");
        return request.buffer().order(ByteOrder.BIG_ENDIAN).getLong(IfReq.DATA + 2) >>> 16;
    }

    /** Whether frames on the interface are Ethernet frames. */
    public static boolean isEthernet(String name) {
        IfReq request = call(name, SIOCGIFHWADDR, new IfReq(name), "read the kind of");
        return request.buffer().getShort(IfReq.DATA) == ARPHRD_ETHER;
    }

    private static IfReq withAddress(String name, int address) {
        IfReq request = new IfReq(name);
        // struct sockaddr_in: family in the machine's order, port 0, address in network order
        request.buffer().putShort(IfReq.DATA, (short) LibC.AF_INET);
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        request.buffer().putInt(IfReq.DATA + 4, little ? Integer.reverseBytes(address) : address);
        return request;
    }

    private static IfReq call(String name, int code, IfReq request, String doing) {
        int socket = LibC.socket(LibC.AF_INET, LibC.SOCK_DGRAM | LibC.O_CLOEXEC, 0);
        if (socket < 0) {
            throw new LinkException("cannot open a socket: " + LibC.strerror(LibC.error()), "");
        }
        try {
            int error = request.ioctl(socket, code);
            if (error != 0) {
                throw failure(name, doing, error);
            }
            return request;
        } finally {
            LibC.close(socket);
        }
    }

    private static LinkException failure(String name, String doing, int error) {
        String help = switch (error) {
            case LibC.ENODEV -> "no interface has that name; /sys/class/net lists those there are";
            case LibC.EPERM, LibC.EACCES -> TapErrors.PERMISSION_HELP;
            case LibC.EINVAL -> "the value is not one the driver takes";
            default -> "";
        };
        return new LinkException("cannot " + doing + " interface `" + name + "`: " + LibC.strerror(error), help);
    }
}
