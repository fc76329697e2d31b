package io.fourwave.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.HashMap;
import java.util.Map;

/** The names of the classes made for one protocol. The fixed ones come first: an enumeration called State gives way. */
final class GeneratedClasses {
    private final ClassName machine;
    private final ClassName tcb;
    private final ClassName schema;
    private final ClassName state;
    private final ClassName segment;
    private final ClassName timer;
    private final ClassName policies;
    private final ClassName parameters;
    private final ClassName notice;
    private final ClassName callError;
    private final ClassName rule;
    private final Map<String, ClassName> enumerations = new HashMap<>();
    private final Map<String, ClassName> flags = new HashMap<>();

    GeneratedClasses(String packageName, Protocol protocol) {
        NameAllocator names = new NameAllocator();
        // Java's own names used in generated code.
        names.newName("Math");
        names.newName("String");
        names.newName("Override");
        tcb = ClassName.get(packageName, names.newName("Tcb"));
        state = ClassName.get(packageName, names.newName("State"));
        segment = ClassName.get(packageName, names.newName("Segment"));
        timer = ClassName.get(packageName, names.newName("Timer"));
        policies = ClassName.get(packageName, names.newName("Policies"));
        parameters = ClassName.get(packageName, names.newName("Parameters"));
        notice = ClassName.get(packageName, names.newName("Notice"));
        callError = ClassName.get(packageName, names.newName("CallError"));
        rule = ClassName.get(packageName, names.newName("Rule"));
        String machineName = names.newName(Naming.capital(protocol.machine().name()));
        machine = ClassName.get(packageName, machineName);
        schema = ClassName.get(packageName, names.newName(machineName + "Schema"));
        for (Type.Enumeration enumeration : protocol.enumerations()) {
            enumerations.put(
                    enumeration.name(), ClassName.get(packageName, names.newName(Naming.pascal(enumeration.name()))));
        }
        for (Type.Flags type : protocol.flags()) {
            flags.put(type.name(), ClassName.get(packageName, names.newName(Naming.pascal(type.name()))));
        }
    }

    ClassName machine() {
        return machine;
    }

    ClassName tcb() {
        return tcb;
    }

    ClassName schema() {
        return schema;
    }

    ClassName state() {
        return state;
    }

    ClassName segment() {
        return segment;
    }

    ClassName timer() {
        return timer;
    }

    ClassName policies() {
        return policies;
    }

    ClassName parameters() {
        return parameters;
    }

    ClassName notice() {
        return notice;
    }

    ClassName callError() {
        return callError;
    }

    ClassName rule() {
        return rule;
    }

    ClassName enumeration(String name) {
        return enumerations.get(name);
    }

    ClassName flags(String name) {
        return flags.get(name);
    }
}
