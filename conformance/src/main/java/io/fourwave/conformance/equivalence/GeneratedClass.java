package io.fourwave.conformance.equivalence;

import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.ReceiveStream;
import io.fourwave.runtime.machine.SendStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/** A class generated from a specification, whichever it is: made without knowing its constructor. */
public final class GeneratedClass {
    private final Constructor<?> constructor;

    /** @throws IllegalArgumentException when it is not a machine with the one constructor the generator writes */
    public GeneratedClass(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (!Machine.class.isAssignableFrom(type)
                || constructors.length != 1
                || constructors[0].getParameterCount() < 3
                || constructors[0].getParameterTypes()[2] != Effects.class) {
            throw new IllegalArgumentException(type + " is not a generated machine");
        }
        constructor = constructors[0];
    }

    /** What the class was generated from. */
    public MachineSchema schema() {
        Class<?> type = constructor.getDeclaringClass();
        try {
            return (MachineSchema) Class.forName(type.getName() + "Schema", true, type.getClassLoader())
                    .getField("SCHEMA")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("there is no schema beside " + type, e);
        }
    }

    /** The interface its policies implement. */
    public Class<?> policies() {
        return constructor.getParameterTypes()[1];
    }

    /** Of its streams, in declared order: {@link SendStream} or {@link ReceiveStream}. */
    public List<Class<?>> streams() {
        List<Class<?>> streams = new ArrayList<>();
        for (Class<?> type : constructor.getParameterTypes()) {
            if (type == SendStream.class || type == ReceiveStream.class) {
                streams.add(type);
            }
        }
        return streams;
    }

    /** @param streams in declared order */
    public Machine machine(long[] parameterValues, Object policies, Effects effects, List<Object> streams) {
        try {
            List<Object> args = new ArrayList<>();
            args.add(constructor
                    .getParameterTypes()[0]
                    .getMethod("of", long[].class)
                    .invoke(null, (Object) parameterValues));
            args.add(policies);
            args.add(effects);
            args.addAll(streams);
            return (Machine) constructor.newInstance(args.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    constructor.getDeclaringClass() + " cannot be made: " + (e.getCause() == null ? e : e.getCause()),
                    e);
        }
    }
}
