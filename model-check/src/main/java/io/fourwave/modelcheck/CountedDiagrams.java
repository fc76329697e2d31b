package io.fourwave.modelcheck;

import io.fourwave.spec.diagram.StateDiagram;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The state diagram with what the checker counted: {@code states.svg} for each scenario, {@code states-SET.svg} for each set. */
final class CountedDiagrams {
    private CountedDiagrams() {}

    static void write(Protocol protocol, Report report, Path directory) throws IOException {
        for (ScenarioResult scenario : report.scenarios()) {
            if (scenario.states() > 0) {
                Path file = directory.resolve(scenario.name()).resolve("states.svg");
                Files.writeString(file, StateDiagram.svg(protocol, scenario.counts()));
            }
        }
        for (SetResult set : report.sets()) {
            Path file = directory.resolve("states-" + set.name() + ".svg");
            Files.writeString(file, StateDiagram.svg(protocol, set.counts()));
        }
    }
}
