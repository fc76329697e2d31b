package io.fourwave.runtime.host;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.StepRecorder;
import io.fourwave.runtime.net.IpStack;
import io.fourwave.runtime.policy.ConnectionContext;
import io.fourwave.runtime.policy.NewReno;
import io.fourwave.runtime.policy.TcpPolicies;
import io.fourwave.runtime.stream.ReceiveRing;
import io.fourwave.runtime.stream.SendRing;
import io.fourwave.runtime.tcp.Connection;
import io.fourwave.runtime.tcp.Notice;
import io.fourwave.runtime.tcp.Parameters;
import io.fourwave.runtime.tcp.Segment;
import io.fourwave.runtime.tcp.State;
import io.fourwave.runtime.wire.Ipv4Address;
import io.fourwave.runtime.wire.TcpHeader;

/**
 * A machine and what it needs of the host: its path, streams, policies, alarm. Carries effects out; decides nothing about segments.
 *
 * <p>Effects come while a step runs, when neither the machine nor the user may be called: they only leave marks, which {@link #afterStep} and the
 * user's side act on.
 */
final class TcpConnection implements Effects, ConnectionContext {
    private static final int IP_AND_TCP_HEADERS = 40;
    private static final int TIMESTAMPS_OPTION = 12;
    /** RFC 9293 MUST-15: what a peer without the MSS option takes. */
    private static final int DEFAULT_MSS = 536;
    /** RFC 1191 section 3 floor of what a router may ask for; less is an attack. */
    private static final int SMALLEST_MTU = 552;

    private static final State[] STATES = State.values();
    private static final Notice[] NOTICES = Notice.values();

    final TcpHost host;
    final Connection machine;
    final SendRing outgoing;
    final ReceiveRing incoming;
    final TcpPolicies policies;
    final Segment arriving;
    private final TimerAlarm alarm;

    /** Whose child this is, or null after an active open. */
    private Listener listener;

    private UserSide user;
    /** It takes the place of one in TIME-WAIT that would have sent this number next. */
    private boolean takesOver;

    private int takenOverAt;
    private int remoteAddress;
    private int remotePort;
    private int localPort;
    private int pathMtuOctets;
    private int timestampOffset;
    private boolean inTable;
    private boolean halfOpen;
    private boolean waiting;
    private boolean recorded;
    private long sentSegments;

    TcpConnection(TcpHost host, ConnectionOptions options) {
        this.host = host;
        TcpConfig config = host.config();
        Parameters parameters = host.parametersFor(options);
        outgoing = new SendRing(host.buffers(), orDefault(options.sendBufferOctets(), config.sendBufferOctets()));
        incoming =
                new ReceiveRing(host.buffers(), orDefault(options.receiveBufferOctets(), config.receiveBufferOctets()));
        policies = new TcpPolicies(this, parameters, new NewReno(config.initialWindow()));
        policies.nagleOff(options.noDelay());
        machine = new Connection(parameters, policies, this, outgoing, incoming);
        arriving = new Segment();
        alarm = new TimerAlarm(host.loop().timers(), machine, this::afterStep);
        pathMtuOctets = host.ip().mtuOctets();
    }

    private static int orDefault(int octets, int otherwise) {
        return octets > 0 ? octets : otherwise;
    }

    // ---- path ----

    void path(int localPortNumber, int remoteAddressNumber, int remotePortNumber) {
        localPort = localPortNumber;
        remoteAddress = remoteAddressNumber;
        remotePort = remotePortNumber;
        timestampOffset = host.timestampOffset(this);
    }

    int timestampOffset() {
        return timestampOffset;
    }

    /** Asks for a recorder, before the first step. */
    void record() {
        String label = remotePort == 0
                ? "*:* *:*"
                : Ipv4Address.format(host.localAddress()) + ":" + localPort + " " + Ipv4Address.format(remoteAddress)
                        + ":" + remotePort;
        StepRecorder recorder = host.config().recorders().of(machine, label);
        recorded = recorder != null;
        machine.recordTo(recorder);
    }

    boolean recorded() {
        return recorded;
    }

    long key() {
        return ConnectionTable.key(remoteAddress, remotePort, localPort);
    }

    int remoteAddress() {
        return remoteAddress;
    }

    int remotePort() {
        return remotePort;
    }

    int localPort() {
        return localPort;
    }

    // ---- whose it is ----

    void user(UserSide side) {
        user = side;
    }

    UserSide user() {
        return user;
    }

    void childOf(Listener parent) {
        listener = parent;
    }

    Listener listener() {
        return listener;
    }

    boolean inTable() {
        return inTable;
    }

    void inTable(boolean is) {
        inTable = is;
    }

    /** Still counted against its listener's backlog. */
    boolean halfOpen() {
        return halfOpen;
    }

    void halfOpen(boolean is) {
        halfOpen = is;
    }

    /** Already in the host's queue of those with something to do. */
    boolean waiting() {
        return waiting;
    }

    void waiting(boolean is) {
        waiting = is;
    }

    // ---- events ----

    void arrives(TcpHeader tcp, long nowNanos) {
        SegmentCodec.decode(tcp, machine, arriving);
        machine.segmentArrives(nowNanos, arriving);
        afterStep();
    }

    /** After every step: acts on the marks its effects left. */
    void afterStep() {
        State state = machine.state();
        if (inTable) {
            if (state == State.CLOSED || state == State.LISTEN) {
                host.remove(this);
                alarm.cancel();
                user.over();
            } else if (user.reborn(state == State.SYN_RECEIVED)) {
                host.reopened(this);
            }
            user.stepped(state);
            host.somethingToDo(this);
            if (state == State.TIME_WAIT) {
                host.limitTimeWait(this);
            }
        }
    }

    /**
     * Offers the internal events until none of them sends anything.
     *
     * @return false when there may be more to send than a fair share
     */
    boolean offerOpportunities(long nowNanos, int budget) {
        if (!inTable) {
            return true;
        }
        for (int i = 0; i < budget; i++) {
            long before = sentSegments;
            machine.retransmit(nowNanos);
            machine.transmit(nowNanos);
            if (sentSegments == before) {
                return true;
            }
        }
        return false;
    }

    /** Fragmentation was needed on the way: RFC 1191, and RFC 5927's rule that the quoted segment be in flight. */
    void pathMtu(int quotedSeq, int mtuOctets) {
        boolean inFlight = quotedSeq - machine.sndUna() >= 0 && quotedSeq - machine.sndNxt() < 0;
        if (inFlight && mtuOctets >= SMALLEST_MTU && mtuOctets < pathMtuOctets) {
            pathMtuOctets = mtuOctets;
        }
    }

    // ---- effects ----

    @Override
    public void send(Machine sender, MessageRecord segment) {
        sentSegments++;
        host.transmit(this, (Segment) segment);
    }

    @Override
    public void notify(Machine teller, int notice) {
        if (user != null) {
            user.notice(NOTICES[notice]);
        }
    }

    @Override
    public void timerSet(Machine owner, int timer, long deadlineNanos) {
        alarm.set(deadlineNanos);
    }

    @Override
    public void timerCancelled(Machine owner, int timer) {
        // The alarm is left to go off early: to look for nothing is cheaper than to move it with every segment.
    }

    @Override
    public void stateChanged(Machine owner, int from, int to) {
        host.stateChanged(STATES[from], STATES[to]);
    }

    // ---- for the policies ----

    /**
     * Before the first step: its numbers lie beyond those of the connection before, as those of one that a SYN begins in TIME-WAIT do. The clock alone does not
     * see to it: who has sent more than an octet in 4 µs is ahead of it.
     */
    void goesOnFrom(int oldSndNxt) {
        takesOver = true;
        takenOverAt = oldSndNxt;
    }

    @Override
    public int initialSequenceNumber(long nowNanos) {
        int fresh = host.initialSequenceNumber(localPort, remoteAddress, remotePort, nowNanos);
        if (takesOver && fresh - takenOverAt <= 0) {
            return takenOverAt + host.config().parameters().timeWaitIssGap();
        }
        return fresh;
    }

    @Override
    public boolean listening() {
        return host.listenerAt(localPort) != null;
    }

    @Override
    public int segmentOctets(int peerMss) {
        int mss = Math.min(peerMss == 0 ? DEFAULT_MSS : peerMss, pathMtuOctets - IP_AND_TCP_HEADERS);
        // A peer that asks for next to nothing would have us send headers only.
        return Math.max(1, mss - (machine.tsOk() ? TIMESTAMPS_OPTION : 0));
    }

    @Override
    public int burstOctets(int segmentOctets) {
        IpStack ip = host.ip();
        if (ip.maxSuperSegmentOctets() <= ip.mtuOctets()) {
            return segmentOctets;
        }
        int most = ip.maxSuperSegmentOctets() - IP_AND_TCP_HEADERS - TIMESTAMPS_OPTION;
        return Math.max(segmentOctets, most - most % segmentOctets);
    }

    @Override
    public int timestampMillis(long nowNanos) {
        return host.timestampMillis(this, nowNanos);
    }

    @Override
    public void urgentData(int octets) {
        user.urgent(octets);
    }

    @Override
    public void retransmitted(int octets) {
        host.counters().add(TcpCounter.OCTETS_RETRANSMITTED, octets);
    }

    @Override
    public void fastRetransmit() {
        host.counters().increment(TcpCounter.FAST_RETRANSMITS);
    }

    @Override
    public void timedOut() {
        host.counters().increment(TcpCounter.RETRANSMISSION_TIMEOUTS);
    }
}
