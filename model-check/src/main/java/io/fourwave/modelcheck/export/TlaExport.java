package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a protocol and one of its scenarios to TLA+. */
public final class TlaExport {
    private TlaExport() {}

    /**
     * Exports a scenario.
     *
     * @throws ExportException when the scenario leaves something open that a model needs
     */
    public static ExportedModel export(Protocol protocol, World.Scenario scenario) {
        World world = protocol.world();
        World.Environment environment = world.environments().stream()
                .filter(e -> e.name().equals(scenario.environment()))
                .findFirst()
                .orElseThrow(() -> new ExportException(
                        "there is no environment `" + scenario.environment() + "`", "declare it, or name another"));
        List<World.Property> properties = world.properties().stream()
                .filter(p -> scenario.properties().contains(p.name())
                        || scenario.refuted().contains(p.name()))
                .toList();
        List<World.Witness> witnesses = world.witnesses().stream()
                .filter(w -> scenario.witnesses().contains(w.name()))
                .toList();

        MachineModule machine = new MachineModule(protocol, scenario, false);
        Names names = machine.names();
        String machineName = names.operator("module machine", protocol.name());
        String trailName = names.operator("module trail", protocol.name() + "_trail");
        String environmentName = names.operator("module environment", environment.name());
        String main = names.operator("module scenario", "MC_" + scenario.name());

        Map<String, String> modules = new LinkedHashMap<>();
        modules.put(Library.MODULE + ".tla", Library.text());
        EnvironmentModule around = new EnvironmentModule(protocol, environment, machine);
        ScenarioModule asked = new ScenarioModule(protocol, scenario, machine);
        // The machine last: only then is it known which constants it declares.
        String environmentText = around.write(environmentName, machineName, trailName);
        String scenarioText = asked.write(main, environmentName, properties, witnesses);
        MachineModule trail = new MachineModule(protocol, scenario, true);
        String trailText = trail.write(trailName);
        // What only the notes depend on (a notice under a condition, say) is a constant of both.
        names.declareWith(trail.names());
        modules.put(machineName + ".tla", machine.write(machineName));
        modules.put(trailName + ".tla", trailText);
        modules.put(environmentName + ".tla", environmentText);
        Constants constants = new Constants(protocol, environment, scenario, names);
        Assignments assignments = Assignments.of(constants.values(), names);
        modules.put(main + ".tla", scenarioText + assignments.text() + Modules.foot());
        return new ExportedModel(
                modules,
                main,
                List.copyOf(assignments.lines().values()),
                asked.formulas(),
                asked.noted(),
                Vocabulary.of(protocol, environment, names, constants));
    }
}
