package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.TraceException;
import io.fourwave.conformance.trace.TraceHeader;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.List;

/** Whether a trace was made from this specification: by its fingerprint, and by the lists its indices refer to. */
final class SchemaMatch {
    private SchemaMatch() {}

    /** @throws TraceException when it was not */
    static void require(TraceHeader header, Protocol protocol, String fingerprint, String file) {
        MachineSchema schema = header.schema();
        if (!schema.protocol().equals(protocol.name())) {
            throw new TraceException(
                    file + ": a trace of " + schema.protocol() + ", but the specification is that of "
                            + protocol.name(),
                    "name its specification with --spec");
        }
        if (!schema.fingerprint().equals(fingerprint)) {
            throw new TraceException(
                    file + ": recorded with another version of the specification of " + protocol.name()
                            + " (fingerprint " + shortened(schema.fingerprint()) + ", now " + shortened(fingerprint)
                            + ")",
                    "record it again, or replay it with the specification it was recorded with (--spec)");
        }
        Machine machine = protocol.machine();
        same(
                file,
                "states",
                schema.states(),
                machine.states().stream().map(Machine.State::name).toList());
        same(
                file,
                "timers",
                schema.timers(),
                machine.timers().stream().map(Machine.Timer::name).toList());
        same(
                file,
                "segment fields",
                schema.fields().stream().map(MachineSchema.Value::name).toList(),
                protocol.segment().fields().stream()
                        .filter(field -> field.kind() != DataKind.GHOST)
                        .map(Protocol.Field::name)
                        .toList());
        same(
                file,
                "errors",
                schema.errors().stream().map(MachineSchema.Outcome::name).toList(),
                protocol.errors().stream().map(Protocol.Outcome::name).toList());
    }

    private static void same(String file, String what, List<String> recorded, List<String> specified) {
        if (!recorded.equals(specified)) {
            throw new TraceException(
                    file + ": its " + what + " are " + recorded + ", the specification has " + specified,
                    "the generated code is not that of the specification: run `fourwave generate`");
        }
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
    }
}
