package io.fourwave.spec.print;

import io.fourwave.spec.ir.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The machine. */
final class MachinePrinter {
    private final Lines lines;
    private final StatementPrinter statements;

    MachinePrinter(Lines lines) {
        this.lines = lines;
        this.statements = new StatementPrinter(lines);
    }

    void print(Machine machine) {
        lines.line("machine " + machine.name());
        lines.inside(() -> {
            lines.line("states " + ExprPrinter.states(machine.states()) + "; initial "
                    + machine.initial().name());
            machine.groups()
                    .forEach(group -> lines.line("group " + group.name() + " = " + ExprPrinter.states(group.states())));
            machine.variables().forEach(this::variable);
            for (Machine.Stream stream : machine.streams()) {
                String kind = stream.kind().name().toLowerCase(Locale.ROOT);
                lines.line("stream " + stream.name() + " : " + kind + Lines.tags(stream.tags()));
            }
            machine.timers().forEach(this::timer);
            for (Machine.Opportunity opportunity : machine.opportunities()) {
                lines.line("opportunity " + opportunity.name() + " when " + ExprPrinter.text(opportunity.guard())
                        + Lines.tags(opportunity.tags()));
            }
            machine.defines().forEach(this::define);
            machine.procedures().forEach(this::procedure);
            machine.handlers().forEach(this::handler);
        });
    }

    private void variable(Machine.Variable variable) {
        lines.line("variable " + ExprPrinter.kind(variable.kind()) + variable.name() + " : "
                + ExprPrinter.type(variable.type()) + " = " + ExprPrinter.text(variable.initial())
                + Lines.tags(variable.tags()));
    }

    private void timer(Machine.Timer timer) {
        String after =
                timer.choice() == null ? ExprPrinter.text(timer.after()) : StatementPrinter.choice(timer.choice());
        lines.line("timer " + timer.name() + " after " + after + "; x" + timer.factor() + " up to "
                + ExprPrinter.text(timer.max()) + "; limit " + ExprPrinter.text(timer.limit())
                + Lines.tags(timer.tags()));
    }

    private void define(Machine.Define define) {
        String segment = define.usesSegment() ? " segment" : "";
        lines.line("define " + ExprPrinter.kind(define.kind()) + define.name() + ExprPrinter.locals(define.params())
                + segment + " : " + ExprPrinter.type(define.type()) + " = " + ExprPrinter.text(define.body())
                + Lines.tags(define.tags()));
    }

    private void procedure(Machine.Procedure procedure) {
        List<String> facts = new ArrayList<>();
        if (procedure.usesSegment()) {
            facts.add("segment");
        }
        if (procedure.mayStop()) {
            facts.add("may-stop");
        }
        if (procedure.mayChoose()) {
            facts.add("may-choose");
        }
        String noted = facts.isEmpty() ? "" : " " + String.join(" ", facts);
        lines.line("procedure " + procedure.name() + ExprPrinter.locals(procedure.params()) + noted
                + Lines.tags(procedure.tags()));
        statements.block(procedure.body());
    }

    private void handler(Machine.Handler handler) {
        lines.line((handler.ignored() ? "ignore " : "on ") + handler.event().text() + " in "
                + ExprPrinter.states(handler.states()) + " as " + handler.label() + Lines.tags(handler.tags()));
        lines.inside(() -> {
            for (Machine.Check check : handler.checks()) {
                lines.line("check " + check.ordinal() + " " + check.rule() + Lines.quoted(check.title())
                        + Lines.tags(check.tags()));
                statements.block(check.body());
            }
        });
    }
}
