package io.fourwave.cli.demo;

import io.fourwave.spec.diagram.StateDiagram;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Files;

/** Compiles the specification and draws its states. */
final class ParseStep implements DemoStep {
    @Override
    public String title() {
        return "read the specification";
    }

    @Override
    public int limitSeconds() {
        return 60;
    }

    @Override
    public String run(DemoContext context) throws IOException {
        Protocol protocol = context.protocol();
        Machine machine = protocol.machine();
        int rules = machine.handlers().stream()
                .mapToInt(handler -> handler.checks().size())
                .sum();
        int lines = context.compilation().sources().files().stream()
                .mapToInt(file -> (int) file.text().lines().count())
                .sum();
        Files.writeString(context.file("states.svg"), StateDiagram.svg(protocol));
        String text = String.format(
                "%s: %,d lines in %d files, %d states, %d rules, %d timers, %d properties",
                protocol.name(),
                lines,
                context.compilation().sources().files().size(),
                machine.states().size(),
                rules,
                machine.timers().size(),
                protocol.world().properties().size());
        context.figure("specification", text);
        return text;
    }
}
