package io.fourwave.spec.tcp;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.interpret.ChoiceRequest;
import io.fourwave.spec.interpret.Effect;
import io.fourwave.spec.interpret.Interpreter;
import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.Occurrence;
import io.fourwave.spec.interpret.ParameterValues;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One end of a connection, the test being everything else: user, peer and time. After each event the opportunities to send are taken, as
 * the runtime does. Our sequence numbers begin at {@link #ISS}, the peer's at {@link #IRS}.
 */
final class Endpoint {
    static final long ISS = 1000;
    static final long IRS = 5000;
    /** Capacity of both streams, and so our window at first. */
    static final int CAPACITY = 4000;

    private static final Protocol PROTOCOL = compile();
    private static final List<String> FIELDS = PROTOCOL.segment().fields().stream()
            .filter(field -> field.kind() != DataKind.GHOST)
            .map(Protocol.Field::name)
            .toList();
    private static final int MOST_SENT_AT_ONCE = 100;

    private final Map<String, Long> choices = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final List<long[]> sentFields = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Effect.Informed> informed = new ArrayList<>();
    private Interpreter interpreter;
    private MachineState state;
    private StepResult last;
    private long nowNanos;

    private Endpoint(String profile, Map<String, Long> parameters) {
        interpreter = new Interpreter(
                PROTOCOL, ParameterValues.ofProfile(PROTOCOL, profile, parameters), new int[] {CAPACITY, CAPACITY});
        state = interpreter.initial();
        choices.put("iss", ISS);
        choices.put("fresh", ISS);
        choices.put("wait", 0L);
        choices.put("again", 0L);
        choices.put("wanted", 0L);
        choices.put("worthwhile", 0L);
    }

    private static Protocol compile() {
        Compilation compilation = Compiler.compile(Path.of("tcp"));
        return compilation
                .protocol()
                .orElseThrow(() -> new AssertionError(compilation.diagnostics().toString()));
    }

    static Endpoint rfc() {
        return new Endpoint("rfc", Map.of());
    }

    static Endpoint linux() {
        return new Endpoint("linux", Map.of());
    }

    /** Enumerations by ordinal, durations in nanoseconds. */
    static Endpoint rfc(String parameter, long value) {
        return new Endpoint("rfc", Map.of(parameter, value));
    }

    static Endpoint linux(String parameter, long value) {
        return new Endpoint("linux", Map.of(parameter, value));
    }

    static Endpoint rfc(Map<String, Long> parameters) {
        return new Endpoint("rfc", parameters);
    }

    static long ordinal(String enumeration, String member) {
        return PROTOCOL.enumerations().stream()
                .filter(e -> e.name().equals(enumeration))
                .findFirst()
                .orElseThrow()
                .members()
                .indexOf(member);
    }

    // ---- ways to a state: each leaves nothing in the log ----

    Endpoint listening() {
        return call("OPEN-PASSIVE").forget();
    }

    Endpoint synSent() {
        return call("OPEN-ACTIVE").forget();
    }

    /** Passively. */
    Endpoint synReceived() {
        return listening().arrives(Seg.of("SYN", IRS)).forget();
    }

    Endpoint established() {
        return synSent().arrives(Seg.of("SYN,ACK", IRS).ack(ISS + 1)).forget();
    }

    /** SHUTDOWN: FIN sent, user still reading. */
    Endpoint finWait1() {
        return established().call("SHUTDOWN").forget();
    }

    Endpoint finWait2() {
        return finWait1().arrives(Seg.of("ACK", IRS + 1).ack(ISS + 2)).forget();
    }

    Endpoint closeWait() {
        return established().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1)).forget();
    }

    Endpoint closing() {
        return finWait1().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 1)).forget();
    }

    Endpoint lastAck() {
        return closeWait().call("CLOSE").forget();
    }

    Endpoint timeWait() {
        return finWait2().arrives(Seg.of("FIN,ACK", IRS + 1).ack(ISS + 2)).forget();
    }

    // ---- events ----

    Endpoint call(String name, long... args) {
        return take(new Occurrence.Call(name, args));
    }

    Endpoint arrives(Seg segment) {
        long[] fields = new long[FIELDS.size()];
        segment.values().forEach((name, value) -> fields[FIELDS.indexOf(name)] = value);
        return take(new Occurrence.Arrival(fields));
    }

    /** Time goes on to the timer's deadline; other timers are left alone. */
    Endpoint expires(String timer) {
        if (!state.running(timer)) {
            throw new AssertionError(timer + " is not running in " + state);
        }
        nowNanos = Math.max(nowNanos, state.deadlineNanos(timer));
        return take(interpreter.due(state, timer, nowNanos));
    }

    Endpoint passes(long nanos) {
        nowNanos += nanos;
        return this;
    }

    /** What a policy decides from now on. */
    Endpoint choosing(String choice, long value) {
        choices.put(choice, value);
        return this;
    }

    private Endpoint take(Occurrence event) {
        step(event);
        StepResult answer = last;
        for (int i = 0; i < MOST_SENT_AT_ONCE; i++) {
            if (!offered()) {
                last = answer;
                return this;
            }
        }
        throw new AssertionError("no end of sending in " + state);
    }

    private boolean offered() {
        for (Machine.Opportunity opportunity : PROTOCOL.machine().opportunities()) {
            if (interpreter.enabled(state, opportunity.name())) {
                step(new Occurrence.Opportune(opportunity.name()));
                if (!last.sent().isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void step(Occurrence event) {
        last = interpreter.step(state, event, nowNanos, this::choose);
        state = last.post();
        for (Effect effect : last.effects()) {
            if (effect instanceof Effect.Sent send) {
                sent.add(text(send.fields()));
                sentFields.add(send.fields());
            } else if (effect instanceof Effect.Notified notified) {
                notices.add(notified.notice());
            } else if (effect instanceof Effect.Informed told) {
                informed.add(told);
            }
        }
    }

    private long choose(ChoiceRequest request) {
        Long decided = choices.get(request.name());
        if (decided != null) {
            return Math.max(request.low(), Math.min(decided, request.high()));
        }
        return switch (request.name()) {
            case "count" -> request.high();
            case "rto", "persist-interval", "probe-timeout" -> Math.max(request.low(), 1_000_000_000L);
            default -> throw new AssertionError("no decision for " + request);
        };
    }

    /** {@code <SEQ=1001><ACK=5001><CTL=FIN,ACK><DATA=3>}: sequence numbers, what is not zero of ACK and DATA. */
    private static String text(long[] fields) {
        String ack = (fields[FIELDS.indexOf("CTL")] & Seg.mask("ACK")) == 0
                ? ""
                : "<ACK=" + fields[FIELDS.indexOf("ACK")] + ">";
        long data = fields[FIELDS.indexOf("DATA")];
        return "<SEQ=" + fields[FIELDS.indexOf("SEQ")] + ">" + ack + "<CTL="
                + Seg.controls(fields[FIELDS.indexOf("CTL")]) + ">" + (data == 0 ? "" : "<DATA=" + data + ">");
    }

    // ---- what came of it ----

    String state() {
        return state.state();
    }

    /** Segments sent since the log was last forgotten. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** A field of the segment sent last. */
    long sentField(String field) {
        return sentFields.get(sentFields.size() - 1)[FIELDS.indexOf(field)];
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    List<String> informed() {
        return informed.stream().map(Effect.Informed::policy).toList();
    }

    /** What a policy was last told. */
    long[] toldTo(String policy) {
        return informed.stream()
                .filter(told -> told.policy().equals(policy))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new AssertionError(policy + " was told nothing, only " + informed()))
                .args();
    }

    /** Of the last call: {@code ok} or the error's name. */
    String result() {
        return last.result() == 0
                ? "ok"
                : PROTOCOL.errors().get(last.result() - 1).name();
    }

    /** Of the last event, not of what was sent for it. */
    String rule() {
        return last.rule();
    }

    long variable(String name) {
        return state.variable(name);
    }

    boolean running(String timer) {
        return state.running(timer);
    }

    long leftNanos(String timer) {
        return state.deadlineNanos(timer) - nowNanos;
    }

    long retries(String timer) {
        return state.retries(timer);
    }

    long readable() {
        return state.stream("incoming")[0];
    }

    boolean isNew() {
        return state.equals(interpreter.initial());
    }

    Endpoint forget() {
        sent.clear();
        sentFields.clear();
        notices.clear();
        informed.clear();
        return this;
    }
}
