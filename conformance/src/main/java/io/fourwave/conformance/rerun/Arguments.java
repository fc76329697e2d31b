package io.fourwave.conformance.rerun;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import java.util.List;

/** The arguments of a call as the environment gives them: constants, and octets by their number. */
final class Arguments {
    private final List<Protocol.Local> parameters;
    private final long[] values;

    Arguments(Subject subject, World.PermittedCall entry) {
        parameters = entry.call().params();
        values = entry.args().stream().mapToLong(subject.conditions::constant).toArray();
    }

    /** Encoded, in declared order. */
    long[] values() {
        return values;
    }

    /** Octets handed over; -1 for a call that has none. */
    int octets() {
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i).type() instanceof Type.Octets) {
                return (int) values[i];
            }
        }
        return -1;
    }

    /** Whether these are the arguments, those of run time left out. */
    boolean match(List<Object> wanted) {
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i).kind() == DataKind.RUNTIME) {
                continue;
            }
            if (at == wanted.size()
                    || values[i] != Choosing.encoded(parameters.get(i).type(), wanted.get(at++), Subject.TICK_NANOS)) {
                return false;
            }
        }
        return at == wanted.size();
    }
}
