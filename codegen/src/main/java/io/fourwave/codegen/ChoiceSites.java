package io.fourwave.codegen;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Statement;
import io.fourwave.spec.ir.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left to policies. Choices of the same name, policy and kind of value are one: one method, one entry of the schema. Those
 * of timers come first, then those of the rules, then those of procedures.
 */
final class ChoiceSites {
    /** One entry; {@code method} makes the choice, tells the recorder, and keeps it within its range. */
    record Site(int index, String name, Protocol.Policy policy, Type type, String method) {}

    private record Key(String name, String policy, Types.Kind kind) {}

    private final Map<Key, Site> sites = new LinkedHashMap<>();

    ChoiceSites(Machine machine, MemberNames names) {
        for (Machine.Timer timer : machine.timers()) {
            if (timer.choice() != null) {
                add(timer.choice(), names);
            }
        }
        for (Machine.Handler handler : machine.handlers()) {
            handler.checks().forEach(check -> add(check.body(), names));
        }
        machine.procedures().forEach(procedure -> add(procedure.body(), names));
    }

    private void add(List<Statement> statements, MemberNames names) {
        Statements.walk(statements, statement -> {
            if (statement instanceof Statement.Choose choose) {
                add(choose.choice(), names);
            }
        });
    }

    private void add(Machine.Choice choice, MemberNames names) {
        sites.computeIfAbsent(key(choice), key -> {
            String method = names.method("choose" + Naming.pascal(key.name()));
            return new Site(
                    sites.size(), key.name(), choice.policy(), choice.local().type(), method);
        });
    }

    private static Key key(Machine.Choice choice) {
        return new Key(
                choice.local().name(),
                choice.policy().name(),
                Types.kindOf(choice.local().type()));
    }

    Site of(Machine.Choice choice) {
        return sites.get(key(choice));
    }

    List<Site> all() {
        return List.copyOf(sites.values());
    }

    /** Whether the policy is asked for a value between bounds. */
    static boolean bounded(Protocol.Policy policy) {
        Types.Kind kind = Types.kindOf(policy.result());
        return kind == Types.Kind.INT || kind == Types.Kind.DURATION;
    }
}
