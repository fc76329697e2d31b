package io.fourwave.conformance.equivalence;

import io.fourwave.codegen.GeneratedFile;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.SendStream;
import io.fourwave.runtime.stream.BufferPool;
import io.fourwave.runtime.stream.ReceiveRing;
import io.fourwave.runtime.stream.SendRing;
import io.fourwave.spec.ir.Protocol;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The classes generated for a protocol, compiled in memory, with the streams the runtime has. */
final class CompiledProtocol {
    static final String PACKAGE = "generated.under.test";
    private static final long ONE_GIB = 1L << 30;

    private final Protocol protocol;
    private final ClassLoader classes;
    private final Class<?> machine;

    private CompiledProtocol(Protocol protocol, ClassLoader classes) throws ClassNotFoundException {
        this.protocol = protocol;
        this.classes = classes;
        this.machine = classes.loadClass(PACKAGE + "." + protocol.machine().name());
    }

    static CompiledProtocol of(Protocol protocol) {
        return of(protocol, UnaryOperator.identity(), Map.of());
    }

    /**
     * @param edit of the machine's class, as somebody would edit it by hand
     * @param more classes to compile with them, by name
     */
    static CompiledProtocol of(Protocol protocol, UnaryOperator<String> edit, Map<String, String> more) {
        List<SourceText> sources = new ArrayList<>();
        for (GeneratedFile file : new JavaGenerator(protocol, PACKAGE, null).generate()) {
            boolean isMachine = file.className().equals(protocol.machine().name());
            sources.add(new SourceText(file.qualifiedName(), isMachine ? edit.apply(file.text()) : file.text()));
        }
        more.forEach((name, text) -> sources.add(new SourceText(PACKAGE + "." + name, text)));
        StringWriter problems = new StringWriter();
        try {
            return new CompiledProtocol(protocol, InMemoryCompiler.compile(sources, problems));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the generated classes do not compile:\n" + problems, e);
        }
    }

    Class<?> type(String simpleName) throws ClassNotFoundException {
        return classes.loadClass(PACKAGE + "." + simpleName);
    }

    /** Streams as the runtime has them, in declared order. */
    List<Object> streams(int... capacities) {
        BufferPool pool = new BufferPool(ONE_GIB);
        List<Object> streams = new ArrayList<>();
        for (Class<?> type : new GeneratedClass(machine).streams()) {
            int capacity = capacities[streams.size()];
            streams.add(type == SendStream.class ? new SendRing(pool, capacity) : new ReceiveRing(pool, capacity));
        }
        return streams;
    }

    Machine machine(long[] parameterValues, List<Object> streams, Object policies, Effects effects) {
        return new GeneratedClass(machine).machine(parameterValues, policies, effects, streams);
    }
}
