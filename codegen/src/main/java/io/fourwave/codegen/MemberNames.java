package io.fourwave.codegen;

import com.palantir.javapoet.NameAllocator;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the fields and methods of the machine's class, each given out once. What the code around it calls comes first, so
 * that a definition's name never changes an entry point's.
 */
final class MemberNames {
    private static final List<String> OWN_FIELDS = List.of(
            "state",
            "nowNanos",
            "rule",
            "result",
            "out",
            "policies",
            "effects",
            "recorder",
            "parameters",
            "OFF",
            "NO_RULE");
    private static final List<String> OWN_METHODS = List.of(
            "schema",
            "state",
            "stateOrdinal",
            "rule",
            "parameters",
            "parameterValues",
            "snapshot",
            "snapshotLength",
            "snapshotInto",
            "save",
            "restore",
            "call",
            "arrive",
            "timeout",
            "opportunity",
            "deadlineNanos",
            "newSegment",
            "recordTo",
            "streamCapacity",
            "isRunning",
            "retries",
            "begin",
            "end",
            "enter",
            "send",
            "draft",
            "arm",
            "cancel",
            "fail",
            "reset",
            "deleteTcb",
            "segmentArrives",
            "notifyUser",
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "clone",
            "finalize",
            "notify",
            "notifyAll",
            "wait");

    private final NameAllocator fields = new NameAllocator();
    private final NameAllocator methods = new NameAllocator();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> streams = new HashMap<>();
    private final Map<String, TimerNames> timers = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Map<String, String> opportunities = new HashMap<>();
    private final Map<String, String> segmentFields = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> profiles = new HashMap<>();
    private final Map<String, String> defines = new HashMap<>();
    private final Map<String, String> procedures = new HashMap<>();
    private final Map<String, String> policies = new HashMap<>();

    /** What belongs to one timer. */
    record TimerNames(String deadline, String retries, String pascal, String constant) {}

    MemberNames(Protocol protocol) {
        OWN_FIELDS.forEach(fields::newName);
        OWN_METHODS.forEach(methods::newName);
        Machine machine = protocol.machine();
        for (Machine.Variable variable : machine.variables()) {
            if (variable.kind() != DataKind.GHOST) {
                String name = fields.newName(Naming.value(variable.name(), variable.type()));
                variables.put(variable.name(), name);
                methods.newName(name);
            }
        }
        for (Machine.Stream stream : machine.streams()) {
            String name = fields.newName(Naming.camel(stream.name()));
            streams.put(stream.name(), name);
            methods.newName(name);
        }
        for (Machine.Timer timer : machine.timers()) {
            String camel = Naming.camel(timer.name());
            timers.put(
                    timer.name(),
                    new TimerNames(
                            fields.newName(camel + "DeadlineNanos"),
                            fields.newName(camel + "Retries"),
                            Naming.pascal(timer.name()),
                            Naming.constant(timer.name())));
        }
        protocol.calls().forEach(call -> calls.put(call.name(), methods.newName("call" + Naming.pascal(call.name()))));
        for (Machine.Opportunity opportunity : machine.opportunities()) {
            opportunities.put(opportunity.name(), methods.newName(Naming.camel(opportunity.name())));
            methods.newName("is" + Naming.pascal(opportunity.name()) + "Enabled");
        }
        NameAllocator ofSegment = new NameAllocator();
        for (Protocol.Field field : protocol.segment().fields()) {
            if (field.kind() != DataKind.GHOST) {
                segmentFields.put(field.name(), ofSegment.newName(Naming.value(field.name(), field.type())));
            }
        }
        NameAllocator ofParameters = new NameAllocator();
        for (String own : List.of(
                "defaults",
                "values",
                "builder",
                "toBuilder",
                "build",
                "profile",
                "of",
                "toString",
                "getClass",
                "notify",
                "wait")) {
            ofParameters.newName(own);
        }
        protocol.profiles().forEach(profile -> profiles.put(profile, ofParameters.newName(Naming.camel(profile))));
        for (Protocol.Parameter parameter : protocol.parameters()) {
            parameters.put(parameter.name(), ofParameters.newName(Naming.value(parameter.name(), parameter.type())));
        }
        NameAllocator ofPolicies = new NameAllocator();
        List.of("getClass", "notify", "notifyAll", "wait", "toString", "hashCode", "equals")
                .forEach(ofPolicies::newName);
        protocol.policies()
                .forEach(policy -> policies.put(policy.name(), ofPolicies.newName(Naming.camel(policy.name()))));
        machine.defines().forEach(define -> defines.put(define.name(), methods.newName(Naming.camel(define.name()))));
        machine.procedures()
                .forEach(
                        procedure -> procedures.put(procedure.name(), methods.newName(Naming.camel(procedure.name()))));
    }

    /** A new private method. */
    String method(String suggestion) {
        return methods.newName(suggestion);
    }

    /** Names for the locals of one method: none hides a field. */
    NameAllocator locals() {
        NameAllocator locals = fields.clone();
        locals.newName("seg");
        return locals;
    }

    String variable(String name) {
        return variables.get(name);
    }

    String stream(Machine.Stream stream) {
        return streams.get(stream.name());
    }

    TimerNames timer(String name) {
        return timers.get(name);
    }

    String call(Protocol.UserCall call) {
        return calls.get(call.name());
    }

    String opportunity(String name) {
        return opportunities.get(name);
    }

    String segmentField(String name) {
        return segmentFields.get(name);
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    String profile(String name) {
        return profiles.get(name);
    }

    String define(String name) {
        return defines.get(name);
    }

    String procedure(String name) {
        return procedures.get(name);
    }

    String policy(String name) {
        return policies.get(name);
    }
}
