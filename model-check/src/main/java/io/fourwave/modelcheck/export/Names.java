package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What everything is called in the modules: operators and constants share one name space, fields of the TCB another. Also keeps the
 * constants that turn out to be needed while the operators are written: sets of flags, parameters.
 */
final class Names {
    private final Identifiers operators = new Identifiers(Library.names());
    private final Identifiers fields = new Identifiers(Set.of("state", "sent", "stopped", "ended", "trail", "rule"));
    private final Map<String, String> byThing = new LinkedHashMap<>();
    private final Map<String, String> fieldByThing = new LinkedHashMap<>();
    private final Map<Set<String>, String> flagSets = new LinkedHashMap<>();
    private final Set<Protocol.Parameter> parameters = new LinkedHashSet<>();
    private final Set<Protocol.Policy> policies = new LinkedHashSet<>();
    private final Set<Machine.Stream> capacities = new LinkedHashSet<>();

    /** Takes the fields in declared order, so that names do not depend on who asks first. */
    Names(Protocol protocol) {
        Machine machine = protocol.machine();
        machine.variables().forEach(variable -> field("variable " + variable.name(), variable.name()));
        machine.timers().forEach(timer -> {
            field("timer " + timer.name(), timer.name() + "_timer");
            field("retries " + timer.name(), timer.name() + "_retries");
        });
        machine.streams().forEach(stream -> {
            field("stream " + stream.name(), stream.name());
            field("ahead " + stream.name(), stream.name() + "_ahead");
            field("history " + stream.name(), stream.name() + "_history");
        });
        protocol.parameters().forEach(parameter -> operator("parameter " + parameter.name(), parameter.name()));
    }

    private String field(String thing, String wanted) {
        return fieldByThing.computeIfAbsent(thing, key -> fields.fresh(wanted));
    }

    /** The name of an operator or constant; {@code thing} says what it is, kind first, so that a timer and a call may share a name. */
    String operator(String thing, String wanted) {
        return byThing.computeIfAbsent(thing, key -> operators.fresh(wanted));
    }

    Identifiers inner() {
        return operators.inner();
    }

    String variable(String name) {
        return fieldByThing.get("variable " + name);
    }

    String timer(String name) {
        return fieldByThing.get("timer " + name);
    }

    String retries(String timer) {
        return fieldByThing.get("retries " + timer);
    }

    String stream(String name) {
        return fieldByThing.get("stream " + name);
    }

    String ahead(String stream) {
        return fieldByThing.get("ahead " + stream);
    }

    String history(String stream) {
        return fieldByThing.get("history " + stream);
    }

    /** A field of the segment: a record of its own, so any spelling will do that differs from its siblings'. */
    static String segmentField(String name) {
        return Identifiers.spelled(name);
    }

    static String argument(String name) {
        return Identifiers.spelled(name);
    }

    String define(String name) {
        return operator("define " + name, name);
    }

    String procedure(String name) {
        return operator("procedure " + name, name);
    }

    String check(Machine.Check check) {
        return operator("check " + check.rule(), check.rule());
    }

    String handler(Machine.Handler handler) {
        String name = handler.label() + "." + handler.event().text();
        return operator("handler " + name, name);
    }

    String event(Machine.Event event) {
        return operator("event " + event.text(), event.text());
    }

    String enabled(Machine.Opportunity opportunity) {
        return operator("enabled " + opportunity.name(), "may_" + opportunity.name());
    }

    String group(Machine.Group group) {
        return operator("group " + group.name(), group.name());
    }

    String parameter(Protocol.Parameter parameter) {
        parameters.add(parameter);
        return operator("parameter " + parameter.name(), parameter.name());
    }

    String choices(Protocol.Policy policy) {
        policies.add(policy);
        return operator("choices " + policy.name(), policy.name() + "_choices");
    }

    String capacity(Machine.Stream stream) {
        capacities.add(stream);
        return operator("capacity " + stream.name(), stream.name() + "_capacity");
    }

    /** A set of flags, as a constant: TLC builds it once. */
    String flags(Type.Flags type, Set<String> members) {
        if (members.isEmpty()) {
            return "{}";
        }
        List<String> ordered = new ArrayList<>(members);
        ordered.sort((a, b) ->
                Integer.compare(type.members().indexOf(a), type.members().indexOf(b)));
        String name = operator("flags " + type.name() + ordered, type.name() + "_" + String.join("_", ordered));
        flagSets.put(new TreeSet<>(members), name);
        return name;
    }

    /** Declares here too what the other module uses: whoever makes an instance of that one must have its constants. */
    void declareWith(Names other) {
        other.parameters.forEach(this::parameter);
        other.policies.forEach(this::choices);
        other.capacities.forEach(this::capacity);
    }

    Map<Set<String>, String> flagSets() {
        return flagSets;
    }

    Set<Protocol.Parameter> parametersUsed() {
        return parameters;
    }

    Set<Protocol.Policy> policiesUsed() {
        return policies;
    }

    Set<Machine.Stream> capacitiesUsed() {
        return capacities;
    }
}
