package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Protocol;
import java.util.List;
import java.util.Map;

/** The values of a protocol's parameters, in declared order, encoded as {@link Encoding} says. */
public final class ParameterValues {
    private ParameterValues() {}

    /** As the protocol's first profile has them. */
    public static long[] ofDefaultProfile(Protocol protocol) {
        return of(protocol, 0, Map.of());
    }

    /** @throws IllegalArgumentException when there is no such profile, or no such parameter */
    public static long[] ofProfile(Protocol protocol, String profile, Map<String, Long> instead) {
        int index = protocol.profiles().indexOf(profile);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "the protocol has no profile `" + profile + "`, it has " + protocol.profiles());
        }
        return of(protocol, index, instead);
    }

    private static long[] of(Protocol protocol, int profile, Map<String, Long> instead) {
        List<String> names =
                protocol.parameters().stream().map(Protocol.Parameter::name).toList();
        for (String name : instead.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("the protocol has no parameter `" + name + "`");
            }
        }
        int streams = protocol.machine().streams().size();
        Program literals = new Program(protocol, new long[0], new int[streams], Encoding.WIRE_MODULUS);
        ExprCompiler compiler = new ExprCompiler(literals, new Scope(literals.locals));
        return protocol.parameters().stream()
                .mapToLong(p -> {
                    Long given = instead.get(p.name());
                    return given != null
                            ? given
                            : literals.constant(compiler.compile(p.values().get(profile)));
                })
                .toArray();
    }
}
