package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the modules' names back to the spec's, for telling a trace.
 *
 * @param peers the two ends, left first
 * @param initialState state of an end that has no connection
 * @param timers field of the TCB's record to the timer's name
 * @param variables field to variable, plain and ghost
 * @param segmentFields field of a segment's record to the spec's name, in declared order
 */
public record Vocabulary(
        List<String> peers,
        String initialState,
        Map<String, String> timers,
        Map<String, String> variables,
        Map<String, String> segmentFields) {

    static Vocabulary of(Protocol protocol, World.Environment environment, Names names) {
        Machine machine = protocol.machine();
        Map<String, String> timers = new LinkedHashMap<>();
        machine.timers().forEach(timer -> timers.put(names.timer(timer.name()), timer.name()));
        Map<String, String> variables = new LinkedHashMap<>();
        machine.variables().stream()
                .filter(variable -> variable.kind() != DataKind.RUNTIME)
                .forEach(variable -> variables.put(names.variable(variable.name()), variable.name()));
        Map<String, String> fields = new LinkedHashMap<>();
        protocol.segment().fields().stream()
                .filter(field -> field.kind() != DataKind.RUNTIME)
                .forEach(field -> fields.put(Names.segmentField(field.name()), field.name()));
        return new Vocabulary(
                List.copyOf(environment.peers()), machine.initial().name(), timers, variables, fields);
    }
}
