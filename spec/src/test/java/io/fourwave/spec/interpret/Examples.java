package io.fourwave.spec.interpret;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import java.util.Arrays;

/** Protocols compiled from their sources. */
final class Examples {
    private Examples() {}

    static Protocol alternatingBit() {
        return Compiler.compile(Path.of("examples", "alternating-bit")).orThrow();
    }

    /** With the default profile, every stream of one capacity. */
    static Interpreter interpreter(Protocol protocol, int capacity) {
        int[] capacities = new int[protocol.machine().streams().size()];
        Arrays.fill(capacities, capacity);
        return new Interpreter(protocol, ParameterValues.ofDefaultProfile(protocol), capacities);
    }
}
