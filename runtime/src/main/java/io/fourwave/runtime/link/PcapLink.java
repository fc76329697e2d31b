package io.fourwave.runtime.link;

import com.sun.jna.NativeLibrary;
import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.Ipv4Address;
import java.util.concurrent.locks.LockSupport;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.packet.namednumber.DataLinkType;

/**
 * An existing Ethernet interface, shared with the kernel: our station uses the interface's Ethernet address and an IP address that
 * the kernel does not have. Needs libpcap.
 *
 * <p>Never reads blocking (that hangs on an idle interface): it looks, and sleeps for growing moments while there is nothing.
 * Frames between the kernel of the same machine and us do not cross the interface and are not seen. pcap4j allocates an array
 * per frame; for throughput use a TAP interface.
 */
public final class PcapLink implements Link {
    private static final int MAX_FRAME = Frame.MAX_LENGTH;
    private static final int BUFFER_OCTETS = 8 << 20;
    private static final long SHORTEST_NAP_NANOS = 20_000;
    private static final long LONGEST_NAP_NANOS = 1_000_000;

    private final String name;
    private final int mtuOctets;
    private final long macAddress;
    private final PcapHandle handle;
    private final byte[] octets = new byte[MAX_FRAME];
    private final EnumCounters<LinkCounter> counters = new EnumCounters<>(LinkCounter.class);
    private long napNanos = SHORTEST_NAP_NANOS;
    private volatile Thread sleeper;
    private volatile boolean woken;

    private PcapLink(String name, PcapHandle handle) {
        this.name = name;
        mtuOctets = Math.min(InterfaceConfig.mtu(name), MAX_FRAME - EthernetHeader.LENGTH);
        macAddress = InterfaceConfig.macAddress(name);
        this.handle = handle;
    }

    /**
     * Opens an interface for a station with the given address.
     *
     * @param stationAddress ours; only what is sent to it, and ARP, is received
     * @throws LinkException without libpcap, without permission, or if it is no Ethernet interface
     */
    public static PcapLink open(String interfaceName, int stationAddress) {
        requireLibrary();
        // Not java.net.NetworkInterface: that knows only interfaces that have an address.
        if (!InterfaceConfig.isEthernet(interfaceName)) {
            throw new LinkException(
                    "`" + interfaceName + "` is no Ethernet interface", "choose one that has a MAC address");
        }
        PcapHandle handle;
        try {
            handle = new PcapHandle.Builder(interfaceName)
                    .snaplen(MAX_FRAME)
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .immediateMode(true)
                    .timeoutMillis(1)
                    .bufferSize(BUFFER_OCTETS)
                    .build();
        } catch (PcapNativeException e) {
            throw new LinkException(
                    "cannot open the interface `" + interfaceName + "`: " + e.getMessage(),
                    "is it up? Capturing needs root, or CAP_NET_RAW and CAP_NET_ADMIN");
        }
        try {
            if (!handle.getDlt().equals(DataLinkType.EN10MB)) {
                throw new LinkException("`" + interfaceName + "` is no Ethernet interface", "");
            }
            handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
            String ours = Ipv4Address.format(stationAddress);
            String filter = "(arp and not arp src host " + ours + ") or (ip and dst host " + ours + ")";
            handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            return new PcapLink(interfaceName, handle);
        } catch (PcapNativeException | NotOpenException e) {
            handle.close();
            throw new LinkException("cannot prepare the interface `" + interfaceName + "`: " + e.getMessage(), "");
        } catch (LinkException e) {
            handle.close();
            throw e;
        }
    }

    /** Says what to install instead of leaving it to an UnsatisfiedLinkError deep in a library. */
    private static void requireLibrary() {
        try {
            NativeLibrary.getInstance(System.getProperty("org.pcap4j.core.pcapLibName", "pcap"));
        } catch (UnsatisfiedLinkError e) {
            throw new LinkException(
                    "libpcap is not installed",
                    "Debian and Ubuntu: `apt install libpcap0.8`; or use a TAP interface instead");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int mtuOctets() {
        return mtuOctets;
    }

    @Override
    public long macAddress() {
        return macAddress;
    }

    @Override
    public LinkCapabilities capabilities() {
        return LinkCapabilities.plain(mtuOctets);
    }

    @Override
    public boolean receive(Frame into) {
        try {
            byte[] packet = handle.getNextRawPacket();
            if (packet == null) {
                return false;
            }
            into.set(packet, 0, Math.min(packet.length, MAX_FRAME));
        } catch (NotOpenException e) {
            throw new LinkException("the capture on `" + name + "` is closed", "");
        }
        napNanos = SHORTEST_NAP_NANOS;
        counters.increment(LinkCounter.RECEIVED_FRAMES);
        counters.add(LinkCounter.RECEIVED_OCTETS, into.length());
        return true;
    }

    @Override
    public boolean send(Frame frame) {
        int length = frame.length();
        frame.buffer().get(Frame.ETHERNET_OFFSET, octets, 0, length);
        try {
            handle.sendPacket(octets, length);
        } catch (PcapNativeException | NotOpenException e) {
            counters.increment(LinkCounter.SEND_DROPS);
            return false;
        }
        counters.increment(LinkCounter.SENT_FRAMES);
        counters.add(LinkCounter.SENT_OCTETS, length);
        return true;
    }

    @Override
    public void poll(long timeoutNanos) {
        counters.increment(LinkCounter.POLLS);
        sleeper = Thread.currentThread();
        if (!woken && timeoutNanos > 0) {
            LockSupport.parkNanos(this, Math.min(timeoutNanos, napNanos));
            napNanos = Math.min(2 * napNanos, LONGEST_NAP_NANOS);
        }
        sleeper = null;
        if (woken) {
            woken = false;
            napNanos = SHORTEST_NAP_NANOS;
            counters.increment(LinkCounter.WAKE_UPS);
        }
    }

    @Override
    public void wakeUp() {
        woken = true;
        LockSupport.unpark(sleeper);
    }

    @Override
    public EnumCounters<LinkCounter> counters() {
        return counters;
    }

    @Override
    public void close() {
        handle.close();
    }
}
