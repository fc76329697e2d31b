package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The modules of one scenario and what its runs need.
 *
 * @param modules file name to text, the library included
 * @param main name of the module TLC is started on
 * @param assignments what the configuration says of each constant: {@code LIMIT = 3}
 * @param formulas what can be checked, in the order of the scenario
 * @param noted names of the conditions whose first state the checker notes
 * @param vocabulary from the modules' names back to the spec's
 */
public record ExportedModel(
        Map<String, String> modules,
        String main,
        List<String> assignments,
        List<Formula> formulas,
        List<String> noted,
        Vocabulary vocabulary) {

    /** Name of the property every model has: each variable holds a value of its type. */
    public static final String TYPES = "types";

    /** A clause of a property: its TLA+ name, the property's name, what kind of formula it is, which clause (from 0). */
    public record Formula(String name, String property, World.PropertyKind kind, int clause) {
        /** Whether it is checked with fairness, in a run of its own. */
        public boolean isLiveness() {
            return kind == World.PropertyKind.LEADS_TO;
        }
    }

    /** TLC's configuration for a run that checks these formulas: either all of them are liveness, or none is. */
    public String configuration(Collection<Formula> checked) {
        boolean liveness = checked.stream().anyMatch(Formula::isLiveness);
        StringBuilder text = new StringBuilder("SPECIFICATION ")
                .append(liveness ? "FairSpec" : "Spec")
                .append("\n\nCONSTANTS\n");
        assignments.forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\nCHECK_DEADLOCK FALSE\n");
        for (Formula formula : checked) {
            boolean invariant =
                    formula.kind() == World.PropertyKind.INVARIANT || formula.kind() == World.PropertyKind.TERMINAL;
            text.append(invariant ? "INVARIANT " : "PROPERTY ")
                    .append(formula.name())
                    .append('\n');
        }
        return liveness ? text.toString() : text.append("INVARIANT Noted\n").toString();
    }

    /** Writes the modules into a directory, which is made if need be. */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> module : modules.entrySet()) {
            Files.writeString(directory.resolve(module.getKey()), module.getValue());
        }
    }
}
