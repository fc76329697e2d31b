package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.syntax.Declaration;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Name;
import java.util.List;

/**
 * Warns of declarations nothing refers to. Not of parameters: hand-written policies read them too; nor of calls, which are
 * handled, or of fields, which the other side may look at.
 */
final class Unused {
    private final Symbols symbols;

    Unused(Symbols symbols) {
        this.symbols = symbols;
    }

    void report(List<Declaration> declarations, List<MachinePart> parts) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.PolicyPart part) {
                unused(Usage.Sort.POLICY, "policy", part.name());
            } else if (declaration instanceof Declaration.ErrorPart part) {
                unused(Usage.Sort.ERROR, "error", part.name());
            } else if (declaration instanceof Declaration.NoticePart part) {
                unused(Usage.Sort.NOTICE, "notice", part.name());
            } else if (declaration instanceof Declaration.EnumPart part) {
                unused(Usage.Sort.TYPE, "type", part.name());
            } else if (declaration instanceof Declaration.FlagsPart part) {
                unused(Usage.Sort.TYPE, "type", part.name());
            }
        }
        parts.forEach(this::part);
    }

    private void part(MachinePart part) {
        if (part instanceof MachinePart.DefinePart define) {
            unused(Usage.Sort.DEFINE, "definition", define.name());
        } else if (part instanceof MachinePart.ProcedurePart procedure) {
            unused(Usage.Sort.PROCEDURE, "procedure", procedure.name());
        } else if (part instanceof MachinePart.StreamPart stream) {
            unused(Usage.Sort.STREAM, "stream", stream.name());
        } else if (part instanceof MachinePart.GroupPart group) {
            unused(Usage.Sort.GROUP, "group", group.name());
        } else if (part instanceof MachinePart.TcbPart tcb) {
            tcb.variables().forEach(variable -> variable.names().forEach(this::variable));
        } else if (part instanceof MachinePart.TimerPart timer) {
            if (!symbols.usage.uses(Usage.Sort.TIMER_STARTED, timer.name().text())) {
                warn(
                        DiagnosticCode.TIMER_NEVER_STARTED,
                        timer.name(),
                        "no rule starts timer `" + timer.name().text() + "`");
            }
        } else if (part instanceof MachinePart.StatesPart states) {
            for (MachinePart.StateName state : states.states()) {
                entered(state.name());
            }
        }
    }

    private void entered(Name state) {
        Machine.State declared = symbols.states.get(state.text());
        boolean initial = declared != null && declared.equals(symbols.initial);
        if (!initial && !symbols.usage.uses(Usage.Sort.STATE_ENTERED, state.text())) {
            warn(DiagnosticCode.STATE_NEVER_ENTERED, state, "no rule leads to state `" + state.text() + "`");
        }
    }

    private void variable(Name name) {
        if (symbols.variables.containsKey(name.text()) && !symbols.usage.uses(Usage.Sort.VARIABLE, name.text())) {
            warn(DiagnosticCode.NEVER_READ, name, "nothing reads variable `" + name.text() + "`");
        }
    }

    private void unused(Usage.Sort sort, String word, Name name) {
        if (!symbols.usage.uses(sort, name.text())) {
            warn(DiagnosticCode.UNUSED, name, word + " `" + name.text() + "` is never used");
        }
    }

    private void warn(DiagnosticCode code, Name name, String message) {
        symbols.diagnostics.add(Diagnostic.of(code, name.place(), message));
    }
}
