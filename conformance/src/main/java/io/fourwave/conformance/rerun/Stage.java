package io.fourwave.conformance.rerun;

import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.Occurrence;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.interpret.WorldView;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The two ends and what lies between them. Each method is one action of the environment: it happens, or it is not permitted now, and
 * then nothing does.
 */
final class Stage {
    private final Subject subject;
    private final Permissions permissions;
    private final Channel channel;
    private final List<Endpoint> ends;
    private final int[] written = new int[2];
    private final Protocol protocol;
    private final List<String> log = new ArrayList<>();
    private long tick;

    Stage(Subject subject) {
        this.subject = subject;
        protocol = subject.protocol;
        permissions = new Permissions(subject);
        channel = new Channel(
                !subject.environment.channel().reordering(),
                permissions.capacity(),
                permissions.lifetimeTicks().orElse(Long.MAX_VALUE));
        ends = List.of(new Endpoint(subject), new Endpoint(subject));
    }

    Permissions permissions() {
        return permissions;
    }

    Channel channel() {
        return channel;
    }

    MachineState state(int peer) {
        return ends.get(peer).state();
    }

    /** What has happened, a line for each action. */
    List<String> log() {
        return log;
    }

    long nowNanos() {
        return tick * Subject.TICK_NANOS;
    }

    WorldView view() {
        return new WorldView(
                ends.stream().map(Endpoint::state).toList(),
                ends.stream().map(Endpoint::histories).toList(),
                List.of(fieldsTo(0), fieldsTo(1)));
    }

    private List<long[]> fieldsTo(int peer) {
        return channel.underWayTo(peer).stream().map(packet -> packet.fields).toList();
    }

    boolean call(Permissions.Call call, List<Act.Chosen> choices) {
        if (!call.isPermitted(view())) {
            return false;
        }
        Arguments arguments = new Arguments(subject, call.entry);
        call.made();
        byte[] octets = null;
        if (arguments.octets() >= 0) {
            // Letters tell who wrote them, and in which order.
            octets = new byte[arguments.octets()];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) ((call.peer == 0 ? 'a' : 'A') + written[call.peer]++ % 26);
            }
        }
        String who = call.entry.label() == null || call.entry.label().isEmpty() ? "user" : call.entry.label();
        step(call.peer, new Occurrence.Call(call.entry.call().name(), arguments.values()), octets, choices, who + ": ");
        return true;
    }

    boolean arrives(Packet packet, boolean again, List<Act.Chosen> choices) {
        int at = 1 - packet.from;
        if (!channel.deliverable(at).contains(packet) || again && !permissions.mayRepeat()) {
            return false;
        }
        if (again) {
            permissions.repeated();
        } else {
            channel.remove(packet);
        }
        String what = name(packet) + (again ? " duplicated: " : ": ");
        step(at, new Occurrence.Arrival(packet.fields), packet.octets, choices, what);
        return true;
    }

    boolean loses(Packet packet) {
        if (!channel.deliverable(1 - packet.from).contains(packet) || !permissions.mayLose()) {
            return false;
        }
        permissions.lost();
        channel.remove(packet);
        log.add("t=" + tick + " " + name(packet) + " is lost");
        return true;
    }

    boolean expires(int peer, String timer, List<Act.Chosen> choices) {
        Occurrence due = subject.interpreter.due(state(peer), timer, nowNanos());
        if (due == null) {
            return false;
        }
        step(peer, due, null, choices, "");
        return true;
    }

    boolean offers(int peer, String opportunity, List<Act.Chosen> choices) {
        if (!subject.interpreter.enabled(state(peer), opportunity)) {
            return false;
        }
        step(peer, new Occurrence.Opportune(opportunity), null, choices, "");
        return true;
    }

    boolean crashes(int peer) {
        boolean initial =
                state(peer).state().equals(protocol.machine().initial().name());
        if (initial || !permissions.mayCrash(peer, view())) {
            return false;
        }
        permissions.crashed(peer);
        ends.get(peer).crash();
        log.add("t=" + tick + " " + peerName(peer) + " crashes and comes back");
        return true;
    }

    boolean cuts() {
        if (channel.isCut() || !permissions.mayCut()) {
            return false;
        }
        permissions.cut();
        channel.cut();
        log.add("t=" + tick + " the path is cut for good");
        return true;
    }

    /** Time passes, unless something is due, a segment is at the end of its life, or nobody waits for anything. */
    boolean ticks() {
        boolean waiting = false;
        for (int peer = 0; peer < 2; peer++) {
            for (Machine.Timer timer : protocol.machine().timers()) {
                long deadline = state(peer).deadlineNanos(timer.name());
                if (deadline >= 0 && deadline <= nowNanos()) {
                    return false;
                }
                waiting |= deadline >= 0;
            }
        }
        if (!waiting || channel.atItsEnd() != null) {
            return false;
        }
        tick++;
        channel.older();
        log.add("t=" + tick);
        return true;
    }

    private void step(int peer, Occurrence event, byte[] octets, List<Act.Chosen> choices, String prefix) {
        String before = state(peer).state();
        Endpoint.Done done = ends.get(peer).step(event, octets, nowNanos(), choices);
        StepResult result = done.result();
        StringBuilder line = new StringBuilder("t=" + tick + " " + peerName(peer) + " " + prefix + event.text() + ": ");
        line.append(result.rule().isEmpty() ? "ignored" : result.rule());
        result.choices().forEach(choice -> line.append(", ").append(choice));
        for (int i = 0; i < result.sent().size(); i++) {
            Packet packet =
                    packet(peer, result.sent().get(i).fields(), done.octets().get(i));
            channel.send(packet);
            line.append("; sends ").append(name(packet)).append(' ').append(packet.key);
        }
        if (!before.equals(result.post().state())) {
            line.append("; ").append(before).append(" -> ").append(result.post().state());
        }
        log.add(line.toString());
    }

    private Packet packet(int from, long[] fields, byte[] octets) {
        List<Protocol.Field> declared = protocol.segment().fields();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            Protocol.Field field = declared.get(i);
            if (field.kind() != DataKind.RUNTIME && !(field.type() instanceof Type.Octets && fields[i] == 0)) {
                key.append('<')
                        .append(field.name())
                        .append('=')
                        .append(io.fourwave.spec.interpret.Encoding.text(field.type(), fields[i]))
                        .append('>');
            }
        }
        if (octets.length > 0) {
            key.append(new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return new Packet(from, channel.nextOf(from), fields, octets, key.toString());
    }

    private String name(Packet packet) {
        return peerName(packet.from) + "'s segment " + packet.ofSender;
    }

    private String peerName(int peer) {
        return subject.environment.peers().get(peer);
    }

    /** Everything the future depends on, without the present time: equal for worlds that will go on alike. */
    String position() {
        StringBuilder text = new StringBuilder();
        for (int peer = 0; peer < 2; peer++) {
            MachineState state = state(peer);
            text.append(state.state());
            for (Machine.Variable variable : protocol.machine().variables()) {
                text.append(' ').append(state.variable(variable.name()));
            }
            for (Machine.Timer timer : protocol.machine().timers()) {
                long deadline = state.deadlineNanos(timer.name());
                text.append(' ')
                        .append(deadline < 0 ? -1 : deadline - nowNanos())
                        .append('/')
                        .append(state.retries(timer.name()));
            }
            for (Machine.Stream stream : protocol.machine().streams()) {
                text.append(' ').append(Arrays.toString(state.stream(stream.name())));
            }
            text.append('\n');
        }
        return text + String.join("\n", channel.contents()) + "\n" + permissions.left();
    }
}
