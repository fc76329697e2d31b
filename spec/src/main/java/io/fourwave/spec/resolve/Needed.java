package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.syntax.Declaration;
import java.util.List;

/** What a protocol has exactly one of: a name, a segment, a machine (which may be written in several parts). */
final class Needed {
    private final Diagnostics diagnostics;
    private Declaration.ProtocolName protocol;
    private Declaration.SegmentPart segment;
    private Declaration.MachineDecl machine;
    private String machineDoc = "";

    Needed(List<Declaration> declarations, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        declarations.forEach(this::take);
        Place start = declarations.isEmpty() ? null : declarations.get(0).place();
        missing(protocol, "protocol has no name", "add `protocol NAME`", start);
        missing(segment, "protocol has no segment", "say what travels: `segment { … }`", start);
        missing(machine, "protocol has no machine", "add `machine NAME { … }`", start);
    }

    private void missing(Object declaration, String message, String help, Place place) {
        if (declaration == null) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.MISSING_DECLARATION, place, "the " + message)
                    .help(help));
        }
    }

    private void take(Declaration declaration) {
        if (declaration instanceof Declaration.ProtocolName name) {
            twice(protocol, "protocol", name.name().place());
            protocol = protocol == null ? name : protocol;
        } else if (declaration instanceof Declaration.SegmentPart part) {
            twice(segment, "segment", part.place());
            segment = segment == null ? part : segment;
        } else if (declaration instanceof Declaration.MachineDecl part) {
            if (machine == null) {
                machine = part;
            } else if (!machine.name().text().equals(part.name().text())) {
                diagnostics.add(Diagnostic.of(
                                DiagnosticCode.DECLARED_TWICE,
                                part.name().place(),
                                "a protocol has one machine, and it is called `"
                                        + machine.name().text() + "`")
                        .note("it is at " + machine.place())
                        .help("call this part of it `" + machine.name().text() + "` too"));
            }
            machineDoc = machineDoc.isEmpty() ? part.doc() : machineDoc;
        }
    }

    private void twice(Declaration before, String sort, Place place) {
        if (before != null) {
            diagnostics.add(
                    Diagnostic.of(DiagnosticCode.DECLARED_TWICE, place, "a protocol has one `" + sort + "` only")
                            .note("the other one is at " + before.place()));
        }
    }

    String name() {
        return protocol.name().text();
    }

    String title() {
        return protocol.title();
    }

    Declaration.SegmentPart segment() {
        return segment;
    }

    /** Its first part; null when there is none. */
    Declaration.MachineDecl machine() {
        return machine;
    }

    String machineDoc() {
        return machineDoc;
    }
}
