package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A schema in the header of a trace: every list as its count and its members, in the order of the record's components. */
final class SchemaCodec {
    private SchemaCodec() {}

    static void write(MachineSchema schema, RecordBuffer to) {
        to.text(schema.protocol()).text(schema.machine()).text(schema.fingerprint());
        list(schema.parameters(), to, value -> value(value, to));
        list(schema.states(), to, to::text);
        list(schema.variables(), to, value -> value(value, to));
        list(schema.timers(), to, to::text);
        list(schema.streams(), to, stream -> to.text(stream.name()).unsigned(stream.send() ? 1 : 0));
        list(schema.fields(), to, value -> value(value, to));
        list(schema.calls(), to, call -> {
            to.text(call.name());
            list(call.parameters(), to, value -> value(value, to));
        });
        list(schema.opportunities(), to, to::text);
        list(
                schema.rules(),
                to,
                rule -> to.text(rule.name())
                        .text(rule.event())
                        .text(rule.file())
                        .unsigned(rule.line()));
        list(schema.choices(), to, choice -> {
            to.text(choice.name()).text(choice.policy());
            type(choice.type(), to);
        });
        list(schema.notices(), to, outcome -> to.text(outcome.name()).text(outcome.text()));
        list(schema.errors(), to, outcome -> to.text(outcome.name()).text(outcome.text()));
    }

    static MachineSchema read(RecordBody from) {
        return new MachineSchema(
                from.text(),
                from.text(),
                from.text(),
                list(from, () -> value(from)),
                list(from, from::text),
                list(from, () -> value(from)),
                list(from, from::text),
                list(from, () -> new MachineSchema.Stream(from.text(), from.unsigned() == 1)),
                list(from, () -> value(from)),
                list(from, () -> new MachineSchema.Call(from.text(), list(from, () -> value(from)))),
                list(from, from::text),
                list(from, () -> new MachineSchema.Rule(from.text(), from.text(), from.text(), from.number())),
                list(from, () -> new MachineSchema.Choice(from.text(), from.text(), type(from))),
                list(from, () -> new MachineSchema.Outcome(from.text(), from.text())),
                list(from, () -> new MachineSchema.Outcome(from.text(), from.text())));
    }

    private static void value(MachineSchema.Value value, RecordBuffer to) {
        to.text(value.name());
        type(value.type(), to);
        to.unsigned(value.runtime() ? 1 : 0);
    }

    private static MachineSchema.Value value(RecordBody from) {
        return new MachineSchema.Value(from.text(), type(from), from.unsigned() == 1);
    }

    private static void type(ValueType type, RecordBuffer to) {
        to.unsigned(type.kind().ordinal());
        list(type.members(), to, to::text);
    }

    private static ValueType type(RecordBody from) {
        ValueType.Kind[] kinds = ValueType.Kind.values();
        return new ValueType(kinds[from.index(kinds.length, "kind of type")], list(from, from::text));
    }

    private static <T> void list(List<T> list, RecordBuffer to, Consumer<T> each) {
        to.unsigned(list.size());
        list.forEach(each);
    }

    private static <T> List<T> list(RecordBody from, Supplier<T> each) {
        int count = from.count();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(each.get());
        }
        return List.copyOf(list);
    }
}
