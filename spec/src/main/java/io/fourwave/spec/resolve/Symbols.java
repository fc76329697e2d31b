package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that has been declared, by name, in declared order; filled step by step by the resolvers of each concern. */
final class Symbols {
    /** A field before its default is resolved, which may look at the TCB. */
    record FieldSignature(String name, DataKind kind, Type type) {}

    final Diagnostics diagnostics;
    final Usage usage = new Usage();
    final List<String> profiles = new ArrayList<>();
    final Map<String, Type.Enumeration> enumerations = new LinkedHashMap<>();
    final Map<String, Type.Flags> flags = new LinkedHashMap<>();
    final Map<String, Protocol.Parameter> parameters = new LinkedHashMap<>();
    final Map<String, FieldSignature> fields = new LinkedHashMap<>();
    final Map<String, Protocol.UserCall> calls = new LinkedHashMap<>();
    final Map<String, Protocol.Outcome> errors = new LinkedHashMap<>();
    final Map<String, Protocol.Outcome> notices = new LinkedHashMap<>();
    final Map<String, Protocol.Policy> policies = new LinkedHashMap<>();
    final Map<String, Machine.State> states = new LinkedHashMap<>();
    final Map<String, Machine.Group> groups = new LinkedHashMap<>();
    final Map<String, Machine.Variable> variables = new LinkedHashMap<>();
    final Map<String, Machine.Stream> streams = new LinkedHashMap<>();
    final Map<String, Machine.Timer> timers = new LinkedHashMap<>();
    final Map<String, Machine.Opportunity> opportunities = new LinkedHashMap<>();
    final Map<String, Protocol.Local> bounds = new LinkedHashMap<>();
    final Set<String> peers = new LinkedHashSet<>();

    /** Names whose declaration is wrong and was reported: using them is no further error. */
    final Set<String> spoiled = new LinkedHashSet<>();

    Defines defines;
    Procedures procedures;

    /** First state declared initial; null until the states are known. */
    Machine.State initial;

    Place machinePlace;

    Symbols(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The enumerations a bare name may be a member of. */
    List<Type.Enumeration> enumerationsWith(String member) {
        return enumerations.values().stream()
                .filter(type -> type.members().contains(member))
                .toList();
    }
}
