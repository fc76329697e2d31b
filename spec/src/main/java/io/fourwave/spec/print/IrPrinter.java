package io.fourwave.spec.print;

import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.util.stream.Collectors;

/** A protocol's IR as text. */
public final class IrPrinter {
    private final Lines lines = new Lines();

    private IrPrinter() {}

    /** All of it, ending with a line feed. Two protocols with the same text mean the same to every backend. */
    public static String print(Protocol protocol) {
        IrPrinter printer = new IrPrinter();
        printer.declarations(protocol);
        new MachinePrinter(printer.lines).print(protocol.machine());
        new WorldPrinter(printer.lines).print(protocol.world());
        return printer.lines.toString();
    }

    private void declarations(Protocol protocol) {
        lines.line("protocol " + protocol.name() + Lines.quoted(protocol.title()));
        lines.line("profiles " + String.join(", ", protocol.profiles()));
        for (Protocol.Parameter parameter : protocol.parameters()) {
            lines.line("parameter " + parameter.name() + " : " + ExprPrinter.type(parameter.type()) + " = "
                    + parameter.values().stream().map(ExprPrinter::text).collect(Collectors.joining(" | "))
                    + Lines.tags(parameter.tags()));
        }
        for (Type.Enumeration type : protocol.enumerations()) {
            lines.line("enum " + type.name() + " { " + String.join(", ", type.members()) + " }");
        }
        for (Type.Flags type : protocol.flags()) {
            lines.line("flags " + type.name() + " { " + String.join(", ", type.members()) + " }");
        }
        for (Protocol.Field field : protocol.segment().fields()) {
            lines.line("field " + ExprPrinter.kind(field.kind()) + field.name() + " : "
                    + ExprPrinter.type(field.type()) + " = " + ExprPrinter.text(field.defaultValue())
                    + Lines.tags(field.tags()));
        }
        for (Protocol.UserCall call : protocol.calls()) {
            lines.line("call " + call.name() + ExprPrinter.locals(call.params()) + Lines.tags(call.tags()));
        }
        protocol.errors().forEach(error -> lines.line("error " + error.name() + Lines.quoted(error.text())));
        protocol.notices().forEach(notice -> lines.line("notice " + notice.name() + Lines.quoted(notice.text())));
        for (Protocol.Policy policy : protocol.policies()) {
            lines.line("policy " + policy.name() + ExprPrinter.locals(policy.params()) + " : "
                    + ExprPrinter.type(policy.result()) + Lines.tags(policy.tags()));
        }
    }
}
