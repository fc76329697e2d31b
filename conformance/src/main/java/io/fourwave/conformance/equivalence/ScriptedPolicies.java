package io.fourwave.conformance.equivalence;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.spec.interpret.ChoiceMade;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/** Policies that decide what the interpreter has chosen, in that order, and note what they are told. */
public final class ScriptedPolicies implements InvocationHandler {
    private final Map<String, Protocol.Policy> policies = new HashMap<>();
    private final Queue<ChoiceMade> script = new ArrayDeque<>();
    private final EffectLog log;
    private Machine machine;

    public ScriptedPolicies(Protocol protocol, EffectLog log) {
        protocol.policies().forEach(policy -> policies.put(plain(policy.name()), policy));
        this.log = log;
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** @param type the interface generated for the policies */
    public Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    /** Whose policies these are. */
    public void serves(Machine machine) {
        this.machine = machine;
    }

    /** What is chosen in the next step. */
    public void follow(List<ChoiceMade> choices) {
        script.clear();
        script.addAll(choices);
    }

    /** What was chosen by the interpreter and not asked for. */
    public List<ChoiceMade> left() {
        return List.copyOf(script);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) {
        Protocol.Policy policy = policies.get(plain(method.getName()));
        if (policy.result() != null) {
            ChoiceMade choice = script.poll();
            if (choice == null) {
                throw new AssertionError("the generated class asks " + policy.name() + ", the interpreter does not");
            }
            return decoded(method.getReturnType(), choice.value());
        }
        long[] values = new long[policy.params().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = encoded(policy.params().get(i).type(), args[i + 1]);
        }
        log.informed(machine, policy.name(), values);
        return null;
    }

    private static Object decoded(Class<?> type, long value) {
        if (type == boolean.class) {
            return value != 0;
        }
        if (type == int.class) {
            return (int) value;
        }
        return type == long.class ? (Object) value : type.getEnumConstants()[(int) value];
    }

    private static long encoded(Type type, Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof Enum<?> member) {
            return member.ordinal();
        }
        if (value instanceof Octets octets) {
            return octets.length();
        }
        long number = ((Number) value).longValue();
        return type instanceof Type.Seq ? number & 0xFFFF_FFFFL : number;
    }
}
