package io.fourwave.runtime.link;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.EthernetHeader;
import io.fourwave.runtime.wire.Frame;

/** A TAP interface: the kernel of this machine is the neighbour. Linux. */
public final class TapLink implements Link {
    private static final int TUNSETIFF = 0x400454ca;
    private static final int TUNSETOFFLOAD = 0x400454d0;
    private static final int TUNSETVNETHDRSZ = 0x400454d8;
    private static final int IFF_TAP = 0x0002;
    private static final int IFF_NO_PI = 0x1000;
    private static final int IFF_VNET_HDR = 0x4000;
    private static final int TUN_F_CSUM = 1;
    private static final int TUN_F_TSO4 = 2;

    private final String name;
    private final int mtuOctets;
    private final long macAddress;
    private final boolean offload;
    private final int descriptor;
    private final Waker waker;
    private final int headerLength;
    private final EnumCounters<LinkCounter> counters = new EnumCounters<>(LinkCounter.class);
    private boolean closed;

    private TapLink(int descriptor, String name, TapConfig config) {
        this.descriptor = descriptor;
        this.name = name;
        macAddress = config.macAddress();
        offload = config.offload();
        headerLength = offload ? VirtioNetHeader.LENGTH : 0;
        mtuOctets = InterfaceConfig.mtu(name);
        waker = new Waker(descriptor);
    }

    /**
     * Opens, and if asked configures, an interface.
     *
     * @throws LinkException without /dev/net/tun, without permission, if the interface is in use or no TAP interface
     */
    public static TapLink open(TapConfig config) {
        int descriptor = LibC.open("/dev/net/tun", LibC.O_RDWR | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
        if (descriptor < 0) {
            throw TapErrors.opening(LibC.error());
        }
        try {
            String name = attach(descriptor, config);
            if (config.mtuOctets() != 0) {
                InterfaceConfig.setMtu(name, config.mtuOctets());
            }
            if (config.kernelAddress().isPresent()) {
                InterfaceConfig.setAddress(name, config.kernelAddress().get());
                InterfaceConfig.bringUp(name);
            }
            return new TapLink(descriptor, name, config);
        } catch (Throwable failure) {
            LibC.close(descriptor);
            throw failure;
        }
    }

    private static String attach(int descriptor, TapConfig config) {
        IfReq request = new IfReq(config.name());
        int flags = IFF_TAP | IFF_NO_PI | (config.offload() ? IFF_VNET_HDR : 0);
        request.buffer().putShort(IfReq.DATA, (short) flags);
        int error = request.ioctl(descriptor, TUNSETIFF);
        if (error != 0) {
            throw TapErrors.attaching(config.name(), error);
        }
        if (config.offload()) {
            enableOffload(descriptor, request.name());
        }
        return request.name();
    }

    private static void enableOffload(int descriptor, String name) {
        IfReq headerSize = new IfReq("");
        headerSize.buffer().putInt(0, VirtioNetHeader.LENGTH);
        int error = headerSize.ioctl(descriptor, TUNSETVNETHDRSZ);
        if (error == 0 && LibC.ioctl(descriptor, TUNSETOFFLOAD, TUN_F_CSUM | TUN_F_TSO4) < 0) {
            error = LibC.error();
        }
        if (error != 0) {
            throw new LinkException(
                    "the TAP interface `" + name + "` does not offer offload: " + LibC.strerror(error),
                    "open it without offload");
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
        return offload
                ? new LinkCapabilities(true, true, VirtioNetHeader.maxSuperSegmentOctets())
                : LinkCapabilities.plain(mtuOctets);
    }

    @Override
    public boolean receive(Frame into) {
        int offset = Frame.ETHERNET_OFFSET - headerLength;
        while (true) {
            long count = LibC.read(
                    descriptor, into.nativeAddress() + offset, into.buffer().capacity() - offset);
            if (count > headerLength) {
                into.length((int) count - headerLength);
                if (offload) {
                    VirtioNetHeader.read(into);
                } else {
                    into.clearOffload();
                }
                counters.increment(LinkCounter.RECEIVED_FRAMES);
                counters.add(LinkCounter.RECEIVED_OCTETS, into.length());
                return true;
            }
            int error = count < 0 ? LibC.error() : LibC.EIO;
            if (error == LibC.EAGAIN) {
                return false;
            }
            if (error == LibC.EBADFD) {
                throw TapErrors.gone(name, error);
            }
            if (error != LibC.EINTR) {
                counters.increment(LinkCounter.RECEIVE_ERRORS);
                return false;
            }
        }
    }

    @Override
    public boolean send(Frame frame) {
        int offset = Frame.ETHERNET_OFFSET - headerLength;
        if (offload) {
            VirtioNetHeader.write(frame);
        }
        long count = frame.length() < EthernetHeader.LENGTH
                ? -1
                : LibC.write(descriptor, frame.nativeAddress() + offset, headerLength + frame.length());
        if (count < 0) {
            // The interface is down (EIO) or out of buffers: for a transport a loss like any other.
            counters.increment(LinkCounter.SEND_DROPS);
            return false;
        }
        counters.increment(LinkCounter.SENT_FRAMES);
        counters.add(LinkCounter.SENT_OCTETS, frame.length());
        return true;
    }

    @Override
    public void poll(long timeoutNanos) {
        counters.increment(LinkCounter.POLLS);
        if (waker.await(timeoutNanos)) {
            counters.increment(LinkCounter.WAKE_UPS);
        }
    }

    @Override
    public void wakeUp() {
        waker.wake();
    }

    @Override
    public EnumCounters<LinkCounter> counters() {
        return counters;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            waker.close();
            LibC.close(descriptor);
        }
    }
}
