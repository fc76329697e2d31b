package io.fourwave.spec.ir;

import java.util.List;

/**
 * The state machine of one endpoint.
 *
 * @param initial the state a new TCB is in, and {@code delete TCB} returns to
 * @param handlers for each (state, event) pair exactly one, the resolver has made sure
 */
public record Machine(
        String name,
        List<State> states,
        State initial,
        List<Group> groups,
        List<Variable> variables,
        List<Stream> streams,
        List<Timer> timers,
        List<Opportunity> opportunities,
        List<Define> defines,
        List<Procedure> procedures,
        List<Handler> handlers,
        String doc,
        Place place) {

    public record State(String name) {}

    /** A named set of states, members in declared order of the states. */
    public record Group(String name, List<State> states, String doc, Place place) {}

    /**
     * A variable of the TCB.
     *
     * @param initial constant expression over literals and parameters; never null (zero value if not given)
     */
    public record Variable(
            String name, DataKind kind, Type type, Expr initial, List<String> tags, String doc, Place place) {}

    public enum StreamKind {
        SEND,
        RECEIVE
    }

    /** An octet stream of the TCB: a send buffer, or a receive buffer with reassembly. Operations: {@link StreamOp}, {@link StreamQuery}. */
    public record Stream(String name, StreamKind kind, List<String> tags, String doc, Place place) {}

    /**
     * A timer of the TCB; plain state: running or not, its deadline, its retries.
     *
     * @param after interval when started, an expression, or null when {@code choice} decides
     * @param choice decides the base interval at each start and back-off, or null
     * @param factor multiplier per back-off, 1 when there is none: interval = min(base * factor^retries, max)
     * @param max upper bound of the interval, or null
     * @param limit retries after which {@code exhausted} happens instead of {@code timeout}, over the TCB; null for never
     */
    public record Timer(
            String name,
            Expr after,
            Choice choice,
            int factor,
            Expr max,
            Expr limit,
            List<String> tags,
            String doc,
            Place place) {}

    /** A nondeterministic value: in the model each value of the type, on the wire the policy's. */
    public record Choice(Protocol.Local local, Protocol.Policy policy, List<Expr> hints) {}

    /** An internal event, enabled while the guard holds in a state whose handler is not an ignore. */
    public record Opportunity(String name, Expr guard, List<String> tags, String doc, Place place) {}

    /** A named pure expression over the TCB, the parameters and, where {@code usesSegment}, the arriving segment. */
    public record Define(
            String name,
            List<Protocol.Local> params,
            Type type,
            DataKind kind,
            Expr body,
            boolean usesSegment,
            List<String> tags,
            String doc,
            Place place) {}

    /** Named statements. Not recursive. {@code mayStop}: contains a stop or return, which ends the whole step. */
    public record Procedure(
            String name,
            List<Protocol.Local> params,
            List<Statement> body,
            boolean usesSegment,
            boolean mayStop,
            boolean mayChoose,
            List<String> tags,
            String doc,
            Place place) {}

    /** What can happen to an endpoint. */
    public sealed interface Event {
        /** The event as the spec writes it: {@code CLOSE}, {@code SEGMENT-ARRIVES}, {@code timeout ALARM}. */
        String text();

        record Call(Protocol.UserCall call) implements Event {
            @Override
            public String text() {
                return call.name();
            }
        }

        record SegmentArrives() implements Event {
            @Override
            public String text() {
                return "SEGMENT-ARRIVES";
            }
        }

        record Timeout(String timer) implements Event {
            @Override
            public String text() {
                return "timeout " + timer;
            }
        }

        record Exhausted(String timer) implements Event {
            @Override
            public String text() {
                return "exhausted " + timer;
            }
        }

        record Opportune(String opportunity) implements Event {
            @Override
            public String text() {
                return opportunity;
            }
        }
    }

    /**
     * What one event does in a set of states.
     *
     * @param label left part of the rule names, a group or a state: {@code synchronized}
     * @param ignored the event is ignored here in so many words; then there are no checks
     * @param checks the ordered checks; a handler without checks has one, named after the event
     */
    public record Handler(
            String label,
            Event event,
            List<State> states,
            boolean ignored,
            List<Check> checks,
            List<String> tags,
            String doc,
            Place place) {}

    /**
     * One ordered check (or the only body) of a handler.
     *
     * @param rule its name everywhere, {@code label.reason}: {@code synchronized.sequence-number}; unique in the machine
     * @param title as the source has it: {@code sequence number}; the event's text for a body without checks
     * @param ordinal 1 for {@code first}; 0 for a body without checks
     */
    public record Check(
            String rule, String title, int ordinal, List<Statement> body, List<String> tags, String doc, Place place) {}
}
