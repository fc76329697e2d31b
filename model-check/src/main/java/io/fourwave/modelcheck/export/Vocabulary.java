package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From the modules' names back to the spec's, for telling a trace.
 *
 * @param peers the two ends, left first
 * @param initialState state of an end that has no connection
 * @param timers field of the TCB's record to the timer's name
 * @param variables field to variable, plain and ghost
 * @param segmentFields field of a segment's record to the spec's name, in declared order
 * @param ghostFields those of the spec's names that exist in the model only
 * @param arguments field of a call's record to the parameter's name
 * @param capacity most segments on their way to one end, what is more is gone; {@link Integer#MAX_VALUE} without
 * @param inOrder segments arrive in the order they were sent
 */
public record Vocabulary(
        List<String> peers,
        String initialState,
        Map<String, String> timers,
        Map<String, String> variables,
        Map<String, String> segmentFields,
        Set<String> ghostFields,
        Map<String, String> arguments,
        int capacity,
        boolean inOrder) {

    static Vocabulary of(Protocol protocol, World.Environment environment, Names names, Constants constants) {
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
        Set<String> ghosts = protocol.segment().fields().stream()
                .filter(field -> field.kind() == DataKind.GHOST)
                .map(Protocol.Field::name)
                .collect(Collectors.toSet());
        Map<String, String> arguments = new LinkedHashMap<>();
        protocol.calls()
                .forEach(call ->
                        call.params().forEach(param -> arguments.put(Names.argument(param.name()), param.name())));
        Expr capacity = environment.channel().capacity();
        return new Vocabulary(
                List.copyOf(environment.peers()),
                machine.initial().name(),
                timers,
                variables,
                fields,
                ghosts,
                arguments,
                capacity == null ? Integer.MAX_VALUE : (int) constants.number(capacity),
                !environment.channel().reordering());
    }
}
