package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each part of a TCB stands. The interpreter's own array holds the state's ordinal, the variables (in declared order, ghosts only
 * where they are kept), then deadline and retries of each timer; where ghosts are kept, then the length of each stream's history and
 * whether those histories are of a life that has ended. Streams are held apart. A snapshot holds what is plain, and puts the streams at
 * the end.
 */
final class StateLayout {
    static final long NOT_RUNNING = -1;

    final List<Machine.State> states;
    /** Plain and runtime, and ghosts where they are kept, in declared order; variable i is in slot i + 1. */
    final List<Machine.Variable> variables;

    final List<Machine.Timer> timers;
    final List<Machine.Stream> streams;
    /** What of a segment the interpreter sees: all fields, ghosts only where they are kept. */
    final List<Protocol.Field> fields;

    final boolean ghosts;

    private final Map<String, Integer> stateOrdinals = new HashMap<>();
    private final Map<String, Integer> variableSlots = new HashMap<>();
    private final Map<String, Integer> timerIndexes = new HashMap<>();
    private final Map<String, Integer> streamIndexes = new HashMap<>();
    private final Map<String, Integer> fieldIndexes = new HashMap<>();
    private final int plainVariables;

    StateLayout(Protocol protocol, boolean ghosts) {
        this.ghosts = ghosts;
        Machine machine = protocol.machine();
        states = machine.states();
        variables = machine.variables().stream()
                .filter(v -> ghosts || v.kind() != DataKind.GHOST)
                .toList();
        timers = machine.timers();
        streams = machine.streams();
        fields = protocol.segment().fields().stream()
                .filter(f -> ghosts || f.kind() != DataKind.GHOST)
                .toList();
        index(stateOrdinals, states.stream().map(Machine.State::name).toList(), 0);
        index(variableSlots, variables.stream().map(Machine.Variable::name).toList(), 1);
        index(timerIndexes, timers.stream().map(Machine.Timer::name).toList(), 0);
        index(streamIndexes, streams.stream().map(Machine.Stream::name).toList(), 0);
        index(fieldIndexes, fields.stream().map(Protocol.Field::name).toList(), 0);
        plainVariables =
                (int) variables.stream().filter(v -> v.kind() == DataKind.PLAIN).count();
    }

    private static void index(Map<String, Integer> indexes, List<String> names, int first) {
        for (int i = 0; i < names.size(); i++) {
            indexes.put(names.get(i), first + i);
        }
    }

    int stateOrdinal(String state) {
        return find(stateOrdinals, "state", state);
    }

    int variableSlot(String variable) {
        return find(variableSlots, "variable", variable);
    }

    int timer(String timer) {
        return find(timerIndexes, "timer", timer);
    }

    int stream(String stream) {
        return find(streamIndexes, "stream", stream);
    }

    int field(String field) {
        return find(fieldIndexes, "segment field", field);
    }

    private static int find(Map<String, Integer> indexes, String what, String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("the machine has no " + what + " `" + name + "`");
        }
        return index;
    }

    int deadlineSlot(int timer) {
        return 1 + variables.size() + 2 * timer;
    }

    int retriesSlot(int timer) {
        return deadlineSlot(timer) + 1;
    }

    /** Behind the last timer's slots. */
    int timersEnd() {
        return deadlineSlot(timers.size());
    }

    /** Where ghosts are kept: the number of octets in a stream's history. */
    int historySlot(int stream) {
        return timersEnd() + stream;
    }

    /** Where ghosts are kept: 1 when the TCB the histories are of was deleted, and none has succeeded it. */
    int endedSlot() {
        return historySlot(streams.size());
    }

    int coreLength() {
        return ghosts ? endedSlot() + 1 : timersEnd();
    }

    /** Length of a snapshot up to the streams. */
    int plainLength() {
        return 1 + plainVariables + 2 * timers.size();
    }

    int runtimeVariables() {
        return (int)
                variables.stream().filter(v -> v.kind() == DataKind.RUNTIME).count();
    }

    /** Slots of the interpreter's array that are in a snapshot, in order. */
    List<Integer> plainSlots() {
        List<Integer> slots = new ArrayList<>();
        slots.add(0);
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).kind() == DataKind.PLAIN) {
                slots.add(i + 1);
            }
        }
        for (int slot = deadlineSlot(0); slot < timersEnd(); slot++) {
            slots.add(slot);
        }
        return slots;
    }
}
