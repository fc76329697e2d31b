package io.fourwave.runtime.net;

import io.fourwave.runtime.stats.EnumCounters;
import io.fourwave.runtime.wire.DropReason;
import io.fourwave.runtime.wire.Frame;
import io.fourwave.runtime.wire.IcmpError;
import io.fourwave.runtime.wire.IcmpHeader;
import io.fourwave.runtime.wire.Ipv4Header;

/** ICMP at a host (RFC 1122 3.2.2): answers echo requests, hands errors to the transport they belong to, reports closed ports. */
final class IcmpService {
    private static final int UNREACHABLE_BURST = 50;
    private static final int UNREACHABLE_PER_SECOND = 500;

    private final IpStack stack;
    private final EnumCounters<StackCounter> counters;
    private final IcmpError error = new IcmpError();
    private final TokenBucket limit;

    IcmpService(IpStack stack, EnumCounters<StackCounter> counters, long nowNanos) {
        this.stack = stack;
        this.counters = counters;
        limit = new TokenBucket(UNREACHABLE_BURST, UNREACHABLE_PER_SECOND, nowNanos);
    }

    DropReason receive(Frame frame, Ipv4Header ip, long nowNanos) {
        DropReason reason = IcmpHeader.check(frame, ip);
        if (!reason.accepted()) {
            return reason;
        }
        return switch (IcmpHeader.type(frame, ip)) {
            case IcmpHeader.ECHO -> answerEcho(frame, ip);
            case IcmpHeader.UNREACHABLE, IcmpHeader.TIME_EXCEEDED, IcmpHeader.PARAMETER_PROBLEM ->
                deliverError(frame, ip, nowNanos);
            case IcmpHeader.SOURCE_QUENCH -> DropReason.ICMP_SOURCE_QUENCH;
            default -> DropReason.ICMP_UNKNOWN_TYPE;
        };
    }

    /** Says that nothing listens on the UDP port of a valid datagram, unless too many were said lately. */
    void portUnreachable(Frame about, Ipv4Header ip, long nowNanos) {
        if (!limit.take(nowNanos)) {
            counters.increment(StackCounter.ICMP_RATE_LIMITED);
            return;
        }
        Frame reply = stack.outgoingFrame();
        int length = IcmpHeader.writeUnreachable(reply, IcmpHeader.CODE_PORT_UNREACHABLE, about, ip);
        stack.sendDatagram(reply, ip.source(), Ipv4Header.PROTOCOL_ICMP, length);
        counters.increment(StackCounter.ICMP_UNREACHABLE_SENT);
    }

    /** A frame of ours could not be delivered because its neighbour does not answer: told like a router's message. */
    void neighbourUnreachable(Frame sent, long nowNanos) {
        if (error.hostUnreachable(sent).accepted()) {
            TransportHandler transport = stack.transport(error.protocol());
            if (transport != null) {
                transport.icmpError(error, nowNanos);
            }
        }
    }

    private DropReason answerEcho(Frame frame, Ipv4Header ip) {
        if (Ipv4Header.LENGTH + ip.payloadLength() > stack.mtuOctets()) {
            return DropReason.ICMP_ECHO_TOO_LARGE;
        }
        Frame reply = stack.outgoingFrame();
        int length = IcmpHeader.writeEchoReply(reply, frame, ip);
        stack.sendDatagram(reply, ip.source(), Ipv4Header.PROTOCOL_ICMP, length);
        counters.increment(StackCounter.ICMP_ECHO_REPLIES_SENT);
        counters.increment(StackCounter.ICMP_ECHO_ACCEPTED);
        return DropReason.ACCEPTED;
    }

    private DropReason deliverError(Frame frame, Ipv4Header ip, long nowNanos) {
        DropReason reason = error.parse(frame, ip);
        if (!reason.accepted()) {
            return reason;
        }
        TransportHandler transport = stack.transport(error.protocol());
        if (error.source() != stack.localAddress() || transport == null) {
            return DropReason.ICMP_QUOTE_NOT_OURS;
        }
        transport.icmpError(error, nowNanos);
        counters.increment(StackCounter.ICMP_ERROR_ACCEPTED);
        return DropReason.ACCEPTED;
    }
}
