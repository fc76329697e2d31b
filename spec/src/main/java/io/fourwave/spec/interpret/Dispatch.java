package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which code handles which event in which state. */
final class Dispatch {
    /** One event: the code per state ordinal (null: the IR forgot it), and what its arguments may be. */
    record Entry(String event, List<String> arguments, Ranges.Bounds[] bounds, Program.Code[] byState) {
        /** @throws IllegalArgumentException when the event does not look like this */
        void accept(long[] args) {
            if (args.length != bounds.length) {
                throw new IllegalArgumentException(
                        event + " comes with " + bounds.length + " values " + arguments + ", not " + args.length);
            }
            for (int i = 0; i < args.length; i++) {
                if (!bounds[i].admit(args[i])) {
                    throw new IllegalArgumentException(
                            arguments.get(i) + " of " + event + " is " + bounds[i].problem(args[i]));
                }
            }
        }
    }

    final Entry arrival;
    private final Map<String, Entry> calls = new HashMap<>();
    private final Map<String, Entry> timeouts = new HashMap<>();
    private final Map<String, Entry> exhausted = new HashMap<>();
    private final Map<String, Entry> opportunities = new HashMap<>();

    Dispatch(Program program) {
        Machine machine = program.protocol.machine();
        arrival = entry(
                program,
                "SEGMENT-ARRIVES",
                program.layout.fields.stream()
                        .map(f -> new Protocol.Local(f.name(), f.type(), f.kind()))
                        .toList());
        for (Protocol.UserCall call : program.protocol.calls()) {
            calls.put(call.name(), entry(program, call.name(), call.params()));
        }
        for (Machine.Timer timer : machine.timers()) {
            timeouts.put(timer.name(), entry(program, "timeout " + timer.name(), List.of()));
            exhausted.put(timer.name(), entry(program, "exhausted " + timer.name(), List.of()));
        }
        for (Machine.Opportunity opportunity : machine.opportunities()) {
            opportunities.put(opportunity.name(), entry(program, opportunity.name(), List.of()));
        }
        for (Machine.Handler handler : machine.handlers()) {
            Program.Code code = program.code(handler);
            for (Machine.State state : handler.states()) {
                entryOf(handler.event()).byState()[program.layout.stateOrdinal(state.name())] = code;
            }
        }
    }

    private static Entry entry(Program program, String event, List<Protocol.Local> arguments) {
        return new Entry(
                event,
                arguments.stream().map(Protocol.Local::name).toList(),
                arguments.stream().map(a -> program.ranges.of(a.type())).toArray(Ranges.Bounds[]::new),
                new Program.Code[program.layout.states.size()]);
    }

    private Entry entryOf(Machine.Event event) {
        if (event instanceof Machine.Event.Call call) {
            return call(call.call().name());
        }
        if (event instanceof Machine.Event.Timeout timeout) {
            return timeout(timeout.timer());
        }
        if (event instanceof Machine.Event.Exhausted exhaustion) {
            return exhausted(exhaustion.timer());
        }
        if (event instanceof Machine.Event.Opportune opportune) {
            return opportunity(opportune.opportunity());
        }
        return arrival;
    }

    Entry call(String name) {
        return find(calls, "call", name);
    }

    Entry timeout(String timer) {
        return find(timeouts, "timer", timer);
    }

    Entry exhausted(String timer) {
        return find(exhausted, "timer", timer);
    }

    Entry opportunity(String name) {
        return find(opportunities, "opportunity", name);
    }

    private static Entry find(Map<String, Entry> entries, String what, String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("the protocol has no " + what + " `" + name + "`");
        }
        return entry;
    }
}
